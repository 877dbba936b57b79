import type { BudgetedRank, CommandUnit, NamedPost } from '../model.ts';

const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';
const PRESENTATION =
  'Metropolitan Police presentation to Islington Homes and Communities Scrutiny Committee, 18 July 2024';

/** The command unit of the reference documents: Camden and Islington, tested from January 2017. */
export const CENTRAL_NORTH: CommandUnit = {
  name: 'Central North',
  force: 'Metropolitan Police Service',
  boroughs: [
    { code: CAMDEN, name: 'Camden', from: '2017-01-01', until: null },
    { code: ISLINGTON, name: 'Islington', from: '2017-01-01', until: null },
  ],
  source: 'Metropolitan Police Service, news of 18 November 2016: two boroughs in each test unit from January 2017',
};

const budgeted = (rank: string, fullTimeEquivalents: number): BudgetedRank => ({
  boroughCode: ISLINGTON,
  year: 'Year 1',
  rank,
  fullTimeEquivalents,
  source: PRESENTATION,
});

/** Budgeted workforce target (BWT), year 1, as published. */
export const ISLINGTON_BUDGETED_WORKFORCE: BudgetedRank[] = [
  budgeted('Superintendent', 1),
  budgeted('Chief Inspector', 1),
  budgeted('Inspector', 4),
  budgeted('Sergeant', 16.5),
  budgeted('Constable', 85),
  budgeted('PCSO', 41),
];

const post = (
  team: string,
  title: string,
  fullTimeEquivalents: number,
  more: { rank?: string; sharedWith?: string; fundedBy?: string } = {},
): NamedPost => ({
  boroughCode: ISLINGTON,
  team,
  title,
  rank: more.rank ?? 'Constable',
  fullTimeEquivalents,
  sharedWith: more.sharedWith ?? null,
  fundedBy: more.fundedBy ?? null,
  source: PRESENTATION,
});

const ENGAGEMENT = 'Integrated Community Engagement';
const SCHOOLS = 'Schools and Youth Engagement Coordination';
const YOUTH_OFFENDING = 'Youth Offending Service hub';

/** Posts outside the ward teams, as published; a post shared with Camden is listed here in full. */
export const ISLINGTON_NAMED_POSTS: NamedPost[] = [
  post(ENGAGEMENT, 'Hate Crime Officer', 1, { sharedWith: 'Camden' }),
  post(ENGAGEMENT, 'Faith Officer', 1, { sharedWith: 'Camden' }),
  post(ENGAGEMENT, 'Race and Diversity Officer', 1, { sharedWith: 'Camden' }),
  post(ENGAGEMENT, 'Street Population Officer', 1, { fundedBy: 'funded post; the funder is not named' }),
  post(ENGAGEMENT, 'Problem-Solving Officer', 1),
  post(ENGAGEMENT, 'Anti-Social Behaviour Officer', 2),
  post(SCHOOLS, 'Volunteer Police Cadets Coordinator', 1),
  post(SCHOOLS, 'Youth Engagement Officer', 3),
  post(YOUTH_OFFENDING, 'Sergeant, job share with 0.5 from Camden', 0.5, { rank: 'Sergeant' }),
  post(YOUTH_OFFENDING, 'Youth Offending Service Officer', 2),
];
