import type { Month } from '../lib/calendar/month.ts';
import { groupBy } from '../organisation/index.ts';
import type { AreaTold, PublicGroup, PublicMonth } from './closing/model.ts';
import { completenessOf } from './reports/completeness.ts';
import type { AreaRow, MonthReport, Tally, TogetherRow, WardRow } from './reports/model.ts';
import { type ReportArea, yearOf, yearStart } from './reports/month-report.ts';
import { sumOfTallies, tallyFrom } from './reports/tally-of.ts';

/** A month as it was closed. */
export interface ClosedMonth {
  content: PublicMonth;
  revision: number;
  closedAt: Date;
  hash: string;
}

/**
 * The public report of a month of a unit, a borough or a ward: worked out from what was closed and nothing else.
 * @param closed the latest revision of the month
 * @param year   the latest revisions of the months of its financial year, in any order; later ones are left out
 */
export function publicReport(area: ReportArea, closed: ClosedMonth, year: readonly ClosedMonth[]): MonthReport {
  const { content, revision, closedAt, hash } = closed;
  const { month, policy } = content;
  const parts = partsIn(area, content);
  const wards = parts.groups.filter((group) => codesOf(group).length === 1).map(wardRow);
  const together = parts.groups.filter((group) => codesOf(group).length > 1).map(togetherRow);
  const total = totalIn(area, content);
  const from = yearStart(month);
  const inYear = year.filter(({ content: each }) => each.month >= from && each.month <= month);
  // A ward's year is of the months in which it has figures of its own: the others are in none of its sums.
  const own = inYear.filter(({ content: each }) => area.kind !== 'ward' || ownGroups(area, each).length > 0);
  const months = new Map<Month, Tally>(own.map(({ content: each }) => [each.month, totalIn(area, each)]));
  return {
    area: area.name,
    areaKind: area.kind,
    areaCode: area.code,
    unit: content.unit,
    month,
    policy: { title: policy.title, version: policy.version, inForceFrom: policy.inForceFrom },
    ...(area.kind === 'ward' && wards.length === 0
      ? { complete: false, completeness: TOO_FEW }
      : completenessOf(total, { month, over: true, policy })),
    wards,
    together,
    boroughs: parts.boroughs,
    classes: toldOf(area, content)?.classes ?? [],
    total,
    yearSoFar: yearOf(months, from, month, inYear.length),
    wardYears: content.wardYears.filter(({ code }) => parts.codes.has(code)),
    published: { revision, closedAt: closedAt.toISOString(), figuresAsOf: content.asOf, hash },
    synthetic: content.synthetic,
  };
}

const TOO_FEW =
  'Not shown by itself: fewer than three officers stand behind this ward’s figures, so they are with those of other wards.';

const codesOf = ({ cells }: PublicGroup): string[] => [...new Set(cells.map(({ code }) => code))];
const plain = ({ minutes }: PublicGroup): Tally => tallyFrom(minutes, [], []);

/** The groups that an area's report shows, and the boroughs among them. */
function partsIn({ kind, code }: ReportArea, { groups, reasons }: PublicMonth) {
  const own = groups.filter(
    (group) =>
      kind === 'unit' ||
      (kind === 'borough' ? group.boroughCode === code : group.cells.some((cell) => cell.code === code)),
  );
  const boroughs = kind === 'ward' ? [] : reasons.filter((each) => kind === 'unit' || each.boroughCode === code);
  return {
    groups: own,
    codes: new Set(own.flatMap(codesOf)),
    boroughs: boroughs.map((borough): AreaRow => {
      const { boroughCode, name, byReason, byOrder } = borough;
      const sum = sumOfTallies(groups.filter((group) => group.boroughCode === boroughCode).map(plain));
      return { code: boroughCode, name, ...withTold({ ...sum, byReason, byOrder }, borough) };
    }),
  };
}

/** The groups of a ward that are of no other ward. */
const ownGroups = (area: ReportArea, content: PublicMonth): PublicGroup[] =>
  partsIn(area, content).groups.filter((group) => codesOf(group).length === 1);

/** What is told of a unit or borough besides the sums of its groups; nothing of a ward. */
function toldOf({ kind, code }: ReportArea, { whole, reasons }: PublicMonth): AreaTold | null {
  if (kind === 'unit') return whole;
  return kind === 'ward' ? null : (reasons.find(({ boroughCode }) => boroughCode === code) ?? null);
}

/** What an area comes to: of a ward, only the groups that are its own. */
function totalIn(area: ReportArea, content: PublicMonth): Tally {
  if (area.kind === 'ward') return sumOfTallies(ownGroups(area, content).map(plain));
  const { groups, boroughs } = partsIn(area, content);
  const sum = sumOfTallies([...boroughs, ...groups.filter(({ boroughCode }) => boroughCode === null).map(plain)]);
  const told = toldOf(area, content);
  return told === null ? sum : withTold(sum, told);
}

/** Sums of groups, with what is told of their area although not of each of them. */
const withTold = (sum: Tally, { leaveMinutes, literalBreachMinutes }: AreaTold): Tally =>
  tallyFrom({ ...sum, leaveMinutes, literalBreachMinutes }, sum.byReason, sum.byOrder);

function wardRow(group: PublicGroup): WardRow {
  const [first] = group.cells;
  const classes = group.cells.map(({ postClass }) => postClass);
  return {
    code: first?.code ?? '',
    name: first?.name ?? '',
    boroughCode: first?.boroughCode ?? '',
    postClass: classes.length === 1 ? (classes[0] ?? 'all') : 'all',
    classes,
    officers: group.officers,
    ...plain(group),
  };
}

function togetherRow(group: PublicGroup): TogetherRow {
  const wards = [...groupBy(group.cells, ({ code }) => code)].map(([code, [cell]]) => ({
    code,
    name: cell?.name ?? code,
  }));
  const classes = [...new Set(group.cells.map(({ postClass }) => postClass))];
  return { wards, boroughCode: group.boroughCode, classes, officers: group.officers, ...plain(group) };
}
