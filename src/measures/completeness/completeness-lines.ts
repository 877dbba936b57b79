import { monthName } from '../../lib/calendar/month.ts';
import type { Measure } from '../model.ts';
import type { Completeness } from './completeness-report.ts';
import { sayHeld } from './held-of-measure.ts';
import type { UsedFinding } from './model.ts';
import { sayFinding } from './say-finding.ts';

/** Areas or categories named in a line before the rest are counted. */
const MOST_NAMED = 3;

/** What is known of a measure's completeness, for people: by file, then wards against boroughs by financial year. */
export function completenessLines(
  measure: Measure,
  area: { code: string; name: string } | null,
  { vintage, held, files, areaNames, outsidePeriods, reconciliation }: Completeness,
): string[] {
  const where = area === null ? 'all areas' : `${area.name} (${area.code})`;
  return [
    `${measure.title}, ${where}`,
    `Vintage ${vintage}: ${sayHeld(held)}`,
    ...held.absentMonths.map((month) => `${month}  absent: no file of the vintage has it`),
    ...files.flatMap(({ file, boundaryVersion, publisher, findings }) => [
      '',
      `${file} (${boundaryVersion}, ${publisher})`,
      ...(findings.length === 0 ? ['  complete as far as can be told'] : findingLines(findings, areaNames)),
    ]),
    ...outsidePeriods.map(
      ({ category, from, until, months, total }) =>
        `${category}: ${whole(total)} in ${months} months outside ${monthName(from)} to ${until === null ? 'now' : monthName(until)}, when it is in use; counted`,
    ),
    ...reconciliationLines(reconciliation),
  ];
}

function findingLines(findings: readonly UsedFinding[], names: Completeness['areaNames']): string[] {
  const whole = findings.filter(({ areaCodes, categories }) => areaCodes === null && categories === null);
  const parts = findings.filter((finding) => !whole.includes(finding));
  const byMonth = new Map<string, UsedFinding[]>();
  for (const part of parts) {
    const key = `${part.month}  ${part.state}`;
    byMonth.set(key, [...(byMonth.get(key) ?? []), part]);
  }
  return [
    ...whole.map((finding) => `  ${finding.month}  ${finding.state}: ${sayFinding(finding)}${unused(finding)}`),
    ...[...byMonth].map(([head, own]) => `  ${head} in ${named(own, names)}${own[0] ? unused(own[0]) : ''}`),
  ].sort();
}

function named(parts: readonly UsedFinding[], names: Completeness['areaNames']): string {
  const withName = (code: string): string => (names[code] === undefined ? code : `${code} ${names[code]}`);
  return some(
    parts.flatMap(({ areaCodes, categories }) => [...(areaCodes ?? []).map(withName), ...(categories ?? [])]),
  );
}

/** "a, b, c and 4 more". */
function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function unused({ unusedBy, givenUp }: UsedFinding): string {
  if (unusedBy !== null) return `; not used: ${unusedBy} has it`;
  return givenUp.map(({ by, areaCodes }) => `; not used for ${whole(areaCodes.length)} areas: ${by} has them`).join('');
}

function reconciliationLines(reconciliation: Completeness['reconciliation']): string[] {
  if (reconciliation === null || reconciliation.years.length === 0) return [];
  return [
    '',
    'Wards against boroughs, by financial year (what could not be placed lies in neither)',
    ...reconciliation.years.map(({ year, months, doubtful, wards, boroughs, unplaced, difference }) => {
      const share = boroughs === 0 ? '' : ` (wards have ${((100 * wards) / boroughs).toFixed(1)} %)`;
      const part = months === 12 ? '' : `, ${months} months`;
      return `  ${year}${part}: wards ${whole(wards)}, boroughs ${whole(boroughs)}, difference ${whole(difference)}${share}; could not be placed ${whole(unplaced)}${doubtful === 0 ? '' : `; ${doubtful} doubtful`}`;
    }),
    ...leftOutLines(reconciliation.leftOut),
  ];
}

function leftOutLines({ boroughs, categories }: { boroughs: string[]; categories: string[] }): string[] {
  return [
    ...(boroughs.length === 0 ? [] : [`  Left out, for not all of their wards are known and held: ${some(boroughs)}`]),
    ...(categories.length === 0 ? [] : [`  Left out, for only one side has them: ${some(categories)}`]),
  ];
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
