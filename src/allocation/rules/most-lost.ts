import { currentOf, officerWords, type Rule, sourceOf, type Terms, thereAre } from '../rule.ts';

const leastIn = (terms: Terms, code: string, officers: number) => Math.max(0, currentOf(terms, code) - officers);

/** No ward loses more than so many in one review. */
export const mostLost: Rule = {
  name: 'most-lost',
  about: 'No ward loses more than so many officers in one review.',
  source: 'Switched on for one review; a ward is to notice a review, not to be stripped by it.',
  kind: 'side',
  of: 'officers',
  inForce(terms) {
    const rule = terms.review.side['most-lost'];
    if (rule === undefined) return null;
    const against = terms.review.current?.source ?? 'no numbers';
    const sentence =
      rule.officers === 0
        ? `No ward loses an officer, against ${against}.`
        : `No ward loses more than ${officerWords(rule.officers, 'dwo')}, against ${against}.`;
    return { name: 'most-lost', sentence, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const rule = terms.review.side['most-lost'];
    if (rule === undefined) return question;
    const floors = question.floors.map((floor, place) =>
      Math.max(floor, leastIn(terms, terms.wards[place]?.code ?? '', rule.officers)),
    );
    return { ...question, floors };
  },
  conflicts(terms) {
    const rule = terms.review.side['most-lost'];
    if (rule === undefined) return [];
    const { floors, officers, ceilings } = terms.limits;
    const ceiling = ceilings.dwo ?? Number.POSITIVE_INFINITY;
    const high = terms.wards.find(({ code }) => leastIn(terms, code, rule.officers) > ceiling);
    if (high !== undefined)
      return [
        {
          rule: 'most-lost',
          sentence: `${high.name} has ${currentOf(terms, high.code)} now and loses ${rule.officers} at most, and the ceiling is ${ceiling}. Let a ward lose more, or raise the ceiling.`,
        },
      ];
    const needed = terms.wards.reduce(
      (sum, { code }) => sum + Math.max(floors.dwo, leastIn(terms, code, rule.officers)),
      0,
    );
    if (needed <= officers.dwo) return [];
    return [
      {
        rule: 'most-lost',
        sentence: `If no ward loses more than ${rule.officers}, ${officerWords(needed, 'dwo')} are needed and ${thereAre(officers.dwo)}. Let a ward lose more, or add officers.`,
      },
    ];
  },
  breach(terms, plan) {
    const rule = terms.review.side['most-lost'];
    if (rule === undefined) return null;
    const worst = plan.wards.find(({ code, dwo }) => currentOf(terms, code) - dwo > rule.officers);
    if (worst === undefined) return null;
    const lost = currentOf(terms, worst.code) - worst.dwo;
    return `${worst.name} loses ${officerWords(lost, 'dwo')}, and a ward loses at most ${rule.officers}.`;
  },
};
