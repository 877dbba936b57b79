import type { Platform } from '../../platform/platform.ts';
import { asSummed } from '../comparison/areas-beside-service.ts';
import { compareRows } from '../comparison/compare-rows.ts';
import { rowFigures } from '../comparison/row-figures-service.ts';
import { leastCount } from '../comparison/small-numbers.ts';
import type { MeasureSet, MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { CheckedClaim } from './model.ts';

/** Claims of one area that set the same two periods against each other. */
interface Together {
  area: NonNullable<CheckedClaim['area']>;
  periods: Periods;
  figures: MonthlyFigures[];
}

/**
 * Says of each claim about a change of counts what that change can bear, as the comparison table says it: with how much
 * such changes differ in ordinary years. Claims of one area and two periods are read together.
 */
export async function sayWhatChangesBear(
  platform: Platform,
  claims: readonly CheckedClaim[],
  asAt: string,
): Promise<CheckedClaim[]> {
  const groups = new Map<string, Together>();
  for (const claim of claims) {
    const found = changeOf(claim);
    if (found === null) continue;
    const key = keyOf(found);
    const group = groups.get(key) ?? { ...found, figures: [] };
    const isNew = group.figures.every(({ measure }) => measure !== found.figures.measure);
    groups.set(key, isNew ? { ...group, figures: [...group.figures, found.figures] } : group);
  }
  const words = new Map<string, string>();
  for (const [key, group] of groups)
    for (const { measureName, words: said } of await rowsOf(platform, group, asAt))
      words.set(`${key} ${measureName}`, said);
  return claims.map((claim) => {
    const found = changeOf(claim);
    return found === null ? claim : { ...claim, bears: words.get(`${keyOf(found)} ${found.figures.measure}`) ?? null };
  });
}

function changeOf({ area, periods, figures, finding }: CheckedClaim) {
  if (area === null || figures === null || periods === null || periods.previous === null) return null;
  if (finding.today === null || finding.today.shares === true) return null;
  return { area, figures, periods: { current: periods.current, previous: periods.previous } };
}

const keyOf = ({
  area,
  periods,
  figures,
}: {
  area: Together['area'];
  periods: Periods;
  figures: MonthlyFigures;
}): string =>
  JSON.stringify([
    area.word,
    figures.vintage,
    periods.current.from,
    periods.current.to,
    periods.previous.from,
    periods.previous.to,
  ]);

async function rowsOf(platform: Platform, { area, periods, figures }: Together, asAt: string) {
  const rows = figures.map(({ measure }) => ({ measure, printed: measure }));
  const set: MeasureSet = {
    ...{ name: 'claims', title: 'Claims', version: 1, from: asAt, source: 'the register of claims' },
    groups: [{ title: 'Claims', rows }],
  };
  const asked = { area: asSummed(area), own: figures, periods, because: new Map<string, string>() };
  return compareRows(await rowFigures(platform, set, asked), periods, leastCount(asAt));
}
