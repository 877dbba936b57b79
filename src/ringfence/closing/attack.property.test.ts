import { expect, test } from 'vitest';
import { type AttackedLine, attackOn } from '../../../test/builders/ringfence-attack.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { seededRandom } from '../../lib/statistics/random.ts';
import type { PolicyInForce, PostClass } from '../model.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import { publicReport } from '../published.ts';
import type { PublicGroup, PublicMonth } from './model.ts';
import { type MonthRead, publicMonth } from './public-month.ts';

const MONTHS = ['2025-10', '2025-11'] as const;
const CLOSINGS = ['2025-12-10', '2026-01-10'] as const;
/** Officers by ward: floor posts, extra ones, PCSOs. Bunhill has two people, and goes with nobody. */
const WARDS: readonly (readonly [string, string, readonly PostClass[]])[] = [
  ['W1', 'B1', ['floor', 'floor', 'pcso']],
  ['W2', 'B1', ['floor', 'floor', 'pcso', 'extra']],
  ['W3', 'B1', ['floor', 'floor', 'floor', 'extra', 'extra']],
  ['W4', 'B1', ['floor', 'pcso']],
];

/** The policy of a unit that adopted the ring-fence for its extra officers too: all classes of a ward are one group. */
const RINGED: PolicyInForce = {
  ...PERMITTED_DEFAULT,
  policy: { ...PERMITTED_DEFAULT.policy, classes: { floor: 'ring-fenced', extra: 'ring-fenced', pcso: 'ring-fenced' } },
};
/** Lines from this number on come after the first closing. */
const LATER = 1_000_000;

/** Who serves where: numbers begin with that of the ward. */
const PEOPLE = WARDS.flatMap(([ward, , classes], at) =>
  classes.map((postClass, place) => ({ ward, postClass, officer: (at + 1) * 10 + place })),
);

function ledgerOf(seed: number, ringed = false): AttackedLine[] {
  const random = seededRandom(seed);
  const lines = MONTHS.flatMap((month) =>
    PEOPLE.flatMap(({ ward, postClass, officer }) => {
      const later = random() < 0.3;
      const line = { month, wardCode: ward, postClass, officer, late: false };
      return minutesOf(random, postClass, ringed).map((each) => ({ ...line, ...each, later }));
    }),
  );
  return lines.map(({ later, ...line }, at) => ({ ...line, id: (later ? LATER : 0) + at + 1 }));
}

/** What an officer did in a month. Everybody has a quarter of a contracted one, for whoever has less is one of no three. */
function minutesOf(random: () => number, postClass: PostClass, ringed: boolean) {
  const some = (share: number) => random() < share;
  const halfHours = (most: number) => 30 * (1 + Math.floor(random() * most));
  const against = postClass === 'extra' && !ringed ? ('unruled' as const) : ('breach' as const);
  const away = postClass === 'extra' || some(0.5) ? CUSTODY : AID;
  const [permitted = COURT] = [TRAINING, ORDERED_TRAINING].filter(() => some(0.5));
  const kept = { reason: '', orderedBy: '' } as const;
  const kinds = [
    { share: 1, account: 'confirmed' as const, ...kept, minutes: 2700 + halfHours(100) },
    { share: 0.4, account: 'leave' as const, ...kept, minutes: halfHours(40) },
    { share: 0.4, account: against, ...away, minutes: halfHours(30) },
    { share: 0.3, account: 'permitted' as const, ...permitted, minutes: halfHours(20) },
  ];
  return kinds.filter(({ share }) => some(share)).map(({ share: _, ...line }) => line);
}

const CUSTODY = { reason: 'custody', orderedBy: 'duty-inspector' } as const;
const AID = { reason: 'aid-force', orderedBy: 'operations-room' } as const;
const TRAINING = { reason: 'training', orderedBy: 'training-unit' } as const;
const ORDERED_TRAINING = { reason: 'training', orderedBy: 'duty-inspector' } as const;
const COURT = { reason: 'court-own-case', orderedBy: 'court' } as const;

const readOf = (lines: readonly AttackedLine[], month: Month, timeline: readonly PolicyInForce[]): MonthRead => ({
  ...{ unit: 'U', month, timeline, names: new Map(), synthetic: false },
  lines: lines.filter((line) => line.month === month),
  promises: WARDS.flatMap(([wardCode, boroughCode, classes]) =>
    [...new Set(classes)].map((postClass) => ({
      wardCode,
      boroughCode,
      postClass,
      promisedMinutes: 20_000,
      vacancyMinutes: 0,
    })),
  ),
});

/** Both closings of both months. */
function everythingPublic(
  lines: readonly AttackedLine[],
  between = (before: PublicMonth): PublicMonth | null => before,
  timeline: readonly PolicyInForce[] = [],
) {
  return MONTHS.map((month) => {
    const then = lines.filter(({ id }) => id < LATER);
    const first = publicMonth(readOf(then, month, timeline), CLOSINGS[0], null);
    return [first, publicMonth(readOf(lines, month, timeline), CLOSINGS[1], between(first))] as const;
  });
}

function attackWithReports(lines: readonly AttackedLine[], contents: readonly (readonly [PublicMonth, PublicMonth])[]) {
  const attack = attackOn(lines, contents.flat());
  const area = { unit: 'U', kind: 'unit' as const, code: null, name: 'U', boroughCode: null };
  for (const at of [0, 1] as const) {
    const over = contents.map((revisions) => revisions[at]);
    const closed = over.map((content) => ({ content, revision: at + 1, closedAt: new Date(0), hash: '' }));
    const last = closed.at(-1);
    if (last !== undefined) attack.addReport(publicReport(area, last, closed), over);
  }
  return attack;
}

test.each([
  [1, false],
  [2, false],
  [3, true],
] as const)(
  'a colleague learns no officer’s minutes from all that was ever public, ledger %i',
  async (seed, ringed) => {
    const lines = ledgerOf(seed, ringed);
    const attack = attackWithReports(lines, everythingPublic(lines, undefined, ringed ? [RINGED] : []));
    expect(attack.figures()).toBeGreaterThan(50);
    // One of each kind of ward: two others beside them, or more.
    for (const insider of [10, 22, 30]) expect(await attack.recovered(insider)).toEqual([]);
  },
);

test('every group has three officers or nobody, and a ward of two is never told by itself', () => {
  for (const seed of Array.from({ length: 30 }, (_, at) => at + 10)) {
    for (const content of everythingPublic(ledgerOf(seed)).flat()) {
      for (const { officers } of content.groups) expect(officers === 0 || officers >= 3).toBe(true);
      for (const group of content.groups.filter(({ officers }) => officers > 0))
        expect(group.cells.every(({ code }) => code === 'W4')).toBe(false);
    }
  }
});

test('the attack finds what a class of one, a corrected officer or a sum with the ward of two gives away', async () => {
  const lines = ledgerOf(1).map((line) => ({ ...line, id: line.id % LATER }));
  const [[first]] = everythingPublic(lines) as [[PublicMonth, PublicMonth]];
  const whole = first.groups.find(({ cells }) => cells.some(({ code }) => code === 'W1')) as PublicGroup;
  const only = (postClass: PostClass): PublicGroup => ({
    ...whole,
    cells: whole.cells.filter((cell) => cell.postClass === postClass),
  });
  const ofClass = attackOn(lines, [first]);
  ofClass.addSum('the PCSOs of W1', first, only('pcso'), 'confirmed');
  expect((await ofClass.recovered(10, ({ officer }) => officer === 12)).length).toBeGreaterThan(0);

  const pair = {
    ...whole,
    cells: [
      { ...whole.cells[0], code: 'W4' } as (typeof whole.cells)[number],
      { ...whole.cells[0], code: 'W4', postClass: 'pcso' } as (typeof whole.cells)[number],
    ],
  };
  const withPair = attackOn(lines, [first]);
  withPair.addSum('the ward of two', first, pair, 'confirmed');
  expect((await withPair.recovered(40, ({ officer }) => officer === 41)).length).toBeGreaterThan(0);
});

test('the figures of one officer who came late are found where a group takes them at once', async () => {
  const lines = ledgerOf(1).map((line): AttackedLine => {
    const late = line.officer === 31 && line.month === '2025-10';
    return { ...line, id: (line.id % LATER) + (late ? LATER : 0) };
  });
  const target = ({ officer }: { officer: number }) => officer === 31;
  // The ward has four on duty with them, so that three stand behind its figures without.
  const more = [...lines, ...lines.filter(({ officer }) => officer === 32).map((line) => ({ ...line, officer: 35 }))];
  const held = attackWithReports(more, everythingPublic(more));
  expect(await held.recovered(30, target)).toEqual([]);
  const atOnce = attackWithReports(
    more,
    everythingPublic(more, () => null),
  );
  expect((await atOnce.recovered(30, target)).length).toBeGreaterThan(0);
});

test('what the literal reading leaves out of a ward is found where a ward tells it', async () => {
  const lines = ledgerOf(3, true).map((line) => ({ ...line, id: line.id % LATER }));
  const [[first]] = everythingPublic(lines, undefined, [RINGED]) as [[PublicMonth, PublicMonth]];
  // W2 is one group of two floor officers, a PCSO and one extra officer, 23.
  const group = first.groups.find(({ cells }) => cells.some(({ code }) => code === 'W2')) as PublicGroup;
  const target = ({ officer, account }: { officer: number; account: string }) =>
    officer === 23 && account === 'confirmed';
  const ringed = { ...group, cells: group.cells.filter(({ postClass }) => postClass !== 'extra') };
  const attack = attackOn(lines, [first]);
  expect(await attack.recovered(20, target)).toEqual([]);
  attack.addSum('W2 without its extra officer', first, ringed, 'confirmed');
  expect((await attack.recovered(20, target)).length).toBeGreaterThan(0);
});
