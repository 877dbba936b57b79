import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdApprovers, personId, somebody } from '../../../test/builders/approvers.ts';
import { aNote, noteKind, notes } from '../../../test/builders/notes.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import type { Platform } from '../platform.ts';
import { contentHash } from './content-hash.ts';
import { sayApproval } from './place-taken.ts';

/** What A and B know of the items they began: the versions each has seen, whether or not they still stand. */
interface Known {
  items: { id: string; version: number; hashes: string[] }[];
  /** What was approved, by item: the snapshot readers were to see. */
  approved: Map<string, { text: string; by: string }>;
}
interface World {
  as: (person: number) => Platform;
  published: () => Promise<
    { id: string; text: string; alone: boolean; author: string; changed: string; approver: string }[]
  >;
  /** Published and sound when last looked. */
  outcomes: Record<string, number>;
}
type Step = fc.AsyncCommand<Known, World>;

const PEOPLE = ['b', 'c'];

/** One thing one of the two does to one of the items, as they last saw it or as it was before. */
function step(
  name: string,
  person: number,
  which: number,
  act: (platform: Platform, item: Known['items'][number], known: Known) => Promise<string>,
): Step {
  return {
    check: ({ items }) => items.length > 0,
    async run(known, world) {
      const item = known.items[which % known.items.length];
      if (item === undefined) return;
      const outcome = `${name}: ${await act(world.as(person), item, known)}`;
      world.outcomes[outcome] = (world.outcomes[outcome] ?? 0) + 1;
      for (const { id, text, alone, author, changed, approver } of await world.published()) {
        expect(text).toBe(known.approved.get(id)?.text);
        expect(approver).toBe(known.approved.get(id)?.by);
        if (!alone) expect([author, changed]).not.toContain(approver);
      }
    },
    toString: () => `${name} by ${person}`,
  };
}

const person = fc.nat(1);
const which = fc.nat(1);
const draft = fc.tuple(person, fc.string()).map(
  ([who, text]): Step => ({
    check: ({ items }) => items.length < 2,
    async run(known, world) {
      const { id, contentHash: hash } = await notes.draft(world.as(who), aNote(text));
      known.items.push({ id, version: 1, hashes: [hash] });
    },
    toString: () => `draft by ${who}`,
  }),
);
const change = fc.tuple(person, which, fc.string(), fc.boolean()).map(([who, item, text, late]) =>
  step('change', who, item, async (platform, seen) => {
    const { inForceFrom, content } = aNote(text);
    const version = late ? Math.max(1, seen.version - 1) : seen.version;
    const moved = await notes.change(platform, { id: seen.id, version, inForceFrom, content });
    if (moved.kind === 'done')
      Object.assign(seen, { version: moved.item.version, hashes: [...seen.hashes, moved.item.contentHash] });
    return moved.kind;
  }),
);
const approve = fc.tuple(person, which, fc.constantFrom(0, 0, 0, 1, 2)).map(([who, item, back]) =>
  step('approve', who, item, async (platform, seen, known) => {
    const hash = seen.hashes.at(-1 - back) ?? seen.hashes.at(-1) ?? '';
    const before = (await notes.preview(platform, { id: seen.id }))?.before?.item.id ?? null;
    const moved = await notes.approve(platform, {
      id: seen.id,
      contentHash: sayApproval({ contentHash: hash, before }),
    });
    if (moved.kind === 'done') {
      const found = await notes.find(platform, { id: seen.id });
      if (found === null) throw new Error('approved and not found');
      const { inForceFrom } = moved.item;
      expect(contentHash({ inForceFrom, content: found.content })).toBe(hash);
      known.approved.set(seen.id, { text: noteKind.snapshotOf(found.content).text, by: personId(PEOPLE[who] ?? '') });
    }
    return moved.kind;
  }),
);
const simple = (name: string, act: (platform: Platform, asked: { id: string }) => Promise<{ kind: string }>) =>
  fc
    .tuple(person, which)
    .map(([who, item]) => step(name, who, item, async (platform, { id }) => (await act(platform, { id })).kind));
const steps = fc.commands(
  [
    draft,
    change,
    simple('propose', notes.propose),
    simple('propose', notes.propose),
    approve,
    approve,
    approve,
    simple('publish', notes.publish),
    simple('publish', notes.publish),
    simple('withdraw', (platform, { id }) => notes.withdraw(platform, { id, reason: 'thought better' })),
  ],
  { maxCommands: 25, size: '+2' },
);

it.each([
  ['two people have been able to approve', PEOPLE, false],
  ['one has, ever', ['b'], true],
])(
  'whatever two people do while %s, nothing is published that another did not approve as it is',
  async (_, ever, alone) => {
    const { records, database, close } = await emptyRecords();
    await holdApprovers(records, ever);
    const outcomes: Record<string, number> = {};
    const as = (who: number) => testPlatform(database, { principal: somebody(PEOPLE[who] ?? '', 'command') });
    const published = async () =>
      (
        await sql<Awaited<ReturnType<World['published']>>[number]>`
        select item.id::text, snapshot.content ->> 'text' as text, snapshot.alone, author, changed_by as changed,
          approved_by as approver
        from publication.snapshot join publication.item on item.id = snapshot.item
        where snapshot.content is not null`.execute(records)
      ).rows;
    /** Each walk begins with a proposal of the first of the two. */
    const proposed = async () => {
      const { id, contentHash: hash } = await notes.draft(as(0), aNote('a first note'));
      await notes.propose(as(0), { id });
      return { id, version: 1, hashes: [hash] };
    };
    await fc.assert(
      fc
        .asyncProperty(steps, async (commands) => {
          await fc.asyncModelRun(
            async () => ({
              model: { items: [await proposed()], approved: new Map() },
              real: { as, published, outcomes },
            }),
            commands,
          );
        })
        .beforeEach(async () => {
          await sql`truncate publication.item, publication.version, publication.snapshot cascade`.execute(records);
        }),
      { seed: 2026, numRuns: 20 },
    );
    // The walk reached every outcome that matters, so that none of the above held for want of a case.
    expect(Object.keys(outcomes)).toEqual(
      expect.arrayContaining([
        'change: done',
        'change: changed',
        'approve: done',
        'approve: changed',
        'approve: refused',
        'publish: done',
        'publish: refused',
        'withdraw: done',
      ]),
    );
    const { rows } = await sql`select from publication.item where alone`.execute(records);
    if (!alone) expect(rows).toEqual([]);
    await close();
  },
);
