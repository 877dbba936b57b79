import type { CoverQuestion, Standby } from './cover-question.ts';

/**
 * Compares two who could stand in by the rules of allocation alone: from a neighbouring ward first, then from the same
 * cluster, then who is above the floor of posts, then from the same borough; after that by ward and name. Nothing that
 * anybody did comes into it.
 */
export function orderOfSuggestion({ ward }: Pick<CoverQuestion, 'ward'>): (a: Standby, b: Standby) => number {
  const steps: ((standby: Standby) => boolean)[] = [
    (each) => each.ward.neighbour,
    (each) => ward.cluster !== null && each.ward.cluster === ward.cluster,
    (each) => each.postClass === 'extra',
    (each) => each.ward.boroughCode === ward.boroughCode,
  ];
  return (a, b) => {
    for (const step of steps) {
      const difference = Number(step(b)) - Number(step(a));
      if (difference !== 0) return difference;
    }
    return a.ward.name.localeCompare(b.ward.name, 'en-GB') || a.name.localeCompare(b.name, 'en-GB');
  };
}
