import type { Both } from '../model.ts';
import { bothWords, officerWords, POSTS, type Rule, SET_FOR_THIS_PLAN } from '../rule.ts';

/** The floor through time, the latest first. */
const FLOORS: { from: string | null; floor: Both; source: string }[] = [
  {
    from: '2017-01-01',
    floor: { dwo: 2, pcso: 1 },
    source:
      'Metropolitan Police Service, 18 November 2016: dedicated ward officers go from one to two in each ward. Mayor’s Question Time, 18 January 2017: a minimum of two and one PCSO in every ward.',
  },
  {
    from: null,
    floor: { dwo: 1, pcso: 1 },
    source: 'Metropolitan Police Service, 18 November 2016: one dedicated ward officer in each ward until then.',
  },
];

const floorOn = (asAt: string) => FLOORS.find(({ from }) => from === null || from <= asAt);

/** The floor in force on a date: what every ward has at least. */
export function wardFloorOn(asAt: string): Both {
  return floorOn(asAt)?.floor ?? { dwo: 0, pcso: 0 };
}

/** Every ward has at least so many. */
export const wardFloor: Rule = {
  name: 'ward-floor',
  about: 'Every ward has at least so many dedicated ward officers and PCSOs; more with time.',
  source: FLOORS[0]?.source ?? '',
  kind: 'always',
  of: 'officers',
  inForce({ asAt, asked, limits }) {
    const changed = POSTS.some(
      (post) => asked.floors?.[post] !== undefined && limits.floors[post] !== wardFloorOn(asAt)[post],
    );
    const dated = changed ? undefined : floorOn(asAt);
    return {
      name: 'ward-floor',
      sentence: `Every ward has at least ${bothWords(limits.floors)}.`,
      source: dated?.source ?? SET_FOR_THIS_PLAN,
      from: dated?.from ?? null,
    };
  },
  enter: (question, { limits }) => ({
    ...question,
    floors: question.floors.map((floor) => Math.max(floor, limits.floors.dwo)),
  }),
  conflicts({ limits: { officers, floors }, wards: all }) {
    const wards = all.length;
    return POSTS.flatMap((post) => {
      const needed = wards * floors[post];
      const short = needed - officers[post];
      if (short <= 0) return [];
      const sum = `${wards} ${wards === 1 ? 'ward' : 'wards'} × ${floors[post]}`;
      const there = officers[post] === 1 ? 'there is 1' : `there are ${officers[post]}`;
      return [
        {
          rule: 'ward-floor',
          sentence: `The floor needs ${officerWords(needed, post)} (${sum}) and ${there}. Add ${officerWords(short, post)} or change the rule 'ward floor'.`,
        },
      ];
    });
  },
  breach({ limits: { floors } }, { wards }) {
    for (const post of POSTS) {
      const below = wards.find((ward) => ward[post] < floors[post]);
      if (below) return `${below.name} has ${officerWords(below[post], post)} and the floor is ${floors[post]}.`;
    }
    return null;
  },
};
