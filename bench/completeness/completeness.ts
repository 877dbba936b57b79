// What the judgement of months finds in every real series, and how much of planted damage it finds.
// Run: npx tsx bench/completeness/completeness.ts [DATA_DIR] [TRIALS] [SEED] [SERIES]
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { monthFromNumber, monthNumber } from '../../src/lib/calendar/month.ts';
import { type Random, seededRandom } from '../../src/lib/statistics/random.ts';
import { judgeMonths } from '../../src/measures/completeness/judge-months.ts';
import type { FileFindings, Finding } from '../../src/measures/completeness/model.ts';
import { type MonthTally, tallier } from '../../src/measures/completeness/month-tally.ts';
import { sayFinding } from '../../src/measures/completeness/say-finding.ts';
import type { CategorySeries } from '../../src/measures/index.ts';
import { DAMAGES, type Damage, type Drawn, spoil } from './damage.ts';
import { realSets } from './real-series.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = resolve(process.argv[2] ?? join(root, '../shared/data'));
const trials = Number(process.argv[3] ?? 30);
const random = seededRandom(Number(process.argv[4] ?? 2026));
/** Damage is planted in series without findings of their own. */
const PLANTED = ['MPS borough, historical', 'MPS ward, recent', 'Met burglary by LSOA', 'City of London by LSOA'];
/** Months from either end that are no ends. */
const ENDS = 3;
/** Areas and categories are drawn among those with at least this many in the month. */
const LEAST_DRAWN = 30;

const keyOf = ({ boundaryVersion, publisher }: { boundaryVersion: string; publisher: string }): string =>
  `${boundaryVersion} ${publisher}`;

function talliesOf(runs: readonly CategorySeries[]): MonthTally[] {
  const tally = tallier();
  for (const run of runs) tally.add(run);
  return tally.tallies();
}

function printFindings(name: string, judged: readonly FileFindings[]): void {
  console.log(`\n${name}`);
  for (const { findings, ...file } of judged) {
    const whole = findings.filter(({ areaCodes, categories }) => areaCodes === null && categories === null);
    const parts = findings.filter((finding) => !whole.includes(finding));
    console.log(`  ${keyOf(file)}: ${whole.length} months, ${parts.length} months of an area or category`);
    for (const finding of whole) console.log(`    ${finding.month} ${finding.state}: ${sayFinding(finding)}`);
    for (const part of parts.slice(0, 12)) {
      const about = [...(part.areaCodes ?? []), ...(part.categories ?? [])].join(', ');
      console.log(`    ${part.month} ${part.state} ${about}: ${sayFinding(part)}`);
    }
  }
}

function draw(from: readonly string[], count: number, random: Random): Set<string> {
  const left = [...from];
  const number = count < 1 ? Math.ceil(count * from.length) : count;
  return new Set(Array.from({ length: number }, () => left.splice(Math.floor(random() * left.length), 1)[0] ?? ''));
}

/** Whether findings tell of damage: of the month as a whole, or of every part that was spoilt. */
function isFound(findings: readonly Finding[], month: string, drawn: Drawn): boolean {
  const own = findings.filter((finding) => finding.month === month);
  if (own.some(({ areaCodes, categories }) => areaCodes === null && categories === null)) return true;
  const named = new Set(own.flatMap(({ areaCodes, categories }) => [...(areaCodes ?? []), ...(categories ?? [])]));
  const spoilt = [...drawn.areas, ...drawn.categories];
  return spoilt.length > 0 && spoilt.every((part) => named.has(part));
}

function big(runs: readonly CategorySeries[], month: number, of: (run: CategorySeries) => string): string[] {
  const sums = new Map<string, number>();
  for (const run of runs) {
    const value = run.values[month - monthNumber(run.firstMonth)] ?? 0;
    sums.set(of(run), (sums.get(of(run)) ?? 0) + value);
  }
  return [...sums].flatMap(([key, sum]) => (sum >= LEAST_DRAWN ? [key] : []));
}

function rate(runs: readonly CategorySeries[], damage: Damage, atEnd: boolean): string {
  const months = talliesOf(runs)[0]?.totals;
  if (!months) return '';
  const span = months.values.length - 2 * ENDS;
  let found = 0;
  let elsewhere = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const month = atEnd
      ? months.start + months.values.length - 1 - Math.floor(random() * ENDS)
      : months.start + ENDS + Math.floor(random() * span);
    const drawn = {
      areas: draw(damage.areas ? big(runs, month, ({ areaCode }) => areaCode) : [], damage.areas ?? 0, random),
      categories: draw(
        damage.categories ? big(runs, month, ({ category }) => category) : [],
        damage.categories ?? 0,
        random,
      ),
    };
    const judged = talliesOf(spoil(runs, month, damage, drawn, random)).flatMap((each) => judgeMonths(each).findings);
    if (isFound(judged, monthFromNumber(month), drawn)) found += 1;
    elsewhere += judged.filter((finding) => finding.month !== monthFromNumber(month)).length;
  }
  return `${found}/${trials}${elsewhere > 0 ? ` (+${elsewhere})` : ''}`;
}

for (const set of realSets(data).filter(({ name }) => name.includes(process.argv[5] ?? ''))) {
  const runs = await set.read();
  printFindings(set.name, talliesOf(runs).map(judgeMonths));
  if (!PLANTED.includes(set.name) || trials === 0) continue;
  // Months before the last finding of the publication itself are left as they are: damage goes where all is well.
  const [first] = talliesOf(runs);
  const own = runs.filter((run) => first !== undefined && keyOf(run) === keyOf(first));
  console.log(`  planted in ${trials} months within | in the last three months`);
  for (const damage of DAMAGES)
    console.log(`    ${damage.name} | ${rate(own, damage, false)} | ${rate(own, damage, true)}`);
}
