import type { Problem } from '../../../lib/refused.ts';
import type { DecidedProposal } from '../model.ts';

/** Which two are set side by side; null where there are not two. */
export interface ChosenPair {
  pair: { a: number; b: number } | null;
  problems: Problem[];
}

/**
 * Chooses the two proposals that a page sets side by side: those asked for, else what the police drafted, which is
 * nearest to now, or the first that has a plan, against what was chosen, or else the one that differs most from it.
 * @param chosen number of the proposal that was chosen; null before
 */
export function choosePair(
  proposals: readonly Pick<DecidedProposal, 'id' | 'party' | 'officers'>[],
  chosen: number | null,
  asked: { a?: string | undefined; b?: string | undefined },
): ChosenPair {
  const solved = proposals.filter(({ officers }) => officers !== null);
  const police = solved.find(({ party, id }) => party.kind === 'police' && id !== chosen);
  const a = police ?? solved.find(({ id }) => id !== chosen);
  const b = solved.find(({ id }) => id === chosen) ?? (a === undefined ? undefined : furthestFrom(a, solved));
  if (a === undefined || b === undefined) return { pair: null, problems: [] };
  const known = (field: 'a' | 'b', other: number): { id: number; problem: Problem | null } => {
    const text = asked[field];
    if (text === undefined || text === '') return { id: other, problem: null };
    const found = proposals.find(({ id }) => String(id) === text);
    if (found !== undefined) return { id: found.id, problem: null };
    return { id: other, problem: { field, sentence: 'Choose one of the proposals of this review.' } };
  };
  const [first, second] = [known('a', a.id), known('b', b.id)];
  const same: Problem[] =
    first.id === second.id ? [{ field: 'b', sentence: 'Choose two different proposals to set side by side.' }] : [];
  const problems = [first.problem, second.problem].filter((problem) => problem !== null);
  return { pair: { a: first.id, b: second.id }, problems: [...problems, ...same] };
}

type Solved = Pick<DecidedProposal, 'id' | 'officers'>;

/** The one whose plan moves the most officers; of several the first. */
function furthestFrom<Each extends Solved>(a: Solved, all: readonly Each[]): Each | undefined {
  const moved = ({ officers }: Solved) =>
    Object.entries(a.officers ?? {}).reduce((sum, [code, dwo]) => sum + Math.abs((officers?.[code] ?? 0) - dwo), 0);
  return all.filter(({ id }) => id !== a.id).toSorted((one, other) => moved(other) - moved(one))[0];
}
