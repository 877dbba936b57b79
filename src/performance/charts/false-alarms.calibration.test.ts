import { expect, it } from 'vitest';
import { figuresOfIslington } from '../../../test/builders/figures-of-islington.ts';
import { type CountMarginal, countAt, countThresholds } from '../../lib/statistics/control-charts/count-quantiles.ts';
import { SPECIAL_CAUSES, type SpecialCause } from '../../lib/statistics/control-charts/index.ts';
import { normal, type Random, seededRandom } from '../../lib/statistics/random.ts';
import { controlChart, NO_SETTINGS } from './control-chart.ts';

/** 10,000 charts of each kind with CALIBRATION=all; 300 otherwise. */
const ALL = process.env.CALIBRATION === 'all';
const CHARTS = ALL ? 10_000 : 300;

/** The year's cycle of thefts from motor vehicles in the boroughs, roughly: a tenth up in autumn, a tenth down in spring. */
const CYCLE = Array.from({ length: 12 }, (_, month) => 1 + 0.1 * Math.sin((2 * Math.PI * (month - 3)) / 12));

/** Ten years in which nothing changes: months of one level, overdispersed, each like the one before, with a year's cycle. */
function nullMonths(random: Random, counts: CountMarginal, autocorrelation: number, season: boolean): number[] {
  let level = normal(random);
  const thresholds = countThresholds(counts);
  return Array.from({ length: 120 }, (_, month) => {
    level = autocorrelation * level + Math.sqrt(1 - autocorrelation ** 2) * normal(random);
    return Math.round(countAt(thresholds, level) * (season ? (CYCLE[month % 12] ?? 1) : 1));
  });
}

/** Autocorrelations as they scatter over real boroughs and offences. */
const realAutocorrelation = (random: Random) => Math.min(0.85, Math.max(-0.3, 0.33 + 0.21 * normal(random)));

const KINDS = [
  {
    name: 'real autocorrelations, a cycle',
    mean: 140,
    dispersion: 1.5,
    season: true,
    of: realAutocorrelation,
    within: 0.02,
  },
  {
    name: 'real autocorrelations, none',
    mean: 140,
    dispersion: 1.5,
    season: false,
    of: realAutocorrelation,
    within: 0.02,
  },
  { name: 'few a month', mean: 6, dispersion: 1.5, season: false, of: realAutocorrelation, within: 0.02 },
  { name: 'independent months', mean: 140, dispersion: 1.5, season: false, of: () => 0, within: 0.08 },
  { name: 'autocorrelation 0.3, a cycle', mean: 60, dispersion: 2, season: true, of: () => 0.3, within: 0.05 },
];

it.each(ALL ? KINDS : KINDS.slice(0, 2))(
  '$name: charts state how often they mark something by mistake',
  ({ name, ...kind }) => {
    const random = seededRandom(7);
    const seen = { stated: 0, marked: 0, clear: 0, adjusted: 0, perMonth: 0, months: 0, judged: 0 };
    const byRule = new Map<SpecialCause, number>();
    for (let chart = 0; chart < CHARTS; chart += 1) {
      const values = nullMonths(random, kind, kind.of(random), kind.season);
      const drawn = controlChart(figuresOfIslington(values), NO_SETTINGS);
      if (drawn?.falseAlarms == null) throw new Error('Nothing was judged.');
      seen.stated += drawn.falseAlarms.chart;
      seen.perMonth += drawn.falseAlarms.perMonth;
      seen.judged += drawn.falseAlarms.judged;
      const marks = drawn.points.flatMap(({ mark }) => mark?.cause ?? []);
      seen.marked += marks.length > 0 ? 1 : 0;
      seen.months += marks.length;
      seen.clear += drawn.points.some(({ clear }) => clear) ? 1 : 0;
      seen.adjusted += drawn.season?.adjusted ? 1 : 0;
      for (const rule of SPECIAL_CAUSES) if (marks.includes(rule)) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    }
    const [stated, marked, clear] = [seen.stated / CHARTS, seen.marked / CHARTS, seen.clear / CHARTS];
    if (ALL) {
      const rules = SPECIAL_CAUSES.map((rule) => `${rule} ${((byRule.get(rule) ?? 0) / CHARTS).toFixed(4)}`).join(', ');
      process.stdout.write(
        `${name}: stated ${stated.toFixed(4)}, observed ${marked.toFixed(4)}, clear ${clear.toFixed(4)}, adjusted ${(seen.adjusted / CHARTS).toFixed(3)}, months marked ${(seen.months / seen.judged).toFixed(4)}; ${rules}\n`,
      );
    }
    // Three standard errors of the simulation; and what is known to be left where charts differ from real ones (docs/methods).
    expect(Math.abs(stated - marked)).toBeLessThan(3 * Math.sqrt((marked * (1 - marked)) / CHARTS) + kind.within);
    expect(clear).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / CHARTS) + 0.02);
    expect(clear).toBeGreaterThan(0.005);
  },
  600_000,
);
