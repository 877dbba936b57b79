import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdApprovers, personId, somebody } from '../../../test/builders/approvers.ts';
import { aNote, noteKind, notes } from '../../../test/builders/notes.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { controlDisclosure, type Release } from '../../lib/disclosure/index.ts';
import type { Principal } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { publishing } from './index.ts';
import type { Moved, PublicationItem } from './model.ts';

const WARD = { borough: 'E09000007', ward: 'E05013652' };
const SERGEANT = somebody('a', 'sergeant', WARD);
const COMMANDER = somebody('b', 'command');
const SECOND_COMMANDER = somebody('c', 'command');

function done(moved: Moved): PublicationItem {
  if (moved.kind !== 'done') throw new Error(JSON.stringify(moved));
  return moved.item;
}

async function prepare(open: () => Promise<EmptyRecords>, approvers: string[] = ['b', 'c']) {
  const { records, database, close } = await open();
  await holdApprovers(records, approvers);
  const as = (principal: Principal, now = '2026-03-10T12:00:00Z'): Platform =>
    testPlatform(database, { principal, now: new Date(now) });
  const propose = async (principal: Principal, drafted = aNote('a first note')) => {
    const { id } = await notes.draft(as(principal), drafted);
    return done(await notes.propose(as(principal), { id }));
  };
  const publish = async (drafted = aNote('a first note')) => {
    const { id } = await propose(SERGEANT, drafted);
    const contentHash = (await notes.preview(as(COMMANDER), { id }))?.approvalHash ?? '';
    done(await notes.approve(as(COMMANDER), { id, contentHash }));
    return done(await notes.publish(as(COMMANDER), { id }));
  };
  const seen = (id: string) => notes.findPublished(database.records, id);
  return { records, database, close, as, propose, publish, seen };
}

describeStores('publication', (open) => {
  it('goes from draft to published by two people, each step audited with the hash of what it was', async () => {
    const { records, database, close, as, seen } = await prepare(open);
    const drafted = await notes.draft(as(SERGEANT), aNote('a first note', { quiet: 2, busy: 90 }));
    expect(drafted).toMatchObject({ state: 'draft', version: 1, drafted: { by: personId('a') }, approved: null });
    const { id, contentHash } = done(await notes.propose(as(SERGEANT), { id: drafted.id }));
    expect(await seen(id)).toBeNull();
    expect(done(await notes.approve(as(COMMANDER), { id, contentHash }))).toMatchObject({
      state: 'approved',
      alone: false,
    });
    expect(await seen(id)).toBeNull();
    done(await notes.publish(as(COMMANDER), { id }));
    expect(await seen(id)).toMatchObject({
      item: { alone: false, withdrawn: null, inForceFrom: '2026-03-01', facets: { long: false } },
      snapshot: { text: 'a first note', counts: { quiet: null, busy: 90 } },
    });
    expect((await notes.listPublished(database.records, 'Belsize')).map((each) => each.id)).toEqual([id]);
    const audits = await sql<{ actor: string; action: string; role: string; detail: string }>`
      select actor, action, role, detail from platform.audit order by seq`.execute(records);
    expect(audits.rows.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      `${personId('a')} panels.draft-note`,
      `${personId('a')} panels.propose-note`,
      `${personId('b')} panels.approve-note`,
      `${personId('b')} panels.publish-note`,
    ]);
    expect(audits.rows.map(({ role }) => role)).toEqual([
      ...['sergeant', 'sergeant'].map((role) => `${role}, Central North, E09000007, E05013652`),
      ...['command, Central North', 'command, Central North'],
    ]);
    expect(audits.rows.every(({ detail }) => detail.includes(contentHash))).toBe(true);
    await close();
  });

  it('cannot be approved by its author, nor by who changed it last, nor by whose role does not approve', async () => {
    const { close, as, propose } = await prepare(open);
    const own = await propose(COMMANDER);
    const { id, contentHash } = own;
    expect(await notes.approve(as(COMMANDER), { id, contentHash })).toEqual({
      kind: 'refused',
      because: 'You proposed this yourself: ask somebody else to approve it.',
    });
    const { inForceFrom, content } = aNote('put otherwise');
    const changed = done(await notes.change(as(SECOND_COMMANDER), { id, version: 1, inForceFrom, content }));
    expect(await notes.approve(as(SECOND_COMMANDER), { id, contentHash: changed.contentHash })).toMatchObject({
      kind: 'refused',
      because: 'You changed this last: ask somebody else to approve it.',
    });
    await expect(notes.approve(as(SERGEANT), { id, contentHash })).rejects.toThrow('Your role does not allow you');
    await expect(notes.approve(as({ kind: 'visitor' }), { id, contentHash })).rejects.toThrow('Sign in');
    await close();
  });

  it('may be approved alone while one person at most could ever approve, and is marked so', async () => {
    const { close, as, propose, seen } = await prepare(open, ['b']);
    const { id, contentHash } = await propose(COMMANDER);
    expect(done(await notes.approve(as(COMMANDER), { id, contentHash })).alone).toBe(true);
    done(await notes.publish(as(COMMANDER), { id }));
    expect((await seen(id))?.item.alone).toBe(true);
    await close();
  });

  it('does not count made-up people among those who could have been the second of a real one', async () => {
    const { records, database, close } = await open();
    await holdApprovers(records, ['c', 'd'], { madeUp: true });
    const commander = testPlatform(database, { principal: COMMANDER });
    const { id, contentHash } = await notes.draft(commander, aNote('a first note'));
    await notes.propose(commander, { id });
    expect(done(await notes.approve(commander, { id, contentHash })).alone).toBe(true);
    await close();
  });

  it('keeps the two-person rule in the records themselves, whoever writes', async () => {
    const { database, close, as, propose } = await prepare(open);
    const { id } = await propose(COMMANDER);
    const approveBy = (by: string, alone: boolean) =>
      as(COMMANDER)
        .records.transaction()
        .execute((trx) =>
          sql`update publication.item set state = 'approved', approved_by = ${by}, approved_at = now(), alone = ${alone},
            approved_hash = content_hash where id = ${id}::bigint`.execute(trx),
        );
    await expect(approveBy(personId('b'), false)).rejects.toThrow('approved_by_someone_else');
    await expect(approveBy(personId('b'), true)).rejects.toThrow('by a second person');
    await expect(approveBy(personId('c'), false)).rejects.toThrow('in no other name');
    await expect(approveBy('cli:anna', false)).rejects.toThrow('in no other name');
    await expect(approveBy('wardroom', false)).rejects.toThrow('in no other name');
    await expect(
      sql`update publication.item set state = 'published', published_at = now() where id = ${id}::bigint`.execute(
        database.system,
      ),
    ).rejects.toThrow('cannot go from where it stands');
    await close();
  });

  it('approves exactly what the approver saw: a draft changed meanwhile is compared, and both are kept', async () => {
    const { records, close, as, propose } = await prepare(open);
    const seen = await propose(SERGEANT);
    const { inForceFrom, content } = aNote('a second thought');
    done(await notes.change(as(SERGEANT), { id: seen.id, version: 1, inForceFrom, content }));
    const stale = await notes.approve(as(COMMANDER), { id: seen.id, contentHash: seen.contentHash });
    expect(stale).toMatchObject({
      kind: 'changed',
      item: { version: 2, state: 'proposed', approved: null },
      changes: [{ path: ['text'], kind: 'changed', before: 'a first note', after: 'a second thought' }],
    });
    const late = await notes.change(as(SERGEANT), { id: seen.id, version: 1, inForceFrom, content });
    expect(late).toMatchObject({ kind: 'changed', item: { version: 2 } });
    const { rows } = await sql`select content ->> 'text' as text from publication.version order by version`.execute(
      records,
    );
    expect(rows).toEqual([{ text: 'a first note' }, { text: 'a second thought' }]);
    // Another day alone is another thing to approve.
    done(await notes.change(as(SERGEANT), { id: seen.id, version: 2, inForceFrom: '2026-04-01', content }));
    expect(
      await notes.approve(as(COMMANDER), {
        id: seen.id,
        contentHash: (late as { item: PublicationItem }).item.contentHash,
      }),
    ).toMatchObject({ kind: 'changed' });
    await close();
  });

  it('of many who approve at once, one does and the others are told', async () => {
    const { close, as, propose } = await prepare(open);
    const { id, contentHash } = await propose(SERGEANT);
    const approvers = Array.from({ length: 10 }, (_, each) => (each % 2 === 0 ? COMMANDER : SECOND_COMMANDER));
    const moved = await Promise.all(approvers.map((approver) => notes.approve(as(approver), { id, contentHash })));
    expect(moved.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(moved.filter(({ kind }) => kind === 'refused')).toHaveLength(9);
    expect(moved).toContainEqual({ kind: 'refused', because: expect.stringContaining('is approved already') });
    await close();
  });

  it('is seen by the public from its day, by the calendar of the records, and by its module’s readers before', async () => {
    const { database, records, close, as, publish } = await prepare(open);
    const { rows } = await sql<{ today: string; tomorrow: string }>`select to_char(day, 'YYYY-MM-DD') as today,
      to_char(day + 1, 'YYYY-MM-DD') as tomorrow from (select (now() at time zone 'Europe/London')::date as day) as d`.execute(
      records,
    );
    const [{ today, tomorrow } = { today: '', tomorrow: '' }] = rows;
    const shown = await publish({ ...aNote('of today'), inForceFrom: today });
    const toCome = await publish({ ...aNote('of tomorrow'), inForceFrom: tomorrow });
    const ids = (await notes.listPublished(database.records, 'Belsize')).map(({ id }) => id);
    expect(ids).toEqual([shown.id]);
    expect(await notes.findPublished(database.records, toCome.id)).toBeNull();
    const inside = await as(SERGEANT)
      .records.transaction()
      .execute((trx) => notes.findPublished(trx, toCome.id));
    expect(inside?.snapshot?.text).toBe('of tomorrow');
    await close();
  });

  it('withdrawn, says that it was there and why it is not; its content goes where the kind says so', async () => {
    const { close, as, publish, seen } = await prepare(open);
    const { id } = await publish();
    expect(await notes.withdraw(as(COMMANDER), { id, reason: '  ' })).toMatchObject({ kind: 'refused' });
    await expect(notes.withdraw(as(SERGEANT), { id, reason: 'wrong' })).rejects.toThrow('Your role does not allow you');
    expect(await notes.takeBack(as(SERGEANT), { id, reason: 'wrong' })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('approved already'),
    });
    expect((await seen(id))?.snapshot).not.toBeNull();
    done(await notes.withdraw(as(SECOND_COMMANDER), { id, reason: 'It named a street.' }));
    expect(await seen(id)).toMatchObject({ item: { withdrawn: { reason: 'It named a street.' } }, snapshot: null });
    const kept = await notes.find(as(SERGEANT), { id });
    expect(kept).toMatchObject({
      item: { state: 'withdrawn', withdrawn: { by: personId('c') } },
      content: { text: 'a first note' },
    });
    const own = await notes.draft(as(SERGEANT), aNote('not yet'));
    expect(done(await notes.takeBack(as(SERGEANT), { id: own.id, reason: 'not now' })).state).toBe('withdrawn');
    await close();
  });

  it('previews what would change for a reader', async () => {
    const { close, as, publish, propose } = await prepare(open);
    const first = await publish(aNote('a first note', { busy: 90 }));
    const { id } = await propose(SERGEANT, { ...aNote('a second', { busy: 91, quiet: 2 }), inForceFrom: '2026-03-02' });
    expect(await notes.preview(as(COMMANDER), { id })).toMatchObject({
      before: { item: { id: first.id }, snapshot: { text: 'a first note' } },
      after: {
        kind: 'protected',
        snapshot: { counts: { busy: 91, quiet: null } },
        record: { primary: 1, because: 'Counts under 5 are hidden.' },
      },
      changes: [
        { path: ['text'], before: 'a first note', after: 'a second' },
        { path: ['counts', 'busy'], before: 90, after: 91 },
        { path: ['counts', 'quiet'], kind: 'added', after: null },
      ],
      described: {
        sentences: [
          'From a first note to a second.',
          'Its day, 2 March 2026, has passed: once published it counts from then, and readers see it at once.',
        ],
      },
      mayApprove: { kind: 'second person' },
    });
    expect(await notes.preview(as(COMMANDER), { id: '999' })).toBeNull();
    expect(await notes.preview(as(COMMANDER), { id: '1; drop table' })).toBeNull();
    await close();
  });

  it('is not published when a count could be worked out, and says which in one sentence', async () => {
    const { close, as, propose } = await prepare(open);
    const { id, contentHash } = await propose(SERGEANT, aNote('a first note', { known: 3 }));
    expect(await notes.approve(as(COMMANDER), { id, contentHash })).toEqual({
      kind: 'refused',
      because:
        '“Note of Belsize” cannot be published, because counts that may not be known could be worked out from it: known (rule “Under 5”). Leave them out, or sum them further.',
    });
    await close();
  });

  it('asks the engine for every snapshot, and publishes nothing that it makes otherwise than was approved', async () => {
    const { close, as, propose } = await prepare(open);
    const asked: Release[] = [];
    const watched = publishing(noteKind, {
      engine: (release) => {
        asked.push(release);
        return controlDisclosure(asked.length < 2 ? release : { ...release, rules: [] });
      },
    });
    const { id, contentHash } = await propose(SERGEANT, aNote('a first note', { quiet: 2 }));
    done(await watched.approve(as(COMMANDER), { id, contentHash }));
    expect(await watched.publish(as(COMMANDER), { id })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('no longer what was approved'),
    });
    expect(asked).toMatchObject([{ on: '2026-03-10', rules: [{ name: 'Under 5' }], cells: [{ count: 2 }] }, {}]);
    await close();
  });
});
