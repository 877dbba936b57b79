import { addMonths, type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import { combine } from '../../lib/causal/index.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter, CharterOutcome, TreatedGroup } from '../model.ts';
import type { AreaFigures, ComparisonAreas, EvaluatedArea, OutcomePanel, PanelAnswer } from './model.ts';
import { panelMonths } from './panel-months.ts';
import { residentsOf } from './residents-of.ts';

/** What a panel is made of. */
export interface PanelAsked {
  charter: Pick<Charter, 'preFrom' | 'end'>;
  group: TreatedGroup;
  outcome: Pick<CharterOutcome, 'measure' | 'scale'>;
  /** Title and denominator of the outcome's measure. */
  measure: { title: string; denominator: string | null };
  areas: readonly EvaluatedArea[];
  comparison: ComparisonAreas;
  adjoining: 'kept' | 'left out';
  figures: readonly AreaFigures[];
  /** Last month whose figures are used; null for all that are held. */
  until: Month | null;
}

/**
 * One outcome of one treated group beside its comparison areas. Comparison areas of which nothing is held are left out and
 * named; a month that is missing in the middle is never bridged.
 * @returns refused, in one sentence, where a month of an area is missing, where fewer than four months stand before the start
 *   or none after it, and where a log would be taken of zero
 */
export function buildPanel(asked: PanelAsked): PanelAnswer {
  const { group, outcome, measure, comparison, figures } = asked;
  const of = new Map(figures.filter((each) => each.measure === outcome.measure).map((each) => [each.area, each]));
  const what = withinSentence(measure.title);
  const latest = latestOf(group.areas.flatMap((area) => of.get(area) ?? []));
  if (latest === null || group.areas.some((area) => !of.has(area))) {
    return refused(
      `No figures of ${what} are held for ${nameOf(asked, group.areas.find((area) => !of.has(area)) ?? '')}: import files that have them.`,
    );
  }
  const until = asked.until !== null && asked.until < latest ? asked.until : latest;
  const months = panelMonths(asked.charter, group, until);
  if ('kind' in months) return months;
  const pool = comparison.donors.filter((code) => asked.adjoining === 'kept' || !comparison.adjoining.includes(code));
  const donors = pool.filter((code) => hasAny(of.get(code)));
  if (donors.length < 2)
    return refused(`Fewer than two comparison areas have figures of ${what}: name more in the charter.`);
  const codes = [...group.areas, ...donors];
  const times = [...months.before, ...months.after];
  const counts: number[][] = [];
  for (const code of codes) {
    const read = readMonths(of.get(code), times);
    if (typeof read === 'string') return refused(sayGap(asked, { code, month: read, what }));
    counts.push(read);
  }
  const made = valuesOf(asked, codes, counts);
  if (typeof made === 'string') return refused(made);
  const zero = outcome.scale === 'log' ? zeroIn(codes, counts, times) : null;
  if (zero !== null) {
    return refused(
      `${nameOf(asked, zero.code)} had no ${what} in ${monthName(zero.month)}, and no log can be taken of zero: write "rate" as the scale of this outcome.`,
    );
  }
  return {
    kind: 'panel',
    panel: panelOf({
      codes,
      times,
      counts,
      ...made,
      start: months.before.length,
      treated: group.areas.length,
      scale: outcome.scale,
      withoutFigures: pool.filter((code) => !donors.includes(code)),
    }),
  };
}

/** Logs of an average count, or averages of rates by residents: never a sum, and never an average of logs. */
export const COMBINED = { log: 'log-mean', rate: 'mean' } as const;

/** The one series of a group of units, by index, as the estimators are given it. */
export function seriesOf({ panel, scale }: Pick<OutcomePanel, 'panel' | 'scale'>, group: readonly number[]): number[] {
  const { values, sizes } = panel;
  return combine(
    group.map((unit) => values[unit] ?? []),
    COMBINED[scale],
    sizes === undefined ? undefined : group.map((unit) => sizes[unit] as number),
  );
}

function panelOf(
  made: Omit<OutcomePanel, 'panel' | 'comparison'> & MadeValues & { codes: string[]; times: Month[] },
): OutcomePanel {
  const { codes, times, values, sizes, treated, start, scale, counts, withoutFigures } = made;
  const panel = { units: codes, times, values, ...(sizes === undefined ? {} : { sizes }) };
  return {
    ...{ panel, treated, start, scale, counts, withoutFigures },
    comparison: {
      treated: seriesOf({ panel, scale }, [...Array(treated).keys()]),
      donors: values.slice(treated),
      start,
      treatedUnits: treated,
    },
  };
}

const refused = (because: string): PanelAnswer => ({ kind: 'refused', because });

const nameOf = ({ areas }: PanelAsked, code: string): string => areas.find((area) => area.code === code)?.name ?? code;

const hasAny = (figures: AreaFigures | undefined): boolean => figures?.values.some((value) => value !== null) ?? false;

/** The last month of which any of the areas has a figure; null for none. */
function latestOf(figures: readonly AreaFigures[]): Month | null {
  const lasts = figures.filter(hasAny).map(({ firstMonth, values }) =>
    addMonths(
      firstMonth,
      values.findLastIndex((value) => value !== null),
    ),
  );
  return lasts.toSorted().at(-1) ?? null;
}

/** The values of some months; the first month that has none where one is missing. */
function readMonths(figures: AreaFigures | undefined, times: readonly Month[]): number[] | Month {
  const read: number[] = [];
  for (const month of times) {
    const value = figures?.values[monthsBetween(figures.firstMonth, month)] ?? null;
    if (value === null) return month;
    read.push(value);
  }
  return read;
}

function sayGap(asked: PanelAsked, { code, month, what }: { code: string; month: Month; what: string }): string {
  const figures = asked.figures.find((each) => each.area === code && each.measure === asked.outcome.measure);
  const lacking = `${what} in ${nameOf(asked, code)} for ${monthName(month)}`;
  return figures?.hidden?.includes(month)
    ? `The figure of ${lacking} is not given out, because it is about few people: choose a measure that is.`
    : `There is no figure of ${lacking}, and gaps are not bridged: import a file that has it, or leave out the area with a reason.`;
}

/** Values of a panel; of rates, how many each area has of what they are of. */
interface MadeValues {
  values: number[][];
  sizes?: number[];
}

/** Logs of counts, or counts per 1,000 of the measure's denominator; one sentence where that is not held. */
function valuesOf(
  asked: PanelAsked,
  codes: readonly string[],
  counts: readonly (readonly number[])[],
): MadeValues | string {
  if (asked.outcome.scale === 'log') return { values: counts.map((each) => each.map(Math.log)) };
  const { denominator, title } = asked.measure;
  if (denominator === null) return `${title} has no rate: write "log" as the scale of this outcome.`;
  const [values, sizes]: [number[][], number[]] = [[], []];
  for (const [at, code] of codes.entries()) {
    const residents = residentsOf(asked.figures, { measure: denominator, area: code, start: asked.group.start });
    if (residents === null)
      return `No ${denominator} are held for ${nameOf(asked, code)}, by whom the rate is made: import a file that has them.`;
    sizes.push(residents);
    values.push((counts[at] ?? []).map((count) => (count / residents) * 1000));
  }
  return { values, sizes };
}

/** The first area and month that had none; null where there is no such. */
function zeroIn(
  codes: readonly string[],
  counts: readonly (readonly number[])[],
  times: readonly Month[],
): { code: string; month: Month } | null {
  for (const [row, each] of counts.entries()) {
    const [code, month] = [codes[row], times[each.findIndex((value) => value <= 0)]];
    if (code !== undefined && month !== undefined) return { code, month };
  }
  return null;
}
