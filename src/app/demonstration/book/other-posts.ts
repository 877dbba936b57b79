import type { Post } from '../../../organisation/index.ts';
import { CAMDEN, type DayFrom, ISLINGTON, madeUpPost, numbered, wholly } from './made-up-post.ts';

const HALVES: Post['shares'] = [
  { boroughCode: CAMDEN, fraction: 0.5 },
  { boroughCode: ISLINGTON, fraction: 0.5 },
];
const ENGAGEMENT = 'Integrated Community Engagement';
const YOUTH = 'Schools and Youth Engagement Coordination';
const YOUTH_OFFENDING = 'Youth Offending Service hub';
export const INVESTIGATION_TEAM = 'Local investigation';
export const PROTECTION_TEAM = 'Public protection';

/** The command, and who leads under it: one superintendent for each strand, two of them a borough's own. */
export function leadershipPosts(): Post[] {
  const leads = (reference: string, title: string, rank: string, rest: Partial<Post>) =>
    madeUpPost({ reference, title, rank, strand: 'neighbourhoods', duty: 'leadership', ...rest });
  const boroughs = [
    { key: 'CAM', name: 'Camden', code: CAMDEN, strand: 'response' as const },
    { key: 'ISL', name: 'Islington', code: ISLINGTON, strand: 'neighbourhoods' as const },
  ];
  return [
    leads('UNIT-COMMANDER', 'Commander of the unit', 'Chief Superintendent', {}),
    ...boroughs.map(({ key, name, code, strand }) =>
      leads(`${key}-SUPERINTENDENT`, `Superintendent for ${name}`, 'Superintendent', {
        strand,
        shares: wholly(code),
        leadsBorough: code,
        leadsStrand: strand,
      }),
    ),
    leads('INVESTIGATION-SUPERINTENDENT', 'Superintendent, investigation', 'Superintendent', {
      strand: 'investigation',
      leadsStrand: 'investigation',
    }),
    leads('PROTECTION-SUPERINTENDENT', 'Superintendent, protecting vulnerable people', 'Superintendent', {
      strand: 'protecting vulnerable people',
      leadsStrand: 'protecting vulnerable people',
    }),
    ...boroughs.flatMap(({ key, name, code }) => [
      leads(`${key}-CHIEF-INSPECTOR`, `Chief inspector, neighbourhoods in ${name}`, 'Chief Inspector', {
        shares: wholly(code),
      }),
      ...numbered(`${key}-INSPECTOR`, 4).map((reference) =>
        leads(reference, 'Neighbourhood inspector', 'Inspector', { shares: wholly(code) }),
      ),
    ]),
    ...numbered('RESPONSE-INSPECTOR', 3).map((reference) =>
      leads(reference, 'Response inspector', 'Inspector', { strand: 'response' }),
    ),
    leads('INVESTIGATION-DCI', 'Head of investigation', 'Detective Chief Inspector', { strand: 'investigation' }),
    leads('PROTECTION-DCI', 'Head of public protection', 'Detective Chief Inspector', {
      strand: 'protecting vulnerable people',
    }),
  ];
}

/** Posts for a whole borough or for both, as Islington's list has them; the posts shared with Camden stand once. */
export function panBoroughPosts(dayFrom: DayFrom): Post[] {
  const of = (team: string, reference: string, title: string, rest: Partial<Post> = {}) =>
    madeUpPost({ reference, title, rank: 'Constable', strand: 'neighbourhoods', duty: 'pan-borough', team, ...rest });
  const inEach = [
    { key: 'CAM', shares: wholly(CAMDEN) },
    { key: 'ISL', shares: wholly(ISLINGTON) },
  ];
  return [
    of(ENGAGEMENT, 'SHARED-HATE-CRIME', 'Hate Crime Officer', { shares: HALVES }),
    of(ENGAGEMENT, 'SHARED-FAITH', 'Faith Officer', { shares: HALVES, expectedFilled: dayFrom(1) }),
    of(ENGAGEMENT, 'SHARED-RACE-DIVERSITY', 'Race and Diversity Officer', { shares: HALVES }),
    of(ENGAGEMENT, 'ISL-STREET-POPULATION', 'Street Population Officer', {
      shares: wholly(ISLINGTON),
      fundedBy: 'Demonstration Council',
      fundedUntil: dayFrom(9, 28),
    }),
    of(YOUTH_OFFENDING, 'SHARED-YOUTH-SERGEANT', 'Sergeant, youth offending', { rank: 'Sergeant', shares: HALVES }),
    ...inEach.flatMap(({ key, shares }) => [
      of(ENGAGEMENT, `${key}-PROBLEM-SOLVING`, 'Problem-Solving Officer', { shares }),
      ...numbered(`${key}-ASB`, 2).map((reference) =>
        of(ENGAGEMENT, reference, 'Anti-Social Behaviour Officer', { shares }),
      ),
      of(YOUTH, `${key}-CADETS`, 'Volunteer Police Cadets Coordinator', { shares }),
      ...numbered(`${key}-YOUTH`, 3).map((reference, index) =>
        of(YOUTH, reference, 'Youth Engagement Officer', {
          shares,
          // Two of the three came with the change "More youth officers".
          ...(index === 0 ? {} : { during: { from: '2025-06-01', until: null } }),
        }),
      ),
      ...numbered(`${key}-YOUTH-OFFENDING`, 2).map((reference) =>
        of(YOUTH_OFFENDING, reference, 'Youth Offending Service Officer', { shares }),
      ),
    ]),
  ];
}

/** A few teams of the three other strands: enough to count, not all that a unit has. */
export function otherStrandPosts(dayFrom: DayFrom): Post[] {
  const of = (strand: Post['strand'], team: string, title: string, rank: string, rest: Partial<Post> = {}) => {
    return (reference: string) => madeUpPost({ reference, title, rank, strand, duty: 'pan-borough', team, ...rest });
  };
  const investigates = (title: string, rank: string) => of('investigation', INVESTIGATION_TEAM, title, rank);
  const protects = (title: string, rank: string, rest: Partial<Post> = {}) =>
    of('protecting vulnerable people', PROTECTION_TEAM, title, rank, rest);
  const uplift = (from: string, unit: string) => ({ during: { from, until: null }, movedFrom: unit });
  return [
    ...numbered('RESPONSE-SERGEANT', 6).map(of('response', 'Response', 'Response sergeant', 'Sergeant')),
    ...numbered('RESPONSE-PC', 36).map(of('response', 'Response', 'Response officer', 'Constable')),
    ...numbered('INVESTIGATION-DI', 2).map(investigates('Detective inspector', 'Detective Inspector')),
    ...numbered('INVESTIGATION-DS', 6).map(investigates('Detective sergeant', 'Detective Sergeant')),
    ...numbered('INVESTIGATION-DC', 30).map(investigates('Detective', 'Detective Constable')),
    ...numbered('PROTECTION-DS', 2).map(protects('Detective sergeant', 'Detective Sergeant')),
    ...numbered('PROTECTION-DC', 8).map(protects('Detective', 'Detective Constable')),
    ...numbered('UPLIFT-DS', 2).map(
      protects('Detective sergeant', 'Detective Sergeant', uplift('2025-04-01', 'Sexual Offences command')),
    ),
    ...numbered('UPLIFT-SEXUAL-OFFENCES-DC', 8).map(
      protects('Detective', 'Detective Constable', {
        ...uplift('2025-04-01', 'Sexual Offences command'),
        expectedFilled: dayFrom(3),
      }),
    ),
    ...numbered('UPLIFT-CHILD-ABUSE-DC', 4).map(
      protects('Detective', 'Detective Constable', uplift('2025-07-01', 'Child Abuse Investigation command')),
    ),
  ];
}
