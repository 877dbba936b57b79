import type { FullPlanQuestion, SergeantQuestion } from './full-plan.ts';
import type { LinearModel, Row } from './linear-model.ts';
import { type OfficersModel, officersModel } from './officers-model.ts';
import { type Pair, pairRows } from './pairs-model.ts';
import { mostWhole } from './whole-limits.ts';

/** Officers and pairs in one model, for a sergeant's span ties them: first the officers' columns, then one a pair. */
export interface CoupledModel extends OfficersModel {
  model: LinearModel;
  pairs: Pair[];
}

/** Most officers two wards may have together when they share; Infinity without a span. */
export const mostTogether = ({ span }: SergeantQuestion, [a, b]: Pair): number =>
  span === null ? Number.POSITIVE_INFINITY : mostWhole(span.most - (span.others[a] ?? 0) - (span.others[b] ?? 0));

/**
 * Writes officers and pairs as one mixed-integer model. A pair's span is the row x_a + x_b ≤ most when they share and
 * otherwise no more than the ceilings allow; since a ward shares with one at most, the other pairs of both wards tighten
 * the same row by what they leave those wards.
 * @param pairs that two floors leave possible
 */
export function coupledModel(question: FullPlanQuestion, asked: SergeantQuestion, pairs: Pair[]): CoupledModel {
  const written = officersModel(question);
  const first = written.model.columns.length;
  const columns = pairs.map(() => ({ cost: 0, lower: 0, upper: 1, whole: true }));
  const rows = [
    ...written.model.rows,
    ...pairRows(question.demand.length, pairs, asked, first),
    ...spanRows(question, asked, pairs, written.wards),
  ];
  return { ...written, pairs, model: { ...written.model, columns: [...written.model.columns, ...columns], rows } };
}

function spanRows(
  { floors, ceilings, officers }: FullPlanQuestion,
  asked: SergeantQuestion,
  pairs: readonly Pair[],
  wards: readonly number[],
): Row[] {
  const extra = officers - floors.reduce((sum, floor) => sum + floor, 0);
  const floor = (ward: number) => floors[ward] ?? 0;
  const top = (ward: number) => Math.min(ceilings[ward] ?? floor(ward), floor(ward) + extra);
  const first = wards.length;
  const of = floors.map((_, ward) => pairs.flatMap((pair, place) => (pair.includes(ward) ? [{ pair, place }] : [])));
  const steps = floors.map((_, ward) =>
    wards.flatMap((owner, column) => (owner === ward ? [{ column, value: 1 }] : [])),
  );
  /** What sharing in other pairs takes off the most a ward can have. */
  const lessIn = (ward: number, but: number) =>
    (of[ward] ?? []).flatMap(({ pair, place }) => {
      const partner = pair[0] === ward ? pair[1] : pair[0];
      const value = top(ward) - (mostTogether(asked, pair) - floor(partner));
      return place === but || value <= 0 ? [] : [{ column: first + place, value }];
    });
  return pairs.flatMap((pair, place): Row[] => {
    const [a, b] = pair;
    const most = mostTogether(asked, pair);
    const tops = top(a) + top(b);
    if (tops <= most) return [];
    const own = { column: first + place, value: tops - most };
    const entries = [...(steps[a] ?? []), ...(steps[b] ?? []), own, ...lessIn(a, place), ...lessIn(b, place)];
    return [
      {
        name: `span of ${a} and ${b}`,
        lower: Number.NEGATIVE_INFINITY,
        upper: tops - floor(a) - floor(b),
        entries,
      },
    ];
  });
}
