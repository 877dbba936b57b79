import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareEdits } from '../../src/lib/editing/compare-edits.ts';
import { NotAllowed } from '../../src/platform/access/index.ts';
import { StaleEdit, saveAtVersion } from '../../src/platform/concurrency/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { describeStores, type EmptyRecords } from '../builders/records.ts';
import { testPlatform } from '../builders/test-platform.ts';
import { dropTables, makeTables } from './parallel-tables.ts';

/** Milliseconds: hundreds of transactions one after another, on a machine that may be busy with others. */
const SLOW = 240_000;

interface Note {
  id: number;
  title: string;
  action: string;
  changedBy: string;
  version: number;
}

const readNote = (row: Readonly<Record<string, unknown>>): Note => ({
  id: Number(row.id),
  title: String(row.title),
  action: String(row.action),
  changedBy: String(row.changed_by),
  version: Number(row.version),
});

const count = (many: number) => Array.from({ length: many }, (_, index) => index + 1);

describeStores('edits at the same time', (open) => {
  let kept: EmptyRecords;
  let records: Records;
  beforeEach(async () => {
    kept = await open();
    records = testPlatform(kept.database).records;
    await makeTables(kept.records);
  });
  afterEach(async () => {
    await dropTables(kept.records);
    await kept.close();
  });

  const addNotes = (many: number) =>
    sql`insert into parallel.note (id, title, action, changed_by)
      select id, 'Bins', 'Look', 'nobody' from unnest(${count(many)}::bigint[]) as id`.execute(kept.records);
  const save = (id: number, version: number, changes: Record<string, string>, as = records): Promise<Note> =>
    as
      .transaction()
      .execute((trx) => saveAtVersion(trx, { table: 'parallel.note', key: { id }, version, changes, read: readNote }));
  const noteIs = async (id: number): Promise<Note> => {
    const { rows } = await sql<Record<string, unknown>>`select * from parallel.note where id = ${id}`.execute(
      kept.records,
    );
    return readNote(rows[0] ?? {});
  };

  it('100 parallel edits of one record: one wins, 99 are told, and nothing that was typed is lost', {
    timeout: SLOW,
  }, async () => {
    await addNotes(1);
    const seen = await noteIs(1);
    const typed = count(100).map((editor) => ({ title: `Title of ${editor}`, action: `Action of ${editor}` }));
    const answers = await Promise.allSettled(
      typed.map((form, index) => save(1, seen.version, { ...form, changed_by: `editor ${index + 1}` })),
    );

    const winners = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(winners).toHaveLength(1);
    expect(await noteIs(1)).toEqual(winners[0]);
    expect(winners[0]?.version).toBe(2);

    const told = answers.flatMap((answer, index) => {
      if (answer.status === 'fulfilled') return [];
      if (!(answer.reason instanceof StaleEdit)) throw answer.reason;
      const yours = typed[index] ?? { title: '', action: '' };
      return [compareEdits({ seen: { ...seen }, stored: answer.reason.stored as Record<string, unknown>, yours })];
    });
    expect(told).toHaveLength(99);
    const [won] = winners;
    for (const edits of told)
      expect(edits.map(({ kind, seen: was, stored }) => ({ kind, was, stored }))).toEqual([
        { kind: 'conflict', was: 'Bins', stored: won?.title },
        { kind: 'conflict', was: 'Look', stored: won?.action },
      ]);
    const comesBack = told.map(([title, action]) => `${title?.yours} / ${action?.yours}`);
    const all = [...comesBack, `${won?.title} / ${won?.action}`].sort();
    expect(all).toEqual(typed.map(({ title, action }) => `${title} / ${action}`).sort());
  });

  it('50 users on 20 records: no save writes over what its editor had not seen', { timeout: SLOW }, async () => {
    const [users, notes] = [count(50), count(20)];
    await addNotes(notes.length);
    const saves: { id: number; from: number; saw: string; wrote: string }[] = [];
    let told = 0;
    await Promise.all(
      users.map(async (user) => {
        for (const step of notes) {
          const id = ((user + step) % notes.length) + 1;
          const seen = await noteIs(id);
          const wrote = `${user} on ${id}`;
          const answer = await save(id, seen.version, { title: wrote }).catch(staleOnly);
          if (answer instanceof StaleEdit) told += 1;
          else saves.push({ id, from: seen.version, saw: seen.title, wrote });
        }
      }),
    );

    expect(saves.length + told).toBe(users.length * notes.length);
    expect(told).toBeGreaterThan(0);
    for (const id of notes) {
      const chain = saves.filter((each) => each.id === id).sort((a, b) => a.from - b.from);
      expect(chain.map(({ from }) => from)).toEqual(count(chain.length));
      expect(['Bins', ...chain.map(({ wrote }) => wrote)]).toEqual([
        ...chain.map(({ saw }) => saw),
        chain.at(-1)?.wrote,
      ]);
      expect(await noteIs(id)).toMatchObject({ version: chain.length + 1, title: chain.at(-1)?.wrote });
    }
  });

  it('tells the editor of a record that was removed meanwhile', async () => {
    await addNotes(1);
    await sql`delete from parallel.note where id = 1`.execute(kept.records);
    await expect(save(1, 1, { title: 'Mine' })).rejects.toMatchObject({ name: 'StaleEdit', stored: null, version: 1 });
  });

  it('writes nothing for who may see a record and not change it, and does not call their edit stale', async () => {
    await addNotes(1);
    const analyst = testPlatform(kept.database, {
      principal: {
        kind: 'person',
        person: 'person:9f',
        grants: [{ role: 'analyst', scope: { unit: 'Central North', borough: null, ward: null }, organisation: null }],
        demonstration: false,
        steppedUp: false,
      },
    });
    await expect(save(1, 1, { title: 'Mine' }, analyst.records)).rejects.toThrow(NotAllowed);
    expect(await noteIs(1)).toMatchObject({ title: 'Bins', version: 1 });
  });

  it.each([[{}], [{ version: '9' }], [{ id: '2' }]])(
    'refuses %j as an edit before it asks the records',
    async (changes) => {
      await addNotes(1);
      await expect(save(1, 1, changes)).rejects.toMatchObject({ name: 'InvalidArgument' });
    },
  );
});

function staleOnly(error: unknown): StaleEdit {
  if (error instanceof StaleEdit) return error;
  throw error;
}
