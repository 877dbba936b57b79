import type { DutyToday, QueuedRecord } from '../../today/model.ts';
import { isStillKept } from '../../today/queue-decisions.ts';
import { change, type Row, readKeys, readRow, readRows } from './database.ts';
import { keyOf, seal, unseal } from './seal.ts';

const THIS = 'this';

/** The phone itself, numbered when it first keeps something. */
export async function phoneOf(db: IDBDatabase): Promise<Row<'phone'>> {
  const found = await readRow(db, 'phone', THIS);
  if (found !== undefined) return found;
  const made = { salt: crypto.randomUUID(), holder: null };
  await change(db, ['phone'], (of) => of.put('phone', THIS, made));
  return made;
}

/** Makes somebody the one whose duty this phone shows; nobody else's duty stays on it. */
export async function hold(db: IDBDatabase, owner: string): Promise<void> {
  const phone = await phoneOf(db);
  if (phone.holder === owner) return;
  await change(db, ['phone', 'duty'], (of) => {
    of.clear('duty');
    of.put('phone', THIS, { ...phone, holder: owner });
  });
}

/** Keeps the duty of today, and no other; erases what is kept where there is none, or it is over. */
export async function keepDuty(db: IDBDatabase, owner: string, duty: DutyToday | null, now: Date): Promise<void> {
  const row = duty === null || !isStillKept(duty, now) ? null : await seal(await keyOf(db, owner), owner, duty);
  await change(db, ['duty'], (of) => {
    of.clear('duty');
    if (row !== null) of.put('duty', owner, row);
  });
}

/** The duty that is kept; null where there is none, or it is over: then it is erased. */
export async function keptDuty(db: IDBDatabase, owner: string, now: Date): Promise<DutyToday | null> {
  const row = await readRow(db, 'duty', owner);
  if (row === undefined) return null;
  const duty = await unseal<DutyToday>(await keyOf(db, owner), owner, row);
  if (isStillKept(duty, now)) return duty;
  await change(db, ['duty'], (of) => of.clear('duty'));
  return null;
}

/** Puts records into the queue, in place of those of their id. */
export async function queueRecords(db: IDBDatabase, owner: string, records: readonly QueuedRecord[]): Promise<void> {
  const key = await keyOf(db, owner);
  const rows = await Promise.all(
    records.map(async (record) => ({
      ...(await seal(key, owner, record)),
      ...{ id: record.id, owner, held: record.held !== null },
    })),
  );
  await change(db, ['queue'], (of) => {
    for (const row of rows) of.put('queue', row.id, row);
  });
}

/** Takes records out of the queue: what the server has answered for, or their officer has read. */
export const unqueueRecords = (db: IDBDatabase, ids: readonly string[]): Promise<void> =>
  change(db, ['queue'], (of) => {
    for (const id of ids) of.remove('queue', id);
  });

/** An owner's records by when they were made, and how many of others wait here. */
export async function queueOf(db: IDBDatabase, owner: string): Promise<{ own: QueuedRecord[]; others: number }> {
  const rows = await readRows(db, 'queue');
  const mine = rows.filter((row) => row.owner === owner);
  const key = mine.length === 0 ? null : await keyOf(db, owner);
  const own = key === null ? [] : await Promise.all(mine.map((row) => unseal<QueuedRecord>(key, owner, row)));
  const others = rows.filter((row) => row.owner !== owner && !row.held).length;
  return { own: own.toSorted((a, b) => a.at.localeCompare(b.at)), others };
}

/** Signs the phone itself out: nothing of a duty is left but sealed records that were not sent, and the keys to send them. */
export async function leave(db: IDBDatabase): Promise<void> {
  const phone = await phoneOf(db);
  const rows = await readRows(db, 'queue');
  const waiting = new Set(rows.filter(({ held }) => !held).map(({ owner }) => owner));
  const owners = await readKeys(db, 'keys');
  await change(db, ['phone', 'keys', 'duty', 'queue'], (of) => {
    of.clear('duty');
    for (const { id, held } of rows) if (held) of.remove('queue', id);
    for (const owner of owners) if (!waiting.has(owner)) of.remove('keys', owner);
    of.put('phone', THIS, { ...phone, holder: null });
  });
}

/** Erases key, duty and queue of an owner whose phone was revoked; what is somebody else's stays. */
export async function erase(db: IDBDatabase, owner: string): Promise<void> {
  const phone = await phoneOf(db);
  const rows = await readRows(db, 'queue');
  await change(db, ['phone', 'keys', 'duty', 'queue'], (of) => {
    of.remove('keys', owner);
    of.remove('duty', owner);
    for (const row of rows) if (row.owner === owner) of.remove('queue', row.id);
    of.put('phone', THIS, { ...phone, holder: null });
  });
}
