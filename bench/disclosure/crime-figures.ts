// How long it takes to decide what is given out of 37 wards x 6 categories x 39 months that no public file holds, with a sum
// over the categories and both boroughs. Run: npx tsx bench/disclosure/crime-figures.ts [WARDS]
import type { Month } from '../../src/lib/calendar/month.ts';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import { decideCells } from '../../src/performance/disclosure/decide-cells.ts';
import type { DecidedSeries } from '../../src/performance/disclosure/model.ts';
import { CRIME_RULES } from '../../src/performance/disclosure/rules/index.ts';

const MONTHS = 39;
const CATEGORIES = ['a', 'b', 'c', 'd', 'e', 'f'];
const FROM: Month = '2022-04';
const wards = Array.from({ length: Number(process.argv[2] ?? '37') }, (_, at) => ({
  code: `W${at}`,
  borough: at < 20 ? 'B1' : 'B2',
}));

for (const apart of [true, false]) {
  const series = someSeries(seededRandom(7));
  const partitions = apart ? [] : [{ total: 'all', parts: CATEGORIES }];
  const asked = apart ? series.filter(({ measure }) => measure !== 'all') : series;
  const began = performance.now();
  const { months, years, unprotected } = decideCells(asked, partitions, { on: '2026-03-10', rules: CRIME_RULES });
  const hidden = [...months.values()].reduce((sum, each) => sum + each.size, 0);
  const cells = asked.length * MONTHS;
  const hiddenYears = [...years.values()].reduce((sum, each) => sum + each.size, 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${apart ? 'categories apart' : 'categories that add up'}: ${cells} months, ${hidden} hidden, ${hiddenYears} years hidden, ${unprotected} not protected, ${seconds} s`,
  );
}

/** Counts with many under 5, with sums over categories and boroughs. */
function someSeries(random: () => number): DecidedSeries[] {
  const draw = () => Array.from({ length: MONTHS }, () => Math.floor(random() * (random() < 0.6 ? 6 : 20)));
  const inner = new Map<string, number[]>(
    wards.flatMap(({ code }) => CATEGORIES.map((name) => [`${name} ${code}`, draw()] as const)),
  );
  const sum = (keys: readonly string[]): number[] =>
    Array.from({ length: MONTHS }, (_, at) => keys.reduce((total, key) => total + (inner.get(key)?.[at] ?? 0), 0));
  return [...CATEGORIES, 'all'].flatMap((measure): DecidedSeries[] => {
    const names = measure === 'all' ? CATEGORIES : [measure];
    const of = (codes: readonly string[]) => sum(names.flatMap((name) => codes.map((code) => `${name} ${code}`)));
    const common = { measure, firstMonth: FROM, fewPeople: measure !== 'all', alreadyPublic: null };
    return [
      ...wards.map(({ code, borough }) => ({
        ...{ ...common, level: 'ward' as const, areaCode: code, boroughCode: borough, values: of([code]) },
      })),
      ...['B1', 'B2'].map((borough) => ({
        ...{ ...common, level: 'borough' as const, areaCode: borough, boroughCode: null },
        values: of(wards.filter((ward) => ward.borough === borough).map(({ code }) => code)),
      })),
    ];
  });
}
