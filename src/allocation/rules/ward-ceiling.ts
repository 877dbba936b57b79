import type { Limits } from '../model.ts';
import { officerWords, POSTS, type Rule, SET_FOR_THIS_PLAN } from '../rule.ts';

const CEILING_FROM = '2017-01-01';
const CEILING = 7;
const SOURCE =
  'Police and Crime Committee, 15 December 2016, as put at Mayor’s Question Time, 18 January 2017: some high-demand wards may be allocated six or seven officers.';

/** The ceiling in force on a date: what a ward has at most; null where it may have any number. */
export function wardCeilingOn(asAt: string): Limits['ceilings'] {
  return { dwo: asAt >= CEILING_FROM ? CEILING : null, pcso: null };
}

/** No ward has more than so many. */
export const wardCeiling: Rule = {
  name: 'ward-ceiling',
  about: 'No ward has more than so many dedicated ward officers.',
  source: SOURCE,
  kind: 'always',
  of: 'officers',
  inForce({ asAt, asked, limits }) {
    const changed = POSTS.some(
      (post) => asked.ceilings?.[post] !== undefined && limits.ceilings[post] !== wardCeilingOn(asAt)[post],
    );
    const dated = !changed && asAt >= CEILING_FROM;
    return {
      name: 'ward-ceiling',
      sentence: sentence(limits.ceilings),
      source: changed ? SET_FOR_THIS_PLAN : dated ? SOURCE : 'No ceiling was known before 2017.',
      from: dated ? CEILING_FROM : null,
    };
  },
  enter: (question, { limits }) => ({
    ...question,
    ceilings: question.ceilings.map((ceiling) => Math.min(ceiling, limits.ceilings.dwo ?? limits.officers.dwo)),
  }),
  conflicts({ limits: { officers, floors, ceilings }, wards: all }) {
    const wards = all.length;
    return POSTS.flatMap((post) => {
      const ceiling = ceilings[post];
      if (ceiling === null) return [];
      if (ceiling < floors[post]) return [{ rule: 'ward-ceiling', sentence: belowFloor(ceiling, floors[post], post) }];
      const over = officers[post] - wards * ceiling;
      if (over <= 0) return [];
      const sum = `${wards} ${wards === 1 ? 'ward' : 'wards'} × ${ceiling}`;
      return [
        {
          rule: 'ward-ceiling',
          sentence: `The ceiling leaves room for ${officerWords(wards * ceiling, post)} (${sum}) and there are ${officers[post]}. Take away ${officerWords(over, post)} or change the rule 'ward ceiling'.`,
        },
      ];
    });
  },
  breach({ limits: { ceilings } }, { wards }) {
    for (const post of POSTS) {
      const ceiling = ceilings[post];
      const above = ceiling === null ? undefined : wards.find((ward) => ward[post] > ceiling);
      if (above) return `${above.name} has ${officerWords(above[post], post)} and the ceiling is ${ceiling}.`;
    }
    return null;
  },
};

function sentence({ dwo, pcso }: Limits['ceilings']): string {
  if (dwo === null && pcso === null) return 'A ward may have any number of dedicated ward officers and PCSOs.';
  if (pcso === null)
    return `No ward has more than ${dwo} dedicated ward ${dwo === 1 ? 'officer' : 'officers'}; PCSOs have no ceiling.`;
  if (dwo === null)
    return `No ward has more than ${officerWords(pcso, 'pcso')}; dedicated ward officers have no ceiling.`;
  return `No ward has more than ${dwo} dedicated ward ${dwo === 1 ? 'officer' : 'officers'} or ${officerWords(pcso, 'pcso')}.`;
}

const belowFloor = (ceiling: number, floor: number, post: 'dwo' | 'pcso') =>
  `The floor of ${officerWords(floor, post)} is above the ceiling of ${ceiling}. Change the rule 'ward floor' or the rule 'ward ceiling'.`;
