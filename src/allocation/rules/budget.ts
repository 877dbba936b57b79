import { bothWords, officerWords, POSTS, type Rule, SET_FOR_THIS_PLAN } from '../rule.ts';

/** Every officer there is is placed, and no more. Too few or too many is told by the floor or the ceiling. */
export const budget: Rule = {
  name: 'budget',
  about: 'Every dedicated ward officer and PCSO there is has a ward, and no more are promised than there are.',
  source: SET_FOR_THIS_PLAN,
  kind: 'always',
  of: 'officers',
  inForce: ({ limits }) => ({
    name: 'budget',
    sentence: `${bothWords(limits.officers)} are placed, no more and no fewer.`,
    source: SET_FOR_THIS_PLAN,
    from: null,
  }),
  enter: (question, { limits }) => ({ ...question, officers: limits.officers.dwo }),
  conflicts: () => [],
  breach({ limits: { officers } }, { wards }) {
    for (const post of POSTS) {
      const placed = wards.reduce((sum, ward) => sum + ward[post], 0);
      if (placed !== officers[post]) return `${officerWords(placed, post)} are placed and there are ${officers[post]}.`;
    }
    return null;
  },
};
