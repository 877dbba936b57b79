import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdApprovers, personId, somebody } from '../../../test/builders/approvers.ts';
import { aNote, notes } from '../../../test/builders/notes.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { claimOf, type Principal } from '../access/index.ts';

const OWN = { borough: 'E09000007' };
const OTHER = { borough: 'E09000019' };
const WARD = { ...OWN, ward: 'E05013652' };

/** Who asks, and whether they may see a draft of a note of Belsize, and one of the whole unit. */
const READERS: [string, Principal, ofWard: boolean, ofUnit: boolean][] = [
  ['a visitor', { kind: 'visitor' }, false, false],
  ['the council of the borough', somebody('d', 'council', OWN), true, false],
  ['the council of the other borough', somebody('d', 'council', OTHER), false, false],
  ['the chair of the ward’s panel', somebody('d', 'chair', WARD), true, false],
  ['the chair of another panel', somebody('d', 'chair', { ...OTHER, ward: 'E05013699' }), false, false],
  ['a sergeant of the other borough', somebody('d', 'sergeant', OTHER), false, false],
  ['an administrator', somebody('d', 'administrator'), false, false],
  ['the command line by itself', { kind: 'operator', name: 'anna', as: null }, false, false],
  ['the commander', somebody('b', 'command'), true, true],
];
const TABLES = ['publication.item', 'publication.version'];

describeStores('drafts, asked for in SQL', (open) => {
  it('are seen only by who may read the module there; what is published by anyone', async () => {
    const { records, database, close } = await open();
    await holdApprovers(records, ['b', 'c']);
    const author = testPlatform(database, { principal: somebody('b', 'command') });
    const { id: ofWard } = await notes.draft(author, aNote('of a ward'));
    await notes.propose(author, { id: ofWard });
    const ofUnitNote = { ...aNote('of all'), key: 'all', place: { unit: 'Central North', borough: null, ward: null } };
    const { id: ofUnit } = await notes.draft(author, ofUnitNote);
    const draft = await notes.draft(author, aNote('soon out'));
    await notes.propose(author, { id: draft.id });
    const approver = testPlatform(database, { principal: somebody('c', 'command') });
    await notes.approve(approver, { id: draft.id, contentHash: draft.contentHash });
    await notes.publish(approver, { id: draft.id });
    for (const [who, principal, seesWard, seesUnit] of READERS) {
      const acting = database.actingAs(claimOf(principal));
      for (const table of TABLES) {
        const column = sql.ref(table === 'publication.item' ? 'id' : 'item');
        const { rows } = await acting.transaction().execute((trx) =>
          sql<{
            id: string;
          }>`select ${column}::text as id from ${sql.table(table)} where ${column} in (${ofWard}::bigint, ${ofUnit}::bigint)
            order by 1`.execute(trx),
        );
        const expected = [...(seesWard ? [ofWard] : []), ...(seesUnit ? [ofUnit] : [])];
        expect([who, table, rows.map(({ id }) => id)]).toEqual([who, table, expected]);
        // Outside a transaction everybody is nobody.
        expect((await sql`select from ${sql.table(table)}`.execute(acting)).rows).toEqual([]);
      }
      const published = await acting
        .transaction()
        .execute((trx) => sql`select item from publication.snapshot`.execute(trx));
      expect(published.rows).toHaveLength(1);
    }
    await close();
  });

  it('are changed and decided only by whose role says so, and nothing is ever removed', async () => {
    const { records, database, close } = await open();
    await holdApprovers(records, ['b', 'c']);
    const author = testPlatform(database, { principal: somebody('a', 'sergeant', WARD) });
    const { id } = await notes.draft(author, aNote('of a ward'));
    const asked = (principal: Principal, statement: string) =>
      database
        .actingAs(claimOf(principal))
        .transaction()
        .execute((trx) => sql.raw(statement).execute(trx))
        .then(({ numAffectedRows }) => Number(numAffectedRows ?? 0));
    const rename = `update publication.item set version = version + 1, content_hash = 'another',
      changed_by = '${personId('d')}' where id = ${id}`;
    expect(await asked(somebody('d', 'council', OWN), rename)).toBe(0);
    expect(await asked(somebody('d', 'chair', { ...OTHER, ward: 'E05013699' }), rename)).toBe(0);
    expect(await asked({ kind: 'visitor' }, rename)).toBe(0);
    expect(await asked(somebody('d', 'chair', WARD), rename)).toBe(1);
    const otherName = rename.replace(personId('d'), personId('c')).replace("'another'", "'a third'");
    await expect(asked(somebody('d', 'chair', WARD), otherName)).rejects.toThrow('in no other name');
    await asked(
      somebody('a', 'sergeant', WARD),
      `update publication.item set state = 'proposed', proposed_at = now() where id = ${id}`,
    );
    const approve = `update publication.item set state = 'approved', approved_at = now(), approved_hash = content_hash,
      approved_by = '${personId('e')}' where id = ${id}`;
    await expect(asked(somebody('e', 'chair', WARD), approve)).rejects.toThrow('row-level security');
    const insert = (
      state: string,
    ) => `insert into publication.item (kind, module, key, unit, in_force_from, state, content_hash,
      author, created_at, changed_by, changed_at) values ('panels.note', 'panels', 'x', 'Central North', '2026-01-01', '${state}',
      'h', '${personId('d')}', now(), '${personId('d')}', now())`;
    await expect(asked(somebody('d', 'council', OWN), insert('draft'))).rejects.toThrow('row-level security');
    await expect(asked(somebody('d', 'command'), insert('proposed'))).rejects.toThrow();
    for (const table of [...TABLES, 'publication.snapshot'])
      await expect(asked(somebody('d', 'command'), `delete from ${table}`)).rejects.toThrow('permission denied');
    const publish = `insert into publication.snapshot (item, kind, module, key, unit, in_force_from, facets, published_at, alone,
      content_hash, disclosure) values (${id}, 'panels.note', 'panels', 'x', 'Central North', '2026-01-01', '{}', now(), false, 'h', '{}')`;
    await expect(asked(somebody('d', 'command'), publish)).rejects.toThrow(/row-level security|was approved/);
    await close();
  });
});
