import { describe, expect, it } from 'vitest';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import type { Charter, OutcomeResult } from '../model.ts';
import type { AreaFigures } from '../panel/model.ts';
import { powerOfCharter } from '../power/power-of-charter.ts';
import { evaluate, evaluatePiece } from './evaluate.ts';
import type { EvaluationInput } from './model.ts';

/**
 * Ten areas, two of them treated, by difference in differences: all that is expected is worked out here in plain arithmetic,
 * without a line of the product.
 */
const FROM: Month = '2027-04';
const [BEFORE, TRANSITION, AFTER] = [24, 2, 13];
const LOOKS = [3, 6, 13];
const AREAS = Array.from({ length: 10 }, (_, at) => ({ code: `E0900001${at}`, name: `Area ${at}` }));
const TREATED = [0, 1];
const DONORS = [2, 3, 4, 5, 6, 7, 8, 9];
const RESIDENTS = [10_000, 300_000, 200_000, 150_000, 250_000, 180_000, 220_000, 90_000, 120_000, 310_000];
const [WORSE, BETTER, CONTEXT] = ['burglary', 'knife-crime-positive-outcomes', 'robbery'];

const charter: Charter = {
  ...CHARTER,
  treated: [
    { name: 'Both', areas: TREATED.map((at) => AREAS[at]?.code ?? ''), start: '2029-04', transitionMonths: TRANSITION },
  ],
  comparison: { ...CHARTER.comparison, excluded: [] },
  outcomes: [
    { measure: WORSE, role: 'primary', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: BETTER, role: 'guard', scale: 'rate', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: CONTEXT, role: 'context', scale: 'rate', minimumEffectPercent: 10, harmBoundPercent: 10 },
  ],
  ...{ preFrom: FROM, end: '2030-06', looks: ['2029-08', '2029-11', '2030-06'], estimator: 'did' },
  stopRule: { harmRate: 0.4, benefitRate: 0.3, meetWithinDays: 14 },
};

/** Counts that wave in every area's own way; from the start on those of the treated areas are `times` as many. */
function countsOf(times: number, level = 200): number[][] {
  return AREAS.map((_, area) =>
    Array.from({ length: BEFORE + TRANSITION + AFTER }, (__, month) => {
      const usual =
        level * (1 + area / 10) + 14 * Math.sin(month * 0.9 + area * 2.1) + 9 * Math.cos(month * (1.3 + 0.1 * area));
      const drift = 0.9 * month * Math.sin(3 * area);
      // In the transition everything is upside down, so that a month of it would be seen.
      const began = month < BEFORE ? 1 : month < BEFORE + TRANSITION ? 3 : times;
      return Math.round((usual + drift) * (TREATED.includes(area) ? began : 1));
    }),
  );
}

const figuresOf = (measure: string, counts: readonly (readonly number[])[]): AreaFigures[] =>
  counts.map((values, at) => ({ measure, area: AREAS[at]?.code ?? '', firstMonth: FROM, values }));

const residents = RESIDENTS.map((count, at) => ({
  ...{ measure: 'residents', area: AREAS[at]?.code ?? '', firstMonth: FROM, values: [count] },
}));

const inputOf = (figures: readonly AreaFigures[]): EvaluationInput => ({
  shown: { charter, hash: '0'.repeat(64), standing: 'file', signatures: [], amendments: [] },
  ...{ areas: AREAS, borders: [], figures: [...figures, ...residents], guardFigures: [], until: null },
  source: { vintage: 'made up', files: ['a.csv'], synthetic: true },
  versions: { wardroom: '0', node: '0', seed: 1 },
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** The months that count: those of the transition are gone. */
const kept = (counts: readonly (readonly number[])[]) =>
  counts.map((row) => [...row.slice(0, BEFORE), ...row.slice(BEFORE + TRANSITION)]);

type Scale = 'log' | 'rate';
type Counts = readonly (readonly number[])[];

/** The log of a group's average count, or the rate of all its residents together. */
function seriesOf(counts: Counts, group: readonly number[], scale: Scale): number[] {
  const together = (month: number) => sum(group.map((area) => counts[area]?.[month] ?? 0));
  const people = sum(group.map((area) => RESIDENTS[area] ?? 0));
  return Array.from({ length: counts[0]?.length ?? 0 }, (_, month) =>
    scale === 'log' ? Math.log(together(month) / group.length) : (1000 * together(month)) / people,
  );
}

/** Difference in differences of a group beside other areas, by so many months after the start. */
function did(counts: Counts, group: readonly number[], donors: readonly number[], scale: Scale, months = AFTER) {
  const own = seriesOf(counts, group, scale);
  const others = donors.map((area) => seriesOf(counts, [area], scale));
  const apart = own.map((value, month) => value - mean(others.map((row) => row[month] ?? 0)));
  const usual = mean(apart.slice(0, BEFORE));
  const gaps = apart.map((value) => value - usual);
  const estimate = mean(gaps.slice(BEFORE, BEFORE + months));
  const error = Math.sqrt(mean(gaps.slice(0, BEFORE).map((gap) => gap ** 2)));
  return { own, gaps, estimate, error, standardised: estimate / error };
}

const pairsOf = (areas: readonly number[]) =>
  areas.flatMap((one, at) => areas.slice(at + 1).map((other) => [one, other] as const));
const PAIRS = pairsOf([...TREATED, ...DONORS]);
const ELSEWHERE = pairsOf(DONORS);
const without = (group: readonly number[], areas: readonly number[]) => areas.filter((area) => !group.includes(area));

/**
 * How far every pair stands out one way from those that share no area with it, all ten areas in the lot; where none of those
 * moved that way, from next to nothing.
 */
function standing(values: readonly number[]): number[] {
  const least = 1e-9 * Math.max(...values.map(Math.abs));
  return values.map((value, at) => {
    const apart = PAIRS.flatMap((pair, other) =>
      pair.some((area) => PAIRS[at]?.includes(area)) ? [] : Math.max(0, values[other] ?? 0),
    );
    return value > 0 ? value / Math.max(least, ...apart) : value;
  });
}

const lotOf = (counts: Counts, scale: Scale, months = AFTER) =>
  PAIRS.map((pair) => did(counts, pair, without(pair, [...TREATED, ...DONORS]), scale, months).standardised);

function chanceOf(values: readonly number[]): number {
  const [higher, lower] = [standing(values), standing(values.map((value) => -value))];
  const either = higher.map((value, at) => Math.max(value, lower[at] ?? 0));
  return either.filter((value) => value >= (either[0] ?? 0) * (1 - 1e-9)).length / PAIRS.length;
}

/** Straight between neighbours. */
function quantile(values: readonly number[], share: number): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const place = (values.length - 1) * share;
  const below = inOrder[Math.floor(place)] ?? 0;
  return below + ((inOrder[Math.ceil(place)] ?? 0) - below) * (place % 1);
}

const planted = { worse: countsOf(1.3), better: countsOf(0.8, 300) };

function resultOf(): readonly OutcomeResult[] {
  const { worse, better } = planted;
  const figures = [...figuresOf(WORSE, worse), ...figuresOf(BETTER, better), ...figuresOf(CONTEXT, better)];
  const answer = evaluate(inputOf(figures));
  if (answer.kind === 'refused') throw new Error(answer.because);
  return answer.result.outcomes;
}

describe('a planted change, beside plain arithmetic', () => {
  const [worse, better, context] = resultOf() as [OutcomeResult, OutcomeResult, OutcomeResult];
  const cases = [
    { name: 'logs', found: worse, scale: 'log', counts: kept(planted.worse), role: 'primary' },
    { name: 'rates', found: better, scale: 'rate', counts: kept(planted.better), role: 'guard' },
  ] as const;

  it.each(cases)('has its per cent, crimes a month and in all, by $name', ({ found, scale, counts }) => {
    const { estimate, own } = did(counts, TREATED, DONORS, scale);
    const counted = sum(TREATED.flatMap((area) => counts[area]?.slice(BEFORE) ?? []));
    const percent =
      scale === 'log' ? 100 * (Math.exp(estimate) - 1) : (100 * estimate) / (mean(own.slice(BEFORE)) - estimate);
    const total = counted - counted / (1 + percent / 100);
    expect(found.primary?.percent).toBeCloseTo(percent, 8);
    expect(found.primary?.total).toBeCloseTo(total, 6);
    expect(found.primary?.perMonth).toBeCloseTo(total / AFTER, 6);
  });

  it.each(cases)('has what there was before, and the months judged, by $name', ({ found, counts }) => {
    const before = sum(TREATED.flatMap((area) => counts[area]?.slice(0, BEFORE) ?? []));
    expect(found.earlierAverage).toBeCloseTo(before / BEFORE, 8);
    expect(found.judged).toEqual({ from: '2029-06', to: '2030-06', months: 13 });
    expect(found.months.map(({ month }) => month)).toEqual([
      ...Array.from({ length: BEFORE }, (_, at) => addMonths(FROM, at)),
      ...Array.from({ length: AFTER }, (_, at) => addMonths('2029-06', at)),
    ]);
  });

  it.each(cases)('has its chance among all 45 pairs, and the 28 without a treated area, by $name', (each) => {
    const { found, scale, counts } = each;
    expect(found.primary?.pValue).toBeCloseTo(chanceOf(lotOf(counts, scale)), 12);
    expect(found.primary?.smallestP).toBeCloseTo(1 / 45, 12);
    const own = Math.abs(did(counts, TREATED, DONORS, scale).standardised);
    const others = ELSEWHERE.map((pair) => did(counts, pair, without(pair, DONORS), scale));
    const moved = others.filter(({ standardised }) => Math.abs(standardised) >= own).length;
    expect(found.primary?.asMuch).toEqual({ moved, of: 28 });
    found.months.forEach(({ percent, half }, month) => {
      const inPercent = ({ gaps, own: series }: (typeof others)[number]) => {
        const [gap, value] = [gaps[month] ?? 0, series[month] ?? 0];
        return scale === 'log' ? 100 * (Math.exp(gap) - 1) : (100 * gap) / (value - gap);
      };
      expect(percent).toBeCloseTo(inPercent(did(counts, TREATED, DONORS, scale)), 8);
      expect(half?.[0]).toBeCloseTo(quantile(others.map(inPercent), 0.25), 8);
      expect(half?.[1]).toBeCloseTo(quantile(others.map(inPercent), 0.75), 8);
    });
  });

  it('has the range of changes that the lot would not call were they taken away from each treated area', () => {
    const { interval } = better.primary ?? {};
    if (!interval) throw new Error('There is no range.');
    const counts = kept(planted.better);
    const observed = mean(seriesOf(counts, TREATED, 'rate').slice(BEFORE));
    const chanceAt = (change: number) =>
      chanceOf(
        lotOf(
          counts.map((row, area) =>
            row.map((count, month) =>
              TREATED.includes(area) && month >= BEFORE ? count - (change * (RESIDENTS[area] ?? 0)) / 1000 : count,
            ),
          ),
          'rate',
        ),
      );
    const effectOf = (percent: number) => (observed * percent) / (100 + percent);
    const alpha = 1 - interval.level + 1e-9;
    for (const [end, out] of [
      [effectOf(interval.low), -1],
      [effectOf(interval.high), 1],
    ] as const) {
      expect(Number.isFinite(end)).toBe(true);
      expect(chanceAt(end + out * 0.004 * Math.abs(end))).toBeLessThanOrEqual(alpha);
      expect(chanceAt(end - out * 0.004 * Math.abs(end))).toBeGreaterThan(alpha);
    }
  });

  it('allows for the two outcomes that are judged, and not for context', () => {
    const [one, other] = [worse.primary?.pValue ?? 0, better.primary?.pValue ?? 0];
    const [first, second] = [2 * Math.min(one, other), Math.max(one, other)];
    expect([worse.adjustedP, better.adjustedP].toSorted()).toEqual([first, Math.max(first, second)].toSorted());
    expect(context.primary?.pValue).toBe(other);
    expect(context.adjustedP).toBeNull();
    expect(context.looks).toHaveLength(1);
    expect(context.state).toBe('cannot tell');
  });

  it('takes a fall for worse where more is better', () => {
    // The same figures under another name, of which more is worse.
    const [seen, turned] = [better.smallestSeen, context.smallestSeen];
    expect(seen).toEqual({ worse: turned?.better, better: turned?.worse });
    expect(Math.abs((seen?.worse ?? 0) - (seen?.better ?? 0))).toBeGreaterThan(0.1);
  });

  it('looks after three, six and all thirteen months judged', () => {
    for (const { found, scale, counts } of cases) {
      expect(found.looks.map(({ month }) => month)).toEqual(charter.looks);
      found.looks.forEach(({ percent }, look) => {
        const { estimate, own } = did(counts, TREATED, DONORS, scale, LOOKS[look]);
        const observed = mean(own.slice(BEFORE, BEFORE + (LOOKS[look] ?? 0)));
        expect(percent).toBeCloseTo(
          scale === 'log' ? 100 * (Math.exp(estimate) - 1) : (100 * estimate) / (observed - estimate),
          8,
        );
      });
    }
  });
});

/** Months at which the treated pair is called on one side: by lot, a rate spent by the share of months that are in. */
function calledAt(counts: Counts, sign: 1 | -1, spent: (share: number) => number): number | null {
  const called = new Set<number>();
  for (const months of LOOKS) {
    const values = standing(lotOf(counts, 'log', months).map((value) => sign * value));
    const order = values.map((_, at) => at).toSorted((one, other) => (values[other] ?? 0) - (values[one] ?? 0));
    const allowed = Math.floor(PAIRS.length * spent(months / AFTER) + 1e-9);
    for (const at of order) if (called.size < allowed && (values[at] ?? 0) > 0) called.add(at);
    if (called.has(0)) return months;
  }
  return null;
}

it('calls harm by lot at the look at which a rate spent as Pocock would, by months, lets it', () => {
  // Two outcomes share the rate of 0.4.
  const spent = (share: number) => 0.2 * Math.log(1 + (Math.E - 1) * share);
  const found = Array.from({ length: 16 }, (_, at) => {
    const counts = countsOf(1 + at / 100);
    const { figures } = evaluatePiece(inputOf(figuresOf(WORSE, counts)), { group: 0, outcome: 0 });
    const first = figures.looks.findIndex(({ state }) => state === 'harm boundary crossed');
    expect([at, LOOKS[first] ?? null]).toEqual([at, calledAt(kept(counts), 1, spent)]);
    return LOOKS[first] ?? null;
  });
  expect(new Set(found)).toEqual(new Set([null, ...LOOKS]));
});

it('looks for no benefit in a guard, nor says that one could be seen', () => {
  const figures = [...figuresOf(BETTER, countsOf(3)), ...figuresOf(WORSE, countsOf(1))];
  const guard = evaluatePiece(inputOf(figures), { group: 0, outcome: 1 }).figures;
  expect(guard.state).toBe('cannot tell');
  expect(guard.looks.every(({ benefitAt }) => benefitAt === null)).toBe(true);
  const seen = powerOfCharter(inputOf(figures)).map(({ lengths }) => lengths.find(({ months }) => months === 6)?.looks);
  expect(seen.map((looks) => looks?.worse ?? null)).not.toContain(null);
  expect(seen.map((looks) => (looks?.better ?? null) === null)).toEqual([false, true]);
});

it('believes no fit that is far worse than those of others, and says both figures', () => {
  const counts = countsOf(1).map((row, area) =>
    TREATED.includes(area) ? row.map((count, month) => Math.round(count * (month % 2 === 0 ? 0.5 : 1.7))) : row,
  );
  const { figures } = evaluatePiece(inputOf(figuresOf(WORSE, counts)), { group: 0, outcome: 0 });
  expect(figures.primary).toBeNull();
  expect(figures.state).toBe('cannot tell');
  const error = (group: readonly number[], donors: readonly number[]) =>
    100 * (Math.exp(did(kept(counts), group, donors, 'log').error) - 1);
  const errors = ELSEWHERE.map((pair) => error(pair, without(pair, DONORS))).toSorted((a, b) => a - b);
  const said = (percent: number) => `${percent.toFixed(percent < 10 ? 1 : 0)}%`;
  expect(figures.because).toContain(`off by ${said(error(TREATED, DONORS))} in a typical month`);
  // The middle of logs is the log of the middle, of 28 to within rounding.
  expect(figures.estimates[0]?.medianPreRmspePercent).toBeGreaterThanOrEqual(errors[13] ?? 0);
  expect(figures.estimates[0]?.medianPreRmspePercent).toBeLessThanOrEqual(errors[14] ?? 0);
});
