import type { Terms } from '../rule.ts';
import { officersIn, officerWords, placesOf, type Rule, sourceOf, wholeFrom, wholeUpTo } from '../rule.ts';

/** What is fair for each cluster: its share of demand, of all officers, give or take what the rule allows. */
function boundsOf({ review, wards, limits }: Terms, within: number) {
  const shareOf = new Map(wards.map(({ code, demandShare }) => [code, demandShare]));
  return review.clusters.map(({ name, wards: codes }) => {
    const fair = codes.reduce((sum, code) => sum + (shareOf.get(code) ?? 0), 0) * limits.officers.dwo;
    return { name, codes, fair, least: Math.max(wholeFrom(fair - within), 0), most: wholeUpTo(fair + within) };
  });
}

/** Officers to allow, rounded up to a hundredth: what is advised must do. */
const enough = (officers: number): string => (wholeFrom(officers * 100) / 100).toFixed(2);

/** Every cluster's officers lie near its share of demand. */
export const clusterBalance: Rule = {
  name: 'cluster-balance',
  about: 'Every cluster has as many officers as its share of demand gives it, within so many.',
  source: 'Switched on for one review; clusters are led together, each with a problem-solving plan of its own.',
  kind: 'side',
  of: 'officers',
  inForce(terms) {
    const rule = terms.review.side['cluster-balance'];
    if (rule === undefined) return null;
    const sentence = `Every cluster's officers lie within ${rule.within} of its share of demand × ${officerWords(terms.limits.officers.dwo, 'dwo')}.`;
    return { name: 'cluster-balance', sentence, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const rule = terms.review.side['cluster-balance'];
    if (rule === undefined) return question;
    const places = placesOf(terms);
    const groups = boundsOf(terms, rule.within).map(({ name, codes, least, most }) => ({
      name: `cluster ${name}`,
      wards: codes.flatMap((code) => places.get(code) ?? []),
      least,
      most,
    }));
    return { ...question, groups: [...question.groups, ...groups] };
  },
  conflicts(terms) {
    const rule = terms.review.side['cluster-balance'];
    if (rule === undefined) return [];
    const { floors, ceilings } = terms.limits;
    const conflict = (sentence: string) => [{ rule: 'cluster-balance', sentence }];
    return boundsOf(terms, rule.within).flatMap(({ name, codes, fair, least, most }) => {
      const share = `the cluster ${name} has demand for ${fair.toFixed(2)}`;
      if (most < least)
        return conflict(
          `No whole number of officers lies within ${rule.within}: ${share}. Allow at least ${enough(Math.abs(fair - Math.round(fair)))}.`,
        );
      const floor = codes.length * floors.dwo;
      if (floor > most)
        return conflict(
          `The cluster balance lets the cluster ${name} have ${most} at most, and the floor gives its ${codes.length} wards ${floor}: ${share}. Allow at least ${enough(floor - fair)}.`,
        );
      const ceiling = codes.length * (ceilings.dwo ?? Number.POSITIVE_INFINITY);
      if (ceiling >= least) return [];
      return conflict(
        `The cluster balance gives the cluster ${name} ${least} at least, and the ceiling lets its ${codes.length} wards have ${ceiling}: ${share}. Allow at least ${enough(fair - ceiling)}.`,
      );
    });
  },
  breach(terms, plan) {
    const rule = terms.review.side['cluster-balance'];
    if (rule === undefined) return null;
    for (const { name, codes, fair, least, most } of boundsOf(terms, rule.within)) {
      const has = officersIn(plan, codes);
      if (has < least || has > most)
        return `The cluster ${name} has ${officerWords(has, 'dwo')}, and ${rule.within} around ${fair.toFixed(2)} are allowed.`;
    }
    return null;
  },
};
