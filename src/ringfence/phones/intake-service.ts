import { createHash } from 'node:crypto';
import { guarded, personOf } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { type Records, StatementError } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, InvalidRequest, TooLarge } from '../../platform/web/index.ts';
import { againOnDeadlock } from '../absences/again-on-deadlock-service.ts';
import { type Acting, actingOf } from '../absences/take-step-service.ts';
import { readActingOfficer } from '../officers/account-store.ts';
import { clockAhead, putRight, sayClock } from './clock-difference.ts';
import { touchDevice } from './device-service.ts';
import { MOST_SENT, type SentAnswer, type SentRecord } from './model.ts';
import { SAID } from './say-sent.ts';
import { isDevice, keptRecord, type ReadRecord, readRecord } from './sent-shape.ts';
import { insertSent, type KeptRecord, lockSentOf, readSent, readUnsettledOf, updateSent } from './sent-store.ts';
import { settleApart } from './settle-apart-service.ts';
import type { Settled } from './settle-sent-service.ts';

/** What a phone sends at once. */
export interface Sent {
  /** UUID of the phone. */
  device: string;
  /** Its clock when it sent this. */
  sentAt: Date | string;
  /** As they came: what cannot be read is kept and answered too. */
  records: readonly unknown[];
  /** How many records are on it, these among them; as many as these where it does not say. */
  waiting?: number;
  /** It has erased what it held. */
  erased?: boolean;
  /** "Firefox on Android". */
  browser?: string;
}

/**
 * Takes what a phone recorded while it had no signal. Every record is kept as it came, whatever becomes of it; one that was
 * taken before is answered as before; they may come in any order, and from several phones. A clock that is wrong is put
 * right by how far it is from ours. What cannot be recorded is held for the sergeant and says so; nothing is dropped.
 * @returns an answer for each record, in their order
 * @throws Conflict where nobody has said which officer this is; InvalidRequest, TooLarge: nothing was taken then
 */
export const takeSent = guarded(
  { name: 'ringfence.take-sent', module: 'duties', act: 'write' },
  async (platform: Platform, sent: Sent): Promise<SentAnswer[]> => {
    const records = readable(sent);
    const take = async (trx: Records): Promise<SentAnswer[]> => {
      const officer = await readActingOfficer(trx);
      if (officer === null) throw new Conflict(NOT_LINKED);
      await lockSentOf(trx, officer.officer);
      const intake = await intakeOf(trx, platform, { sent, officer: officer.officer });
      const known = new Map((await readKnown(trx, intake, records)).map((kept) => [kept.id, kept]));
      const fresh = records.filter(({ id }) => !known.has(id) && !known.has(ownId(id, intake.officer)));
      for (const each of inOrder(fresh)) for (const kept of await takeOne(trx, intake, each)) known.set(kept.id, kept);
      for (const kept of await settleEarlier(trx, intake)) known.set(kept.id, kept);
      if (fresh.length > 0) await auditTaken(trx, intake, fresh.length);
      return records.map(({ sentId, id }) => answerOf(sentId, known.get(id) ?? known.get(ownId(id, intake.officer))));
    };
    return againOnDeadlock(() => platform.records.transaction().execute(take));
  },
);

const NOT_LINKED =
  'Nobody has said yet which officer you are, so nothing was taken and everything stays on this phone: ask your inspector to link your account with your warrant number.';

/** One request of one officer's phone. */
interface Intake {
  acting: Acting;
  officer: number;
  device: string;
  aheadSeconds: number;
  revoked: boolean;
}

function readable({ records, device, sentAt }: Sent): ReadRecord[] {
  if (!isDevice(device) || Number.isNaN(new Date(sentAt).getTime()))
    throw new InvalidRequest(
      'The phone did not say which it is and what its clock shows, so nothing was taken: load the page again.',
    );
  if (records.length > MOST_SENT)
    throw new TooLarge(`Send at most ${MOST_SENT} records at once: nothing was taken, and they stay on this phone.`);
  const read = records.map(readRecord);
  if (read.includes(null))
    throw new InvalidRequest(
      'A record without an identity cannot be answered, so nothing was taken: load the page again.',
    );
  return [...new Map(read.flatMap((each) => (each === null ? [] : [[each.id, each] as const]))).values()];
}

async function intakeOf(
  trx: Records,
  platform: Platform,
  { sent, officer }: { sent: Sent; officer: number },
): Promise<Intake> {
  const acting = actingOf(platform);
  const sentAt = new Date(sent.sentAt);
  const waiting = Math.max(0, (sent.waiting ?? sent.records.length) - sent.records.length);
  const { browser = '', erased = false } = sent;
  const person = personOf(platform.principal) ?? '';
  const touched = await touchDevice(trx, { id: sent.device, person, officer, browser, waiting, erased, at: acting.at });
  const aheadSeconds = clockAhead(sentAt, acting.at);
  return { acting, officer, device: sent.device.toLowerCase(), aheadSeconds, revoked: touched.revoked };
}

const inOrder = (records: readonly ReadRecord[]): ReadRecord[] =>
  records.toSorted((one, other) => momentOf(one) - momentOf(other));
const momentOf = ({ record }: ReadRecord): number => (record === null ? 0 : Date.parse(record.at));

const readKnown = (trx: Records, { officer }: Intake, records: readonly ReadRecord[]): Promise<KeptRecord[]> =>
  readSent(
    trx,
    records.flatMap(({ id }) => [id, ownId(id, officer)]),
  );

/** Under which a record is kept whose identity another officer's has: made of both, so that it is the same each time. */
function ownId(id: string, officer: number): string {
  const hash = createHash('sha256').update(`${officer} ${id}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

async function takeOne(trx: Records, intake: Intake, read: ReadRecord): Promise<KeptRecord[]> {
  const { acting, officer, device, aheadSeconds } = intake;
  const saidAt = read.record === null ? acting.at : new Date(read.record.at);
  const settled = await becomes(trx, intake, read.record, saidAt);
  const kept: KeptRecord = {
    ...{ id: read.id, officer, device, saidAt, clockAheadSeconds: aheadSeconds, body: read.body },
    ...{ ...settled, receivedAt: acting.at, settledAt: settledAt(settled, acting) },
  };
  if (await insertSent(trx, kept)) return [kept];
  const renamed = { ...kept, id: ownId(read.id, officer) };
  await insertSent(trx, renamed);
  return [renamed];
}

const settledAt = ({ outcome }: Settled, { at }: Acting): Date | null =>
  outcome === 'taken' || outcome === 'again' ? at : null;

async function becomes(
  trx: Records,
  { acting, officer, device, aheadSeconds, revoked }: Intake,
  record: SentRecord | null,
  saidAt: Date,
): Promise<Settled> {
  if (record === null) return { outcome: 'held', said: SAID.unreadable, absence: null };
  if (revoked) return { outcome: 'held', said: SAID.revoked, absence: null };
  const at = putRight(saidAt, aheadSeconds);
  const settled = await settleApart(trx, acting, { record, at, receivedAt: acting.at, device, officer });
  return withClock(settled, aheadSeconds);
}

/**
 * Settles what waited for a record that has come now, and what stood in the way of another until somebody said more, until
 * nothing more can be told of any.
 */
async function settleEarlier(trx: Records, { acting, officer }: Intake): Promise<KeptRecord[]> {
  const done: KeptRecord[] = [];
  for (let more = true; more; ) {
    more = false;
    for (const before of await readUnsettledOf(trx, officer)) {
      const settled = await settledNow(trx, acting, before);
      if (settled === null || settled.outcome === before.outcome) continue;
      const kept = { ...before, ...settled, settledAt: settledAt(settled, acting) };
      await updateSent(trx, kept);
      done.push(kept);
      more = true;
    }
  }
  return done;
}

/** What a record that was kept comes to now; null for one that cannot be read. */
async function settledNow(trx: Records, acting: Acting, kept: KeptRecord): Promise<Settled | null> {
  const record = keptRecord(kept.body);
  if (record === null) return null;
  const { saidAt, clockAheadSeconds, receivedAt, device, officer } = kept;
  const at = putRight(saidAt, clockAheadSeconds);
  return withClock(await settleApart(trx, acting, { record, at, receivedAt, device, officer }), clockAheadSeconds);
}

function withClock(settled: Settled, aheadSeconds: number): Settled {
  const clock = sayClock(aheadSeconds);
  return clock === null ? settled : { ...settled, said: `${settled.said} ${clock}` };
}

async function auditTaken(trx: Records, { acting, device }: Intake, records: number): Promise<void> {
  await recordAudit(trx, { actor: acting.actor, action: 'ringfence.take-sent', subject: device, detail: { records } });
}

function answerOf(id: string, kept: KeptRecord | undefined): SentAnswer {
  if (kept === undefined) throw new StatementError(`The record ${id} was sent and is not kept.`);
  return { id, outcome: kept.outcome, said: kept.said };
}
