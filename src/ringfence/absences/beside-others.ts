import type { Absence } from '../model.ts';

/** Where a further time away stands among those of its duty. */
export type Beside =
  /** It is, or overlaps, one that is recorded already. */
  | { kind: 'meets'; absence: Absence }
  /** nextFrom: they were called away again then, so that they were back before; null where it ends otherwise. */
  | { kind: 'free'; to: Date | null; nextFrom: Date | null };

/**
 * Where a time away stands among the others of its duty. One without an end that began before another ends where that
 * begins, since nobody is called away twice at once.
 * @param others of the same duty; those withdrawn are passed over
 */
export function besideOthers({ from, to }: Pick<Absence, 'from' | 'to'>, others: readonly Absence[]): Beside {
  const standing = others.filter(({ standing }) => standing !== 'withdrawn');
  const over = standing.find((each) => each.from <= from && (each.to === null || each.to > from));
  if (over !== undefined) return { kind: 'meets', absence: over };
  const [next] = standing.filter((each) => each.from > from).toSorted((a, b) => a.from.getTime() - b.from.getTime());
  if (next === undefined || (to !== null && to <= next.from)) return { kind: 'free', to, nextFrom: null };
  return to === null ? { kind: 'free', to: next.from, nextFrom: next.from } : { kind: 'meets', absence: next };
}
