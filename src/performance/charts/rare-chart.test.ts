import { describe, expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../test/builders/calibration.ts';
import { figuresOfIslington } from '../../../test/builders/figures-of-islington.ts';
import { poisson, seededRandom } from '../../lib/statistics/random.ts';
import { chartMonths } from './chart-months.ts';
import { controlChart, NO_SETTINGS } from './control-chart.ts';
import { judgeRare, monthsBetweenEvents } from './rare-chart.ts';

const REMEMBERED = new Map();

function judge(values: readonly number[], more: { firstMonth?: '2010-04' | '2020-04'; doubtful?: '2023-01'[] } = {}) {
  const figures = figuresOfIslington(values, { measure: 'homicide', firstMonth: '2010-04', ...more });
  const between = monthsBetweenEvents(chartMonths(figures, 1));
  const found = judgeRare(between, 1, REMEMBERED);
  return { ...found, points: found.findings.map((finding, at) => ({ ...between[at], ...finding })) };
}
const quiet = (seed: number, mean = 0.3, length = 156) => {
  const random = seededRandom(seed);
  return Array.from({ length }, () => poisson(random, mean));
};

describe('what is rare', () => {
  it('is out of the ordinary where nine come in one month', () => {
    const { points } = judge(quiet(1).with(150, 9));
    expect(points.filter(({ clear }) => clear).map(({ month, surge }) => [month?.month, surge?.events])).toEqual([
      ['2022-10', 9],
    ]);
    const found = points.find(({ surge }) => surge !== null);
    expect(found).toMatchObject({ judged: true, type: 'concern', mark: { cause: 'outside limits', way: 'down' } });
    expect(
      controlChart(
        figuresOfIslington(quiet(1).with(150, 9), { measure: 'homicide', firstMonth: '2010-04' }),
        NO_SETTINGS,
      )?.finding,
    ).not.toContain('nothing');
  });

  it('is out of the ordinary where two come in every month of a year', () => {
    const { points } = judge(quiet(2).map((count, at) => (at >= 144 ? 2 : count)));
    expect(points.at(-1)).toMatchObject({ clear: true, surge: { events: 24, months: 12 } });
    expect(points.at(-1)?.surge?.usual).toBeLessThan(6);
  });

  it('is so too in the months that lines are taken from', () => {
    const { points } = judge(quiet(3).with(30, 9));
    expect(points.find(({ month }) => month?.month === '2012-10')).toMatchObject({ baseline: true, clear: true });
  });

  it('has its lines from ordinary months alone', () => {
    const { baseline, points } = judge(new Array(60).fill(1), { firstMonth: '2020-04' });
    expect(baseline).toEqual({ from: '2021-07', to: '2023-06', points: 24 });
    expect(points[0]).toMatchObject({ baseline: false, judged: false });
    // A wait that reaches into the exceptional months is none to take lines from.
    const after = judge([...new Array(18).fill(0), ...new Array(40).fill(1)], { firstMonth: '2020-04' });
    expect(after.baseline?.from).toBe('2021-11');
  });

  it('keeps the months before a doubtful one for what is usual, and never judges that', () => {
    const { points } = judge(quiet(4).with(153, 9), { doubtful: ['2023-01'] });
    expect(points.some(({ clear }) => clear)).toBe(false);
  });
});

it.each([
  [0.16, 180],
  [0.36, 156],
  [0.36, 100],
  [0.8, 192],
])(
  'charts of what is rare state how often they mark something by mistake: mean %d, %d months',
  (mean, length) => {
    const random = seededRandom(20_261_123);
    const charts = Array.from({ length: CALIBRATION_ALL ? 10_000 : 100 }, () =>
      judge(Array.from({ length }, () => poisson(random, mean))),
    ).flatMap(({ alarms, points }) => (alarms === null ? [] : [{ alarms, points }]));
    const share = (is: (chart: (typeof charts)[number]) => boolean) => charts.filter(is).length / charts.length;
    const stated = (pick: (chart: (typeof charts)[number]) => number) =>
      charts.reduce((sum, chart) => sum + pick(chart), 0) / charts.length;
    const marked = share(({ points }) => points.some(({ judged, mark }) => judged && mark !== null));
    const clear = share(({ points }) => points.some((point) => point.clear));
    const [low, middle, high] = [
      stated(({ alarms }) => alarms.atLeast),
      stated(({ alarms }) => alarms.chance),
      stated(({ alarms }) => alarms.atMost),
    ];
    if (CALIBRATION_ALL) {
      const cells = [low, middle, high, marked, clear].map((cell) => cell.toFixed(3));
      process.stdout.write(`| mean ${mean}, ${length} months | ${charts.length} | ${cells.join(' | ')} |\n`);
    }
    const error = (rate: number) => 3 * Math.sqrt((rate * (1 - rate)) / charts.length);
    expect(marked).toBeGreaterThanOrEqual(low - error(low));
    expect(marked).toBeLessThanOrEqual(high + error(high));
    expect(clear).toBeLessThanOrEqual(0.05 + error(0.05));
  },
  600_000,
);
