import type { Month } from '../../lib/calendar/month.ts';
import { groupBy } from '../../organisation/index.ts';
import { POST_CLASSES, type PolicyInForce, type PostClass } from '../model.ts';
import { completenessOf } from './completeness.ts';
import type { AreaRow, ClassRow, MonthReport, Tally, WardRow, YearSoFar } from './model.ts';
import type { WardPromise } from './promises-of.ts';
import { sumOfTallies, type TallyLine, tallyOf } from './tally-of.ts';

/** What a report is about. */
export interface ReportArea {
  unit: string;
  kind: 'unit' | 'borough' | 'ward';
  /** null for a unit. */
  code: string | null;
  name: string;
  /** Of a ward, its borough's code; of a borough its own; null for a unit. */
  boroughCode: string | null;
}

/** Totals of one ward. */
export type WardLine = TallyLine & { wardCode: string; boroughCode: string };

export const CLASS_NAMES: Readonly<Record<PostClass, string>> = {
  floor: 'Floor officers',
  extra: 'Extra officers',
  pcso: 'PCSOs',
};

/** Names of areas by code; a code that is not known is its own name. */
export type AreaNames = ReadonlyMap<string, string>;

/**
 * The ring-fence report of a month from live figures. Adds up: wards to boroughs to the whole, classes to the whole.
 * @param given.lines     what stands in the ledger of the area's wards in that month
 * @param given.promises  what that month promised to the same wards
 * @param given.yearSoFar the same of every month since April, this one included
 * @param given.over      whether the month has ended
 */
export function monthReport(
  area: ReportArea,
  given: {
    month: Month;
    policy: PolicyInForce;
    names: AreaNames;
    lines: readonly WardLine[];
    promises: readonly WardPromise[];
    yearSoFar: YearSoFar;
    over: boolean;
    synthetic: boolean;
  },
): MonthReport {
  const { month, policy, names } = given;
  const wards = wardRows(given);
  const total = sumOfTallies(wards);
  return {
    area: area.name,
    areaKind: area.kind,
    areaCode: area.code,
    unit: area.unit,
    month,
    policy: policyNamed(policy),
    ...completenessOf(total, { month, over: given.over, policy: policy.policy }),
    wards,
    together: [],
    boroughs:
      area.kind === 'ward'
        ? []
        : rowsBy(
            wards,
            ({ boroughCode }) => boroughCode,
            (code) => names.get(code) ?? code,
          ),
    classes: [...groupBy(wards, ({ postClass }) => postClass as PostClass)]
      .map(([postClass, rows]) => classRow(postClass, sumOfTallies(rows)))
      .sort((a, b) => POST_CLASSES.indexOf(a.code) - POST_CLASSES.indexOf(b.code)),
    total,
    yearSoFar: given.yearSoFar,
    wardYears: [],
    published: null,
    synthetic: given.synthetic,
  };
}

export const policyNamed = ({ policy: { title }, version, inForceFrom }: PolicyInForce) => ({
  title,
  version,
  inForceFrom,
});

/** Every class of posts of every ward that was promised or recorded anything. */
function wardRows({
  lines,
  promises,
  names,
}: {
  lines: readonly WardLine[];
  promises: readonly WardPromise[];
  names: AreaNames;
}): WardRow[] {
  const linesOf = groupBy(lines, ({ wardCode, postClass }) => `${wardCode}/${postClass}`);
  const promiseOf = new Map(promises.map((promise) => [`${promise.wardCode}/${promise.postClass}`, promise]));
  const cells = new Map(
    [...lines, ...promises].map(({ wardCode, boroughCode, postClass }) => [
      `${wardCode}/${postClass}`,
      { wardCode, boroughCode, postClass },
    ]),
  );
  return [...cells]
    .map(
      ([key, { wardCode, boroughCode, postClass }]): WardRow => ({
        code: wardCode,
        name: names.get(wardCode) ?? wardCode,
        boroughCode,
        postClass,
        classes: [postClass],
        officers: null,
        ...tallyOf(linesOf.get(key) ?? [], promised(promiseOf.get(key))),
      }),
    )
    .sort(
      (a, b) =>
        a.name.localeCompare(b.name) ||
        a.code.localeCompare(b.code) ||
        POST_CLASSES.indexOf(a.postClass as PostClass) - POST_CLASSES.indexOf(b.postClass as PostClass),
    );
}

const promised = (promise: WardPromise | undefined) => ({
  promisedMinutes: promise?.promisedMinutes ?? 0,
  vacancyMinutes: promise?.vacancyMinutes ?? 0,
});

function rowsBy(
  wards: readonly WardRow[],
  codeOf: (row: WardRow) => string,
  nameOf: (code: string) => string,
): AreaRow[] {
  const groups = groupBy(wards, codeOf);
  return [...groups]
    .map(([code, rows]) => ({ code, name: nameOf(code), ...sumOfTallies(rows) }))
    .sort((a, b) => a.code.localeCompare(b.code));
}

/** A class of posts with its rates. */
export function classRow(
  code: PostClass,
  given: Pick<
    Tally,
    'availableMinutes' | 'breachMinutes' | 'awayShare' | 'breachShare' | 'confirmedMinutes' | 'presumedMinutes'
  >,
): ClassRow {
  const { availableMinutes, breachMinutes, awayShare, breachShare } = given;
  const awayMinutes = availableMinutes - given.confirmedMinutes - given.presumedMinutes;
  return { code, name: CLASS_NAMES[code], availableMinutes, awayMinutes, breachMinutes, awayShare, breachShare };
}

/**
 * Minutes since April from those of each month.
 * @param ofMonths how many months there are, of which some may have no figures of the area's own
 */
export function yearOf(months: ReadonlyMap<Month, Tally>, from: Month, to: Month, ofMonths = months.size): YearSoFar {
  return { from, to, months: months.size, ofMonths, ...sumOfTallies([...months.values()]) };
}

/** First month of the financial year of a month: "2026-04" for "2026-10" and for "2027-03". */
export function yearStart(month: Month): Month {
  const year = Number(month.slice(0, 4)) - (Number(month.slice(5, 7)) < 4 ? 1 : 0);
  return `${year}-04` as Month;
}
