import { monthNumber } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../model.ts';
import type { Finding, MonthState } from './model.ts';

/** A finding with the import and publisher whose figures it is about. */
export interface FindingOf extends Finding {
  importId: string;
  publisher: string;
}

interface RunOf extends CategorySeries {
  importId: string;
}

/** States that make a figure doubtful; a month that is absent has none. */
const DOUBTFUL: ReadonlySet<MonthState> = new Set(['stub', 'short', 'zero']);

/**
 * Calls for every month in which a run of those given is doubtful, by a finding about its file, area or category.
 */
export function eachDoubtful<Run extends RunOf>(
  runs: readonly Run[],
  findings: readonly FindingOf[],
  mark: (run: Run, month: number) => void,
): void {
  const byFile = new Map<string, FindingOf[]>();
  for (const finding of findings) {
    if (!DOUBTFUL.has(finding.state)) continue;
    const key = `${finding.importId} ${finding.publisher}`;
    const own = byFile.get(key);
    if (own) own.push(finding);
    else byFile.set(key, [finding]);
  }
  if (byFile.size === 0) return;
  for (const run of runs) {
    const first = monthNumber(run.firstMonth);
    for (const finding of byFile.get(`${run.importId} ${run.publisher}`) ?? []) {
      const month = monthNumber(finding.month);
      if (isAbout(finding, run) && (run.values[month - first] ?? null) !== null) mark(run, month);
    }
  }
}

/** Whether a finding is about figures of an area and a category. */
export function isAbout(
  { areaCodes, categories }: Pick<Finding, 'areaCodes' | 'categories'>,
  { areaCode, category }: Pick<CategorySeries, 'areaCode' | 'category'>,
): boolean {
  return (areaCodes?.includes(areaCode) ?? true) && (categories?.includes(category) ?? true);
}
