import { type Month, monthRange } from '../../lib/calendar/month.ts';
import { groupBy } from '../../organisation/index.ts';
import type { PostClass } from '../model.ts';
import type { Minutes, WardYear } from '../reports/model.ts';
import { yearStart } from '../reports/month-report.ts';
import { sumOfTallies, tallyFrom } from '../reports/tally-of.ts';
import type { ClosingLine, PublicGroup, PublicMonth } from './model.ts';
import { heads, noneOrEnough } from './officers-of-lines.ts';
import { linesOfGroup } from './public-month.ts';
import { keyOf, orderOf, type ReasonsShown, reasonOf, reasonsShown } from './reasons-shown.ts';

/** A month of the year: what is public of it, and the lines behind. */
export interface YearMonth {
  published: PublicMonth;
  lines: readonly ClosingLine[];
  /** Minutes from which an officer counts as one behind its figures. */
  least: number;
}

/** Whether a financial year ends with the month. */
export const endsYear = (month: Month): boolean => month.endsWith('-03');

/** Every month of the financial year that ends with a month. */
export const monthsOfYear = (march: Month): Month[] => monthRange(yearStart(march), march);

/**
 * Reasons of each ward over the financial year that ends with a month: only of a ward, or a class of it, that was told by
 * itself in all twelve months. A year is told once it is over and never as the last twelve months, which would give a month
 * away by what one has more than the other. What a borough's months say of a reason, less what its wards say of the year, is of
 * three officers or of nobody: else the wards tell that reason with others.
 * @param year the twelve months of the year, in any order; fewer give nothing
 */
export function wardYears(march: Month, year: readonly YearMonth[]): WardYear[] {
  const months = monthsOfYear(march);
  const byMonth = new Map(year.map((each) => [each.published.month, each]));
  const all = months.map((month) => byMonth.get(month)).filter((each) => each !== undefined);
  if (!endsYear(march) || all.length < months.length) return [];
  const groups = (all.at(-1)?.published.groups ?? []).flatMap((group) => yearOfGroup(group, all));
  const name = `${months[0]?.slice(0, 4)}-${march.slice(2, 4)}`;
  return [...groupBy(groups, ({ boroughCode }) => boroughCode)].flatMap(([boroughCode, own]) =>
    shownInBorough(own, linesOfBorough(boroughCode, all)).map(({ group, shown }) => ({
      code: group.code,
      classes: group.classes,
      year: name,
      officers: group.officers,
      ...shown,
    })),
  );
}

/** A group over a year. */
interface GroupYear {
  code: string;
  boroughCode: string | null;
  classes: PostClass[];
  officers: number;
  lines: ClosingLine[];
  minutes: Minutes;
}

/** A group with its lines of all months; none where it was not told by itself in one of them. */
function yearOfGroup({ cells, boroughCode }: PublicGroup, year: readonly YearMonth[]): GroupYear[] {
  const [first] = cells;
  if (first === undefined || new Set(cells.map(({ code }) => code)).size !== 1) return [];
  const found = year.flatMap((month) => {
    const group = month.published.groups.find((other) => keys(other) === keys({ cells }));
    return group === undefined ? [] : [{ month, group, lines: linesOfGroup(month.lines, group) }];
  });
  if (found.length < year.length) return [];
  const officers = found.flatMap(({ lines, month }) => [...heads(lines, month.least)]);
  return [
    {
      ...{ code: first.code, boroughCode, classes: cells.map(({ postClass }) => postClass) },
      officers: new Set(officers).size,
      lines: found.flatMap(({ lines }) => lines),
      minutes: sumOfTallies(found.map(({ group }) => tallyFrom(group.minutes, [], []))),
    },
  ];
}

/** What each group tells, until what they all leave of any reason or role is of enough officers. */
function shownInBorough(groups: readonly GroupYear[], borough: readonly ClosingLine[]) {
  const withheld = new Set<string>();
  for (;;) {
    const told = groups.map((group) => ({ group, shown: reasonsShown([group.lines], group.minutes, { withheld }) }));
    const keysOf = ({ byReason, byOrder }: ReasonsShown) =>
      new Set([
        ...byReason.map(({ ruling, reason }) => keyOf(ruling, reason)),
        ...byOrder.map(({ ruling, orderedBy }) => keyOf(ruling, orderedBy)),
      ]);
    const tells = told.map(({ group, shown }) => ({ lines: new Set(group.lines), keys: keysOf(shown) }));
    const left = (key: string) => {
      const taken = tells.filter(({ keys: own }) => own.has(key));
      return borough.filter(
        (line) =>
          [reasonOf(line), orderOf(line)].some((name) => keyOf(line.account, name) === key) &&
          !taken.some(({ lines }) => lines.has(line)),
      );
    };
    const named = [...new Set(tells.flatMap(({ keys: own }) => [...own]))].filter((key) => !key.endsWith('/not-shown'));
    const tooFew = named.filter((key) => !noneOrEnough(left(key)));
    if (tooFew.length === 0) return told;
    for (const key of tooFew) withheld.add(key);
  }
}

/** Lines of all that is public of a borough over a year. */
function linesOfBorough(boroughCode: string | null, year: readonly YearMonth[]): ClosingLine[] {
  return year.flatMap(({ published, lines }) =>
    published.groups
      .filter((group) => group.boroughCode === boroughCode)
      .flatMap((group) => linesOfGroup(lines, group)),
  );
}

const keys = ({ cells }: Pick<PublicGroup, 'cells'>): string =>
  cells
    .map(({ code, postClass }) => `${code}/${postClass}`)
    .sort()
    .join();
