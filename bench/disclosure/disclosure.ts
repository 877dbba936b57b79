// Speed of disclosure control on a year of ward crime by category and month, with totals in every direction, and how
// many counts HiGHS recovers from what is left of it.
import {
  additiveRelations,
  audit,
  type Breakdown,
  controlDisclosure,
  type Release,
  type ReleaseCell,
} from '../../src/lib/disclosure/index.ts';
import { poisson, seededRandom } from '../../src/lib/statistics/random.ts';
import { solverInterval } from '../../test/builders/solver-attack.ts';

const [, , rounds = '5', seed = '20260301', attacks = '20'] = process.argv;
const random = seededRandom(Number(seed));
const named = (level: string, count: number) =>
  Array.from({ length: count }, (_, number) => ({ level, value: `${level}-${String(number + 1).padStart(2, '0')}` }));
const AREA = { total: { level: 'borough', value: 'borough' }, parts: named('ward', 37) };
const CATEGORY = { total: { level: 'all', value: 'all' }, parts: named('category', 15) };
const PERIOD = { total: { level: 'year', value: 'year' }, parts: named('month', 12) };
const breakdowns: Breakdown[] = [
  { dimension: 'area', ...AREA },
  { dimension: 'category', ...CATEGORY },
  { dimension: 'period', ...PERIOD },
];

const sum = <T>(entries: readonly T[], of: (entry: T) => number) =>
  entries.reduce((total, entry) => total + of(entry), 0);

/** Means from 60 a month for the commonest category to 0.3 for the rarest, in wards of 0.5 to 1.5 times that. */
function wardCounts(): number[][][] {
  return AREA.parts.map(() => {
    const size = 0.5 + random();
    return CATEGORY.parts.map((_, category) =>
      PERIOD.parts.map(() => poisson(random, size * 60 * 0.005 ** (category / 14))),
    );
  });
}

function cellsOf(counts: number[][][], boroughIsPublic: boolean): ReleaseCell[] {
  const chosen = <T>(entries: T[], at: number) => entries.slice(at, at + 1).concat(at < entries.length ? [] : entries);
  return [...AREA.parts, AREA.total].flatMap((area, ward) =>
    [...CATEGORY.parts, CATEGORY.total].flatMap((category, kind) =>
      [...PERIOD.parts, PERIOD.total].map((period, month) => ({
        key: [area, category, period].map(({ value }) => value).join('/'),
        dimensions: { area, category, period },
        count: sum(chosen(counts, ward), (kinds) =>
          sum(chosen(kinds, kind), (months) => sum(chosen(months, month), (count) => count)),
        ),
        ...(boroughIsPublic && area === AREA.total ? { alreadyPublic: 'the police' } : {}),
      })),
    ),
  );
}

function release(boroughIsPublic: boolean): Release {
  const cells = cellsOf(wardCounts(), boroughIsPublic);
  const rule = { from: '2026-01-01', until: null, zerosSensitive: false };
  const levels = (area: string, period: string) => ({ area: { levels: [area] }, period: { levels: [period] } });
  return {
    on: '2026-04-01',
    cells,
    relations: additiveRelations(cells, breakdowns),
    rules: [
      { ...rule, name: 'Ward counts by month under 5', appliesTo: levels('ward', 'month'), threshold: 5 },
      { ...rule, name: 'Ward counts by year under 3', appliesTo: levels('ward', 'year'), threshold: 3 },
    ],
  };
}

function timed(input: Release): string {
  const times = Array.from({ length: Number(rounds) }, () => {
    const start = performance.now();
    controlDisclosure(input);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return `median ${at(0.5)} ms, most ${at(1)} ms`;
}

async function attackedBySolver(input: Release): Promise<string> {
  const { decisions } = controlDisclosure(input);
  const published = new Map(decisions.flatMap((made) => (made.kind === 'published' ? [[made.key, made.count]] : [])));
  const seen = new Map(
    input.cells.map(({ key }) => [
      key,
      { count: published.get(key) ?? null, least: 0, most: Number.POSITIVE_INFINITY },
    ]),
  );
  const start = performance.now();
  audit({ cells: [...seen].map(([key, { count }]) => ({ key, count })), relations: input.relations });
  const audited = Math.round(performance.now() - start);
  const primary = decisions.filter(({ kind }) => kind === 'primary');
  let recovered = 0;
  for (let attack = 0; attack < Number(attacks); attack += 1) {
    const key = primary[Math.floor(random() * primary.length)]?.key ?? '';
    const { least, most } = await solverInterval(seen, input.relations, key);
    if (most - least < (key.endsWith('year') ? 1 : 3)) recovered += 1;
  }
  return `audit ${audited} ms; HiGHS recovers ${recovered} of ${attacks} sensitive counts tried`;
}

for (const boroughIsPublic of [false, true]) {
  const input = release(boroughIsPublic);
  const { unprotected, published, primary, secondary } = controlDisclosure(input).report;
  console.log(boroughIsPublic ? 'Borough figures public already' : 'Nothing public yet');
  console.log(`  ${input.cells.length} cells: ${published} published, ${primary} primary, ${secondary} secondary`);
  console.log(`  not protected: ${unprotected.length}`);
  console.log(`  ${timed(input)}`);
  console.log(`  ${await attackedBySolver(input)}`);
}
