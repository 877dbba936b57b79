import type { Month } from '../../lib/calendar/month.ts';
import { groupBy } from '../../organisation/index.ts';
import { POST_CLASSES, type PolicyInForce, type PostClass } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';
import type { AreaNames } from '../reports/month-report.ts';
import { policyNamed } from '../reports/month-report.ts';
import type { WardPromise } from '../reports/promises-of.ts';
import { minutesOnly, sumOfTallies, tallyFrom, tallyOf } from '../reports/tally-of.ts';
import { type AreasTold, areasTold } from './area-told.ts';
import { lastDayOfMonth } from './closing-day.ts';
import { groupOfficers, type PeopledCell, peopleOf } from './group-officers.ts';
import { leaveOfGroup } from './leave-told.ts';
import { mayRevise } from './may-revise.ts';
import { type ClosingLine, FEWEST_OFFICERS, type PublicGroup, type PublicMonth, type PublicReasons } from './model.ts';
import { concerned, heads } from './officers-of-lines.ts';
import { quarterOfMonth } from './quarter-month.ts';
import { reasonsShown } from './reasons-shown.ts';
import { standingOf } from './standing-of.ts';

/** What a closing reads of a month. */
export interface MonthRead {
  unit: string;
  month: Month;
  /** Every line of the month's ledger, with its officer. */
  lines: readonly ClosingLine[];
  promises: readonly Omit<WardPromise, 'boundaryVersion'>[];
  timeline: readonly PolicyInForce[];
  names: AreaNames;
  synthetic: boolean;
}

/** What only one group of a borough was away for is that group's, and told over a year. */
const FEWEST_GROUPS = 2;

const keyOf = ({ code, postClass }: { code: string; postClass: PostClass }): string => `${code}/${postClass}`;

/** The number of the last of some lines; 0 where there is none. */
const lastOf = (lines: readonly ClosingLine[]): number => lines.reduce((last, { id }) => Math.max(last, id), 0);

/**
 * What is public of a month at a closing: sums over groups of at least three officers, and nothing that tells officers of a group apart. Whatever is moved between two officers of a group leaves all of it as it is: so it tells of no officer more than what
 * the sum does. What was public before keeps its groups; one takes its later figures only once those of three officers or
 * more have changed, for the difference of two publications is public too.
 * @param asOf    the closing day
 * @param before  what was public of the month before; null at its first closing
 */
export function publicMonth(read: MonthRead, asOf: string, before: PublicMonth | null): PublicMonth {
  const closing: ThisClosing = {
    read,
    asOf,
    through: lastOf(read.lines),
    least: quarterOfMonth(read.timeline, read.month),
  };
  const cells = cellsOf(closing);
  const kept = (before?.groups ?? []).map((group) => revised(group, cells, closing));
  const out = new Set(kept.flatMap(({ cells: own }) => own.map(keyOf)));
  const { groups, leftOut } = groupOfficers(cells.filter((cell) => !out.has(keyOf(cell))));
  const all = [...kept, ...groups.map((group) => newGroup(group.cells, group.boroughCode, closing))];
  const told = areasTold(all, (group) => linesOfGroup(read.lines, group), {
    before:
      before === null
        ? null
        : { unit: before.whole, boroughs: new Map(before.reasons.map((each) => [each.boroughCode, each])) },
    least: closing.least,
  });
  const policy = policyOn(read.timeline, lastDayOfMonth(read.month));
  return {
    format: 'wardroom-ringfence-month-1',
    unit: read.unit,
    month: read.month,
    asOf,
    through: closing.through,
    policy: { ...policyNamed(policy), presumedShare: policy.policy.presumedShare },
    groups: all.sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    reasons: reasonsByBorough(all, { read, told, before: before?.reasons ?? [] }),
    whole: told.unit,
    wardYears: [],
    leavesOut: leftOut.some(({ known }) => known.size > 0),
    synthetic: read.synthetic,
  };
}

/** What a closing works with. */
interface ThisClosing {
  read: MonthRead;
  asOf: string;
  through: number;
  /** Minutes from which an officer counts as one behind a figure. */
  least: number;
}

/** The lines that a group's figures are the sum of. */
export function linesOfGroup(
  lines: readonly ClosingLine[],
  { cells, through }: Pick<PublicGroup, 'cells' | 'through'>,
): ClosingLine[] {
  const own = new Set(cells.map(keyOf));
  return lines.filter((line) => line.id <= through && own.has(keyOf({ code: line.wardCode, ...line })));
}

const nameOf = ({ cells, boroughCode }: PublicGroup): string =>
  `${boroughCode ?? '~'}/${cells.map(({ name, code, postClass }) => `${name}/${code}/${POST_CLASSES.indexOf(postClass)}`).join()}`;

/** Every class of every ward that was promised or recorded anything. */
function cellsOf({ read: { month, promises, timeline, names, lines }, least }: ThisClosing): PeopledCell[] {
  const boroughs = new Map(promises.map(({ wardCode, boroughCode }) => [wardCode, boroughCode]));
  const standings = new Map(POST_CLASSES.map((postClass) => [postClass, standingOf(timeline, month, postClass)]));
  const linesBy = groupBy(lines, (line) => keyOf({ code: line.wardCode, ...line }));
  const cells = new Map(
    [...promises, ...lines].map(({ wardCode, postClass }) => [
      keyOf({ code: wardCode, postClass }),
      { wardCode, postClass },
    ]),
  );
  return [...cells].map(([key, { wardCode, postClass }]) => {
    const own = linesBy.get(key) ?? [];
    return {
      code: wardCode,
      name: names.get(wardCode) ?? wardCode,
      boroughCode: boroughs.get(wardCode) ?? '',
      postClass,
      standing: standings.get(postClass) ?? '',
      heads: heads(own, least),
      known: concerned(own),
    };
  });
}

/** A group as it was, or with its later figures where enough officers' have changed. */
function revised(group: PublicGroup, cells: readonly PeopledCell[], closing: ThisClosing): PublicGroup {
  const { lines } = closing.read;
  const own = new Set(group.cells.map(keyOf));
  const now = cells.filter((cell) => own.has(keyOf(cell)));
  const known = linesOfGroup(lines, group);
  const later = linesOfGroup(lines, { ...group, through: closing.through }).filter(({ id }) => id > group.through);
  if (!mayRevise({ group, known, later }) || peopleOf(now).size < FEWEST_OFFICERS) return group;
  return newGroup(now, group.boroughCode, closing);
}

function newGroup(
  cells: readonly PeopledCell[],
  boroughCode: string | null,
  { read, asOf, through }: ThisClosing,
): PublicGroup {
  const own = cells.map(({ code, name, boroughCode: borough, postClass }) => ({
    code,
    name,
    boroughCode: borough,
    postClass,
  }));
  const keys = new Set(own.map(keyOf));
  const promises = read.promises.filter(({ wardCode, postClass }) => keys.has(keyOf({ code: wardCode, postClass })));
  const promised = {
    promisedMinutes: promises.reduce((sum, each) => sum + each.promisedMinutes, 0),
    vacancyMinutes: promises.reduce((sum, each) => sum + each.vacancyMinutes, 0),
  };
  const lines = linesOfGroup(read.lines, { cells: own, through });
  const leaveMinutes = leaveOfGroup(lines);
  const minutes = minutesOnly(
    tallyFrom({ ...tallyOf(lines, promised), leaveMinutes, literalBreachMinutes: null }, [], []),
  );
  return { cells: own, boroughCode, officers: peopleOf(cells).size, asOf, through, minutes };
}

/** Reasons of each borough over its own groups, once and for all; what is of several boroughs is told without. */
function reasonsByBorough(
  groups: readonly PublicGroup[],
  { read: { lines, names }, told, before }: { read: MonthRead; told: AreasTold; before: readonly PublicReasons[] },
): PublicReasons[] {
  return [...told.boroughs]
    .map(([boroughCode, area]) => {
      const kept = before.find((each) => each.boroughCode === boroughCode);
      if (kept !== undefined) return { ...kept, ...area };
      const own = groups.filter((group) => group.boroughCode === boroughCode);
      const minutes = sumOfTallies(own.map((group) => tallyFrom(group.minutes, [], [])));
      const parts = own.map((group) => linesOfGroup(lines, group));
      const shown = reasonsShown(parts, minutes, { fewestGroups: FEWEST_GROUPS });
      return { boroughCode, name: names.get(boroughCode) ?? boroughCode, ...area, ...shown };
    })
    .sort((a, b) => a.boroughCode.localeCompare(b.boroughCode));
}
