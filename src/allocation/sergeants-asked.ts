import { WrongUsage } from '../demand/index.ts';
import type { PlanOptions } from './model.ts';
import type { RulesFile, SergeantsAsked } from './review.ts';

/** Which wards touch, and where that comes from; null where it is not known. */
export type KnownAdjacency = { pairs: readonly (readonly [string, string])[]; source: string } | null;

/**
 * Which sergeants lead wards: all but those in posts elsewhere, by the command line or else by the rules file. Where
 * neither says, and there is a part of a post, that part is taken to be elsewhere, and a remark says so.
 * @param wards how many there are
 * @returns null where no sergeants were asked for
 * @throws WrongUsage where wards must share a sergeant and it is not known which touch, or rules ask for sergeants and
 *   the plan does not
 */
export function sergeantsAsked(
  { sergeants, rules }: Pick<PlanOptions, 'sergeants' | 'rules'>,
  wards: number,
  adjacency: KnownAdjacency,
): { asked: SergeantsAsked; remarks: string[] } | null {
  if (sergeants === undefined) {
    refuseWithout(rules);
    return null;
  }
  const said = sergeants.elsewhere ?? rules?.sergeantsElsewhere ?? null;
  const part = Math.round((sergeants.all % 1) * 1e6) / 1e6;
  const elsewhere = said ?? part;
  if (adjacency === null && sergeants.all - elsewhere < wards)
    throw new WrongUsage(
      'Which of these wards touch is not known: import their boundaries, or give every ward a sergeant.',
    );
  return {
    asked: {
      sergeants: sergeants.all,
      elsewhere,
      adjacent: [...(adjacency?.pairs ?? [])],
      adjacencySource: adjacency === null ? '' : `Which touch: ${startingLow(adjacency.source)}`,
    },
    remarks:
      said !== null || part === 0
        ? []
        : [
            `Of ${sergeants.all} sergeants ${part} is taken to be in a post elsewhere, because a ward is led by a whole sergeant: give the number of sergeants elsewhere to say otherwise.`,
          ],
  };
}

const startingLow = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

function refuseWithout(rules: RulesFile | undefined): void {
  const asking =
    rules?.side['sergeant-span'] !== undefined
      ? '"sergeant-span"'
      : Object.keys(rules?.tiers ?? {}).length > 0
        ? '"tiers"'
        : null;
  if (asking !== null)
    throw new WrongUsage(`The rules ask for ${asking}, which is about sergeants: give the number of sergeants too.`);
}
