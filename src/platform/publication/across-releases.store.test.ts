import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdApprovers, personId, somebody } from '../../../test/builders/approvers.ts';
import { aNote, noteKind, notes } from '../../../test/builders/notes.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { claimOf, type Principal } from '../access/index.ts';
import { checkSnapshots, publishing } from './index.ts';

const B = somebody('b', 'command');
const C = somebody('c', 'command');
const ANNA: Principal = { kind: 'operator', name: 'anna', as: null };

/** Notes whose counts add up to their total, where there is one. */
const tables = publishing({
  ...noteKind,
  kind: 'panels.table',
  facetsOf: ({ counts }) => ({ counts: JSON.stringify(counts) }),
  disclosure: {
    ...noteKind.disclosure,
    release: (note) => ({
      ...noteKind.disclosure.release(note),
      relations:
        note.counts.total === undefined
          ? []
          : [{ total: 'total', parts: Object.keys(note.counts).filter((key) => key !== 'total') }],
    }),
  },
});

async function prepare(open: () => Promise<EmptyRecords>) {
  const { records, database, close } = await open();
  await holdApprovers(records, ['b', 'c']);
  const as = (principal: Principal) => testPlatform(database, { principal });
  const publish = async (counts: Record<string, number>, kind: typeof notes = tables) => {
    const { id } = await kind.draft(as(B), aNote('a table', counts));
    await kind.propose(as(B), { id });
    const contentHash = (await kind.preview(as(C), { id }))?.approvalHash ?? '';
    const moves = [await kind.approve(as(C), { id, contentHash }), await kind.publish(as(C), { id })];
    expect(moves.map((move) => move.kind)).toEqual(['done', 'done']);
    return { id, counts: (await kind.findPublished(database.records, id))?.snapshot?.counts ?? {} };
  };
  const write = (principal: Principal, statement: string) =>
    database
      .actingAs(claimOf(principal))
      .transaction()
      .execute((trx) => sql.raw<{ id: string }>(statement).execute(trx));
  return { records, database, close, as, publish, write };
}

/** Every value a figure may have, for somebody who tries all counts that fit every release. */
function possible(of: string, releases: readonly Record<string, number | null>[]): Set<number> {
  const found = new Set<number>();
  for (let a = 0; a <= 12; a += 1)
    for (let b = 0; b <= 12; b += 1) {
      const truth: Record<string, number> = { a, b, c: 90, total: a + b + 90 };
      const fits = releases.every((seen) =>
        Object.entries(seen).every(([key, count]) => count === null || truth[key] === count),
      );
      if (fits) found.add(truth[of] ?? -1);
    }
  return found;
}

describeStores('publications of one key', (open) => {
  it('together do not give away what one of them hides, withdrawn or not', async () => {
    const { database, close, as, publish } = await prepare(open);
    const first = await publish({ a: 2, b: 7, c: 90, total: 99 });
    expect(first.counts).toEqual({ a: null, b: null, c: 90, total: 99 });
    // What the second alone may show gives the first away.
    expect(possible('a', [first.counts, { b: 7, c: 90 }])).toEqual(new Set([2]));
    const second = await publish({ b: 7, c: 90 });
    expect(second.counts).toEqual({ b: null, c: 90 });
    await tables.withdraw(as(C), { id: first.id, reason: 'It named a street.' });
    const third = await publish({ b: 7 });
    expect(possible('a', [first.counts, second.counts, third.counts]).size).toBeGreaterThan(3);
    const listed = await tables.listPublished(database.records, 'Belsize');
    expect(listed.map(({ id, facets }) => [id, facets])).toEqual([
      [third.id, { counts: '{"b":null}' }],
      [second.id, { counts: '{"b":null,"c":90}' }],
      [first.id, {}],
    ]);
    await close();
  });

  it('stand in the order in which they were published, and an approval made on another basis is stale', async () => {
    const { database, close, as } = await prepare(open);
    const propose = async (text: string) => {
      const item = await notes.draft(as(B), aNote(text));
      await notes.propose(as(B), { id: item.id });
      return item;
    };
    const [one, two] = [await propose('ONE'), await propose('TWO')];
    const seen = (await notes.preview(as(C), { id: one.id }))?.approvalHash ?? '';
    await notes.approve(as(C), two);
    await notes.publish(as(C), { id: two.id });
    expect(await notes.approve(as(C), { id: one.id, contentHash: seen })).toMatchObject({
      kind: 'changed',
      changes: [{ path: ['takes the place of'], before: 'nothing', after: `number ${two.id}` }],
    });
    const preview = await notes.preview(as(C), { id: one.id });
    expect(preview?.before?.snapshot.text).toBe('TWO');
    await notes.approve(as(C), { id: one.id, contentHash: preview?.approvalHash ?? '' });
    expect((await notes.publish(as(C), { id: one.id })).kind).toBe('done');
    const ids = (await notes.listPublished(database.records, one.key)).map(({ id }) => id);
    expect(ids).toEqual([one.id, two.id]);
    const standing = await notes.preview(as(C), { id: one.id });
    expect(standing?.ifWithdrawn).toBe(
      `Withdrawing it puts number ${two.id}, in force from 1 March 2026, back in its place.`,
    );
    await close();
  });

  it('are refused where what they take the place of changed between approval and publication', async () => {
    const { close, as, publish } = await prepare(open);
    const { id } = await notes.draft(as(B), aNote('ONE'));
    await notes.propose(as(B), { id });
    const contentHash = (await notes.preview(as(C), { id }))?.approvalHash ?? '';
    await notes.approve(as(C), { id, contentHash });
    await publish({ busy: 90 }, notes);
    expect(await notes.publish(as(C), { id })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('take the place of something else'),
    });
    await close();
  });

  it('cannot be begun as approved, changed in another’s name, or altered once published', async () => {
    const { records, database, close, as, publish, write } = await prepare(open);
    const [b, c] = [personId('b'), personId('c')];
    const insert = (columns: string, values: string, author = b) =>
      `insert into publication.item (kind, module, key, unit, in_force_from, state, content_hash, author, created_at,
        changed_by, changed_at${columns}) values ('panels.note', 'panels', 'x', 'Central North', '2026-01-01', 'draft', 'h',
        '${author}', now(), '${author}', now()${values})`;
    const forged = insert(', approved_by, approved_at, approved_hash', `, '${c}', now(), 'h'`);
    await expect(write(B, forged)).rejects.toThrow('begins as a draft');
    await expect(write(B, insert('', '', c))).rejects.toThrow('in no other name');
    const { id } = await notes.draft(as(B), aNote('THREE'));
    await notes.propose(as(B), { id });
    const change = `update publication.item set version = version + 1, content_hash = 'mine', changed_by = '${b}' where id = ${id}`;
    await expect(write(C, change)).rejects.toThrow('in no other name');
    const out = await publish({ busy: 90 }, notes);
    const where = `where item = ${out.id}`;
    for (const set of ["content_hash = 'x'", "in_force_from = '2020-01-01'", 'alone = true'])
      await expect(write(C, `update publication.snapshot set ${set} ${where}`)).rejects.toThrow('permission denied');
    for (const set of [`content = '{"text":"FORGED","counts":{}}'`, 'content = null', 'withdrawn_at = now()'])
      await expect(write(C, `update publication.snapshot set ${set} ${where}`)).rejects.toThrow(
        /was approved|taken away/,
      );
    expect(await checkSnapshots(records)).toEqual({ checked: 1, faults: [] });
    // Only whoever owns the tables can take the trigger away; then the hash tells.
    await sql.raw('alter table publication.snapshot disable trigger user').execute(records);
    await sql
      .raw(`update publication.snapshot set content = '{"text":"FORGED","counts":{}}' ${where}`)
      .execute(records);
    await sql.raw('alter table publication.snapshot enable trigger user').execute(records);
    await expect(notes.findPublished(database.records, out.id)).rejects.toThrow('is not shown');
    expect((await checkSnapshots(records)).faults).toEqual([
      `Number ${out.id} of panels.note is not what was approved.`,
    ]);
    await close();
  });

  it('are not drafted at the command line without a name, nor approved with one by whoever may have drafted them', async () => {
    const { records, database, close } = await open();
    const as = (principal: Principal) => testPlatform(database, { principal });
    const { id, contentHash } = await allocationLike.draft(as(ANNA), aNote('by nobody named'));
    await allocationLike.propose(as(ANNA), { id });
    await holdApprovers(records, ['b', 'c']);
    await expect(allocationLike.draft(as(ANNA), aNote('again'))).rejects.toThrow('with --as');
    const asC: Principal = C.kind === 'person' ? { ...ANNA, as: { person: C.person, grants: C.grants } } : C;
    expect(await allocationLike.approve(as(asC), { id, contentHash })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('without a name'),
    });
    await close();
  });
});

/** Notes in a module where the command line may draft by itself. */
const allocationLike = publishing({ ...noteKind, kind: 'allocation.note', module: 'allocation' });
