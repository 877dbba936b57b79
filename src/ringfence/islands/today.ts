/// <reference lib="es2023" />
// The officer's page of today: what is tapped is sealed on the phone first and sent then, so that nothing hangs on a signal.
// Without this file the same taps are plain forms. The page that opens without network is drawn by it alone.
import { h, hydrate, render } from 'preact';
import { londonTime } from '../../lib/calendar/london-time.ts';
import { afterRecords, awayNow } from '../today/after-records.ts';
import type { Contact, DutyToday, QueuedRecord } from '../today/model.ts';
import { recordOfTap } from '../today/record-of-tap.ts';
import { sayRecorded } from '../today/say-recorded.ts';
import { saySent } from '../today/say-sent.ts';
import { type TodayShown, TodayView } from '../today/today-view.tsx';
import { getInTouch } from './phone/contact.ts';
import { openDatabase } from './phone/database.ts';
import { hold, keptDuty, phoneOf, queueOf, queueRecords, unqueueRecords } from './phone/kept.ts';
import { ownerOf } from './phone/seal.ts';

const TRIED_AGAIN_EVERY_MILLISECONDS = 20_000;
const DRAWN_AGAIN_EVERY_MILLISECONDS = 15_000;
const WORKER = '/today/worker.js';

/** What the server wrote into its page; the shell has none of it. */
interface Written {
  shown: TodayShown;
  now: string;
  /** Reference of the officer who is signed in; null where nobody has said who that is. */
  officer: string | null;
}

/** The page, and what it knows. */
interface Room {
  root: HTMLElement;
  says: HTMLElement;
  db: IDBDatabase;
  owner: string | null;
  /** As the server knows it, or as it is kept. */
  duty: DutyToday | null;
  said: string;
  queue: QueuedRecord[];
  others: number;
  contact: Contact;
  /** One at a time, whatever asks for it. */
  touching: Promise<void> | null;
  again: boolean;
  drawn: boolean;
}

const NOTHING_KEPT =
  'Nothing of your duty is kept on this phone. Sign in once there is signal, and record it by hand if you were called away.';
const NOBODY_THERE = 'Sign in to see your duty of today.';
const ERASED =
  'This phone was taken out of use for Wardroom. What it held was sent for your sergeant to look at, and nothing is left on it: ask them before you use it again.';
const CANNOT_KEEP = 'This phone could not keep that, so it is not recorded: try again, or tell your sergeant the time.';

async function start(root: HTMLElement, says: HTMLElement): Promise<void> {
  const db = await openDatabase();
  const written = JSON.parse(root.dataset.written ?? 'null') as Written | null;
  const phone = await phoneOf(db);
  const room: Room = {
    ...{ root, says, db, duty: written?.shown.duty ?? null, said: written?.shown.said ?? NOTHING_KEPT },
    ...{ owner: phone.holder, queue: [], others: 0, contact: written === null ? 'no network' : 'in touch' },
    ...{ touching: null, again: false, drawn: false },
  };
  if (written !== null && written.officer !== null) {
    room.owner = await ownerOf(phone.salt, written.officer);
    await hold(db, room.owner);
  } else if (written === null && room.owner !== null) room.duty = await keptDuty(db, room.owner, new Date());
  if (written !== null) {
    hydrate(h(TodayView, { shown: written.shown, now: new Date(written.now) }), root);
    room.drawn = true;
  }
  await readQueue(room);
  draw(room);
  listen(room);
  if (written !== null) registerWorker();
  else if (location.pathname !== '/today') say(room, 'That page needs signal, so here is today instead.');
  await refresh(room);
}

async function readQueue(room: Room): Promise<void> {
  const { own, others } = await queueOf(room.db, room.owner ?? '');
  room.queue = own;
  room.others = others;
}

/** Draws the page as it stands by the phone's clock. */
function draw(room: Room): void {
  const { root, duty, said, queue, others, contact } = room;
  const now = new Date();
  const standing = duty === null ? null : afterRecords(duty, queue);
  const shown = { duty: standing, day: londonTime(now).date, said, queue, others, contact, nextAbsence: '' };
  if (!room.drawn) root.replaceChildren();
  room.drawn = true;
  render(h(TodayView, { shown, now }), root);
}

/** Asks the server, sends what waits, and draws what came of it; asked meanwhile, it does so once more. */
function refresh(room: Room): Promise<void> {
  if (room.touching !== null) {
    room.again = true;
    return room.touching;
  }
  room.touching = touch(room)
    .catch(reportError)
    .then(() => {
      room.touching = null;
      if (!room.again) return;
      room.again = false;
      return refresh(room);
    });
  return room.touching;
}

async function touch(room: Room): Promise<void> {
  const found = await getInTouch(room.db);
  room.contact = found.contact;
  if (found.contact === 'in touch') {
    room.owner = found.owner;
    room.duty = found.erased ? null : found.state.today;
    room.said = found.erased ? ERASED : (found.state.said ?? '');
    const sent = saySent(found.answers);
    if (sent !== '') say(room, sent);
  } else {
    // Signed out in another tab, the phone is nobody's.
    const { holder } = await phoneOf(room.db);
    const kept = holder === null ? null : await keptDuty(room.db, holder, new Date());
    room.duty = holder === room.owner ? (kept ?? room.duty) : null;
    if (room.duty === null) room.said = found.contact === 'signed out' ? NOBODY_THERE : NOTHING_KEPT;
  }
  await readQueue(room);
  draw(room);
}

function listen(room: Room): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && room.root.contains(form)) tapped(room, form, event);
  });
  document.addEventListener('click', ({ target }) => {
    const read = target instanceof HTMLElement ? target.dataset.read : undefined;
    if (read !== undefined) void forget(room, read);
  });
  addEventListener('online', () => void refresh(room));
  addEventListener('offline', () => void refresh(room));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh(room);
  });
  setInterval(() => {
    if (room.queue.some(({ held }) => held === null)) void refresh(room);
  }, TRIED_AGAIN_EVERY_MILLISECONDS);
  setInterval(() => {
    draw(room);
    // Over in the meantime: what is kept of it goes, also where nobody looks at the page again.
    if (room.owner !== null) keptDuty(room.db, room.owner, new Date()).catch(reportError);
  }, DRAWN_AGAIN_EVERY_MILLISECONDS);
}

/** A tap on a reason, or on "I am back": kept on the phone before the page says so. */
function tapped(room: Room, form: HTMLFormElement, event: SubmitEvent): void {
  const { duty, queue, owner } = room;
  const action = new URL(form.action).pathname;
  if (duty === null || owner === null) return;
  event.preventDefault();
  const standing = afterRecords(duty, queue);
  const record = recordOfTap({
    ...{ action, fields: Object.fromEntries(new FormData(form, event.submitter)) as Record<string, string> },
    ...{ duty: standing, now: new Date(), newId: () => crypto.randomUUID() },
  });
  if (record !== null) void keep(room, owner, { ...record, held: null }, standing);
}

/** Takes a sentence of the server's away once it was read; the server has the record. */
async function forget(room: Room, record: string): Promise<void> {
  await unqueueRecords(room.db, [record]);
  await readQueue(room);
  draw(room);
}

let keeping = false;

async function keep(room: Room, owner: string, record: QueuedRecord, before: DutyToday): Promise<void> {
  // A second press while the first is being kept is the same press.
  if (keeping) return;
  keeping = true;
  try {
    await queueRecords(room.db, owner, [record]);
  } catch (error) {
    reportError(error);
    say(room, CANNOT_KEEP);
    return;
  } finally {
    keeping = false;
  }
  room.queue = [...room.queue, record];
  draw(room);
  say(room, sayRecorded(record, awayNow(before)));
  document.getElementById('duty')?.focus();
  scrollTo({ top: 0 });
  await refresh(room);
}

/** Seen and read out. */
function say({ says }: Room, sentence: string): void {
  says.textContent = sentence;
}

/** From now on the page opens without network; the worker fetches what it needs for that, again on each visit. */
function registerWorker(): void {
  navigator.serviceWorker
    ?.register(WORKER, { scope: '/today' })
    .then((registration) => registration.active?.postMessage('keep'))
    .catch((error: unknown) => reportError(error));
}

const found = document.getElementById('today');
const says = document.getElementById('today-says');
// Where a browser keeps nothing, the page stays as the server sent it.
if (found !== null && says !== null) start(found, says).catch((error: unknown) => reportError(error));
