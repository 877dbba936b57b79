import type { Charter } from '../model.ts';
import type { ComparisonAreas, EvaluatedArea } from './model.ts';

/**
 * Which areas a charter's treated groups are compared with, and why the others are not. An area of any treated group is never
 * a comparison area, and an area that shares a border with any of them counts as adjoining: what spills over from one group
 * would spoil the comparison of another.
 * @param areas   areas of the charter's boundary version, in its order
 * @param borders codes of areas that share a border, each pair once
 */
export function compareAreas(
  charter: Pick<Charter, 'treated' | 'comparison'>,
  areas: readonly EvaluatedArea[],
  borders: readonly (readonly [string, string])[],
): ComparisonAreas {
  const { from, excluded } = charter.comparison;
  const treated = new Set(charter.treated.flatMap((group) => group.areas));
  const left = new Map(excluded.map(({ area, because }) => [area, because]));
  const codes = areas.map(({ code }) => code).filter((code) => !treated.has(code));
  const named = from === 'all others' ? codes : codes.filter((code) => from.includes(code));
  const unnamed = codes.filter((code) => !named.includes(code) && !left.has(code));
  return {
    donors: named.filter((code) => !left.has(code)),
    adjoining: codes.filter((code) =>
      borders.some(([one, other]) => (one === code && treated.has(other)) || (other === code && treated.has(one))),
    ),
    excluded: [
      ...codes.flatMap((area) => (left.has(area) ? { area, because: left.get(area) ?? '' } : [])),
      ...unnamed.map((area) => ({ area, because: 'Not among the comparison areas that the charter names.' })),
    ],
  };
}
