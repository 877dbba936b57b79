import type { RecordsAnswer, RecordsSent, TodayState } from '../../phones/model.ts';
import { afterRecords } from '../../today/after-records.ts';
import type { Contact, QueuedRecord } from '../../today/model.ts';
import { type AnswerForRecord, recordsToSend, settleAnswers } from '../../today/queue-decisions.ts';
import { NAME } from './database.ts';
import { erase, hold, keepDuty, phoneOf, queueOf, queueRecords, unqueueRecords } from './kept.ts';
import { deviceOf, ownerOf } from './seal.ts';

/** What came of asking the server how things stand. */
export type Touch =
  | { contact: Exclude<Contact, 'in touch'> }
  | {
      contact: 'in touch';
      state: TodayState;
      /** null where nobody has said which officer it is who is signed in. */
      owner: string | null;
      /** The phone was revoked: nothing is left on it. */
      erased: boolean;
      /** To what was sent now. */
      answers: readonly AnswerForRecord[];
    };

/** As long as a phone waits for an answer before it counts as without signal. */
const PATIENCE_MILLISECONDS = 15_000;

/**
 * Asks how things stand, sends what waits of whoever is signed in, and keeps today's duty as it is then. One tab does so at
 * a time, so that nothing is sent twice; were it sent twice, the server would know it by its id.
 */
export const getInTouch = (db: IDBDatabase): Promise<Touch> =>
  navigator.locks === undefined ? touch(db) : (navigator.locks.request(NAME, () => touch(db)) as Promise<Touch>);

async function touch(db: IDBDatabase): Promise<Touch> {
  const { salt, holder } = await phoneOf(db);
  const first = await askState(holder);
  if (first.contact !== 'in touch') return first;
  const { officer } = first.state;
  if (officer === null) return { ...first, owner: null, erased: false, answers: [] };
  const owner = await ownerOf(salt, officer.reference);
  await hold(db, owner);
  const sent = await sendAll(db, owner, first.state);
  if (sent.erase) {
    await erase(db, owner);
    await post(messageOf([], { owner, state: first.state, waiting: 0, erased: true }));
    return { ...first, owner: null, erased: true, answers: sent.answers };
  }
  const last = sent.answers.length === 0 ? first : await askState(owner);
  if (last.contact !== 'in touch') return last;
  await keepDuty(db, owner, last.state.today, new Date());
  return { ...last, owner, erased: false, answers: sent.answers };
}

interface Sent {
  answers: readonly AnswerForRecord[];
  /** The phone was revoked, and the server has everything that it held. */
  erase: boolean;
}

/** Whether the server has heard from this page: a phone that holds nothing says so once, so that it can be revoked. */
let heard = false;

/** Sends what waits, in as many goes as it takes, until nothing is left or the server answers for none of it. */
async function sendAll(db: IDBDatabase, owner: string, state: TodayState): Promise<Sent> {
  const answers: AnswerForRecord[] = [];
  let revoked = state.erase;
  let standing = state.today;
  for (;;) {
    const { own } = await queueOf(db, owner);
    const records = recordsToSend(own);
    if (records.length === 0 && heard) return { answers, erase: revoked };
    const waiting = own.filter(({ held }) => held === null).length;
    const answer = await post(messageOf(records, { owner, state, waiting }));
    // What a revoked phone holds is not erased before the server has it.
    if (answer === null) return { answers, erase: false };
    heard = true;
    revoked ||= answer.erase;
    const { remove, hold: held } = settleAnswers(records, answer.answers);
    await queueRecords(db, owner, held);
    // The network may go before the server says how things stand now: what it took is not forgotten meanwhile.
    const taken = records.filter(({ id }) => remove.includes(id));
    if (standing !== null && taken.length > 0) {
      standing = afterRecords(standing, taken);
      await keepDuty(db, owner, standing, new Date());
    }
    await unqueueRecords(db, remove);
    answers.push(...answer.answers);
    if (records.length > 0 && remove.length + held.length === 0) return { answers, erase: false };
  }
}

function messageOf(
  records: readonly QueuedRecord[],
  { owner, state, ...rest }: { owner: string; state: TodayState; waiting: number; erased?: boolean },
): RecordsSent {
  return {
    ...{ 'form-token': state.formToken, device: deviceOf(owner), sentAt: new Date().toISOString() },
    records: records.map(({ held: _, ...record }) => record),
    ...rest,
  };
}

/** The server's answer; null where there is none. */
async function post(message: RecordsSent): Promise<RecordsAnswer | null> {
  const answer = await fetch('/today/records', {
    ...{ method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  }).catch(() => null);
  return answer?.ok === true ? ((await answer.json()) as RecordsAnswer) : null;
}

async function askState(
  owner: string | null,
): Promise<{ contact: 'in touch'; state: TodayState } | { contact: Exclude<Contact, 'in touch'> }> {
  const answer = await fetch(`/today/state${owner === null ? '' : `?device=${deviceOf(owner)}`}`, {
    ...{ redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) },
  }).catch(() => null);
  // Whoever is not signed in is sent to sign in.
  if (answer?.type === 'opaqueredirect' || answer?.status === 401) return { contact: 'signed out' };
  return answer?.ok === true
    ? { contact: 'in touch', state: (await answer.json()) as TodayState }
    : { contact: 'no network' };
}
