import { currentOf, officerWords, type Rule, type RuledPlan, sourceOf, type Terms } from '../rule.ts';

/** Officers who may arrive in wards: those who change ward, and those who are new to the wards of the unit. */
function mostArrivals(terms: Terms, officers: number): number {
  const now = terms.wards.reduce((sum, { code }) => sum + currentOf(terms, code), 0);
  return officers + Math.max(0, terms.limits.officers.dwo - now);
}

const arrivals = (terms: Terms, plan: RuledPlan): number =>
  plan.wards.reduce((sum, { code, dwo }) => sum + Math.max(0, dwo - currentOf(terms, code)), 0);

/** At most so many officers change ward. */
export const mostMoves: Rule = {
  name: 'most-moves',
  about: 'At most so many officers change ward against the officers that each ward has now.',
  source: 'Switched on for one review; who leaves a ward takes what they know of it along.',
  kind: 'side',
  of: 'officers',
  inForce(terms) {
    const rule = terms.review.side['most-moves'];
    if (rule === undefined) return null;
    const against = terms.review.current?.source ?? 'no numbers';
    const sentence = `At most ${officerWords(rule.officers, 'dwo')} ${rule.officers === 1 ? 'changes' : 'change'} ward, against ${against}.`;
    return { name: 'most-moves', sentence, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const rule = terms.review.side['most-moves'];
    if (rule === undefined) return question;
    const current = terms.wards.map(({ code }) => currentOf(terms, code));
    return { ...question, moves: { current, most: mostArrivals(terms, rule.officers) } };
  },
  conflicts(terms) {
    const rule = terms.review.side['most-moves'];
    if (rule === undefined) return [];
    const { floors, ceilings } = terms.limits;
    const now = terms.wards.map(({ code }) => currentOf(terms, code));
    const most = mostArrivals(terms, rule.officers);
    const short = now.reduce((sum, officers) => sum + Math.max(0, floors.dwo - officers), 0);
    const new_ = most - rule.officers;
    const over = now.reduce((sum, each) => sum + Math.max(0, each - (ceilings.dwo ?? Number.POSITIVE_INFINITY)), 0);
    const leaving = Math.max(0, now.reduce((sum, each) => sum + each, 0) - terms.limits.officers.dwo);
    const needed = Math.max(short - new_, over - leaving);
    if (needed <= rule.officers) return [];
    const because = short - new_ >= over - leaving ? 'The floor' : 'The ceiling';
    return [
      {
        rule: 'most-moves',
        sentence: `${because} makes ${officerWords(needed, 'dwo')} change ward and at most ${rule.officers} may: allow ${needed}, or leave the rule 'most moves' out.`,
      },
    ];
  },
  breach(terms, plan) {
    const rule = terms.review.side['most-moves'];
    if (rule === undefined) return null;
    const most = mostArrivals(terms, rule.officers);
    const moved = arrivals(terms, plan) - (most - rule.officers);
    return moved > rule.officers
      ? `${officerWords(moved, 'dwo')} change ward, and at most ${rule.officers} may.`
      : null;
  },
};
