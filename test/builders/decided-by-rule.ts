import type { DisclosureRule } from '../../src/lib/disclosure/index.ts';
import { decideCells } from '../../src/performance/disclosure/decide-cells.ts';
import type { DecidedSeries } from '../../src/performance/disclosure/model.ts';

/** What one rule alone hides of the months of one area from April 2025, and whether it hides their year. */
export function hiddenBy(
  rule: DisclosureRule,
  values: readonly number[],
  about: Partial<Pick<DecidedSeries, 'level' | 'fewPeople' | 'alreadyPublic'>> & { on?: string } = {},
): { months: string[]; year: boolean } {
  const { on = '2026-03-10', level = 'ward', fewPeople = true, alreadyPublic = null } = about;
  const area = { areaCode: 'A', boroughCode: level === 'ward' ? 'B' : null, firstMonth: '2025-04' as const };
  const series = { measure: 'counted', level, fewPeople, alreadyPublic, ...area, values };
  const { months, years } = decideCells([series], [], { on, rules: [rule] });
  return { months: [...(months.get('counted A') ?? [])].toSorted(), year: (years.get('counted A')?.size ?? 0) > 0 };
}
