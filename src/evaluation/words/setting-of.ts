import type { Charter } from '../model.ts';
import type { AreaNoun, EvaluationFigures, OutcomeFigures, OutcomeSetting } from './model.ts';
import { ruleInForce } from './say-standing.ts';

/** What the words of one outcome need to know of the evaluation it is part of. */
export function settingOf(
  charter: Charter,
  figures: EvaluationFigures,
  { group, measure }: Pick<OutcomeFigures, 'group' | 'measure'>,
): OutcomeSetting {
  const treated = figures.groups.find(({ name }) => name === group)?.areas ?? [];
  return {
    areas: areaNoun(treated.map(({ code }) => code)),
    treated: treated.map(({ name }) => name),
    donors: figures.donors.length,
    groups: charter.comparison.groups,
    transitionMonths: charter.treated.find(({ name }) => name === group)?.transitionMonths ?? 0,
    scale: charter.outcomes.find((outcome) => outcome.measure === measure)?.scale ?? 'log',
    kind: charter.kind,
    rule: ruleInForce(charter, figures),
    outcomesJudged: figures.outcomes.filter((outcome) => outcome.group === group && outcome.role !== 'context').length,
    breaks: charter.breaks,
  };
}

/** What areas are called, by their codes of the Office for National Statistics: wards are E05, London boroughs E09. */
export function areaNoun(codes: readonly string[]): AreaNoun {
  if (codes.length > 0 && codes.every((code) => code.startsWith('E09'))) return { one: 'borough', many: 'boroughs' };
  if (codes.length > 0 && codes.every((code) => code.startsWith('E05'))) return { one: 'ward', many: 'wards' };
  return { one: 'area', many: 'areas' };
}
