import { describe, expect, it } from 'vitest';
import { figuresOfIslington } from '../../../test/builders/figures-of-islington.ts';
import { normal, seededRandom } from '../../lib/statistics/random.ts';
import { controlChart, NO_SETTINGS } from './control-chart.ts';
import type { ChartSettings } from './model.ts';

/** Sixty months around a hundred, without a year's cycle. */
function months(change: (value: number, at: number) => number | null = (value) => value): (number | null)[] {
  const random = seededRandom(5);
  return Array.from({ length: 60 }, (_, at) => change(Math.round(100 + 10 * normal(random)), at));
}

function draw(values: readonly (number | null)[], settings: Partial<ChartSettings> = {}, more = {}) {
  const chart = controlChart(figuresOfIslington(values, { firstMonth: '2022-01', ...more }), {
    ...NO_SETTINGS,
    ...settings,
  });
  if (chart === null) throw new Error('No chart.');
  return chart;
}

describe('the control chart of a measure', () => {
  it('takes its lines from the first 24 ordinary months and judges those after', () => {
    const chart = draw(months());
    expect(chart.kind).toBe('xmr');
    expect(chart.segments[0]?.baseline).toEqual({ from: '2022-04', to: '2024-03', points: 24 });
    expect(chart.points.every(({ baseline, judged }) => baseline !== judged)).toBe(true);
    expect(chart.falseAlarms?.judged).toBe(33);
  });

  it('calls a month far outside clear, names it, and says whether more of it is worse', () => {
    const chart = draw(months((value, at) => (at === 50 ? 260 : value)));
    expect(chart.finding).toBe('Islington: more than is ordinary in March 2026.');
    const point = chart.points.find(({ month }) => month === '2026-03');
    expect(point).toMatchObject({ clear: true, type: 'concern', mark: { cause: 'outside limits', way: 'up' } });
  });

  it('shows a doubtful month and neither judges it nor takes lines from it', () => {
    const months_ = months((value, at) => (at === 50 || at === 10 ? 3 : value));
    const chart = draw(months_, {}, { doubtful: ['2022-11', '2026-03'] });
    const doubtful = chart.points.filter((point) => point.doubtful);
    expect(doubtful.map(({ value, judged, baseline, mark }) => ({ value, judged, baseline, mark }))).toEqual(
      new Array(2).fill({ value: 3, judged: false, baseline: false, mark: null }),
    );
    expect(chart.remarks.join(' ')).toContain('November 2022 and March 2026 seem to lack');
    expect(chart.segments[0]?.lines?.centre).toBeGreaterThan(90);
  });

  it('never takes lines from months of the register of exceptional months', () => {
    const chart = draw(months(), {}, { firstMonth: '2021-04' });
    expect(chart.segments[0]?.baseline?.from).toBe('2021-07');
    expect(chart.points.slice(0, 3).some(({ judged }) => judged)).toBe(false);
  });

  it('begins with new lines at a step change, and says why', () => {
    const stepped = months((value, at) => (at >= 30 ? value * 2 : value));
    const chart = draw(stepped, { stepChanges: [{ month: '2024-07', reason: 'A new system.' }] });
    expect(chart.segments.map(({ because }) => because)).toEqual([null, 'A new system.']);
    expect(chart.points.some(({ clear }) => clear)).toBe(false);
    expect(chart.remarks.join(' ')).toContain('New limits after a step change in July 2024 (A new system)');
    expect(draw(stepped).points.some(({ clear }) => clear)).toBe(true);
  });

  it('takes lines from the months that are held', () => {
    const chart = draw(months(), { heldLimits: [{ from: '2022-06', to: '2023-11', reason: 'Before the scheme.' }] });
    expect(chart.segments[0]?.baseline).toEqual({ from: '2022-06', to: '2023-11', points: 18 });
    expect(chart.falseAlarms?.judged).toBe(37);
  });

  it('takes a strong year’s cycle out, and keeps what was recorded', () => {
    const cycle = (at: number) => 1 + 0.4 * Math.sin((2 * Math.PI * at) / 12);
    const chart = draw(months((value, at) => Math.round((value ?? 0) * cycle(at))));
    expect(chart.season).toMatchObject({ adjusted: true, years: 3 });
    expect(chart.points.some(({ clear }) => clear)).toBe(false);
    const point = chart.points.find(({ month }) => month === '2025-04');
    expect(point?.value).toBeCloseTo((point?.recorded ?? 0) / (point?.monthFactor ?? 0), 10);
  });

  it('draws months without any where there is less than one a month, in which longer is better', () => {
    const random = seededRandom(5);
    const values = Array.from({ length: 190 }, () => (random() < 0.25 ? 1 : 0));
    const chart = draw([...values, ...new Array(30).fill(0)], {}, { measure: 'homicide', firstMonth: '2010-04' });
    expect(chart).toMatchObject({ kind: 'g', unit: 'months without any before it' });
    expect(chart.points.at(-1)).toMatchObject({ judged: true, type: 'improvement', mark: { way: 'up' } });
    expect(chart.finding).toContain('more months without any than is ordinary');
  });

  it('draws rates where a denominator is given, each of what was last known by then', () => {
    const residents = [10_000, ...new Array(35).fill(null), 20_000];
    const denominators = figuresOfIslington(residents, { measure: 'residents', firstMonth: '2022-01' });
    const figures = figuresOfIslington(months(), { firstMonth: '2022-01' });
    const chart = controlChart(figures, NO_SETTINGS, { denominators });
    expect(chart).toMatchObject({ kind: 'u', unit: 'recorded offences for every 1,000' });
    const pointOf = (wanted: string) => chart?.points.find(({ month }) => month === wanted);
    expect(pointOf('2024-12')?.value).toBe((pointOf('2024-12')?.recorded ?? 0) / 10);
    expect(pointOf('2025-01')?.value).toBe((pointOf('2025-01')?.recorded ?? 0) / 20);
    expect([pointOf('2024-12')?.clear, pointOf('2025-01')?.clear]).toEqual([false, true]);
  });

  it('says so where there are too few months, and draws nothing of what is counted once', () => {
    expect(draw(months().slice(0, 10)).finding).toBe('Islington: too few months to say what is ordinary.');
    expect(controlChart(figuresOfIslington([5], { measure: 'residents' }), NO_SETTINGS)).toBeNull();
  });
});
