import type { Area } from '../../../geography/index.ts';
import { addMonths, parseMonth } from '../../../lib/calendar/month.ts';
import { seededRandom } from '../../../lib/statistics/random.ts';
import type {
  Absence,
  Asset,
  Booking,
  Budget,
  EarlierAllocation,
  EstablishmentChange,
  Officer,
  Post,
  PostBook,
  Posting,
} from '../../../organisation/index.ts';
import { type Circumstances, changedHands, fillPosts } from './fill-posts.ts';
import { CAMDEN, type DayFrom, ISLINGTON, MADE_UP } from './made-up-post.ts';
import { leadershipPosts, otherStrandPosts, panBoroughPosts } from './other-posts.ts';
import { ASSETS, bookings } from './shared-things.ts';
import { COURSES, trainingOf } from './skills.ts';
import { clustersOf, keyOf, type PlannedWard, wardPosts } from './ward-posts.ts';

/** What the demonstration's book says of its own: the boroughs and wards are real. */
export type MadeUpBook = Omit<PostBook, 'unit' | 'boroughs' | 'wards' | 'absences' | 'synthetic' | 'whole'> & {
  absences: Absence[];
  assets: Asset[];
  bookings: Booking[];
};

const SEED = 20_240_718;
/** No earlier, or what happened in the two years before would come before the book begins. */
const EARLIEST = '2026-03';

/**
 * Made-up posts, people and training of Camden and Islington: the same for everybody who fills the demonstration in the
 * same month. Two wards stand below their floor, and two more would without an extra.
 * @param wards   the 37 wards of wards-2022
 * @param planned what the demonstration's plan gives each of them
 * @param today   "2026-03-10": what is still to come, and what happened lately, is set by its month
 */
export function demonstrationBook(wards: readonly Area[], planned: readonly PlannedWard[], today: string): MadeUpBook {
  const month = parseMonth(today.slice(0, 7));
  const dayFrom: DayFrom = (months, day = 1) =>
    `${addMonths(month < EARLIEST ? EARLIEST : month, months)}-${String(day).padStart(2, '0')}`;
  const random = seededRandom(SEED);
  const posts = [
    ...leadershipPosts(),
    ...panBoroughPosts(dayFrom),
    ...wardPosts(wards, planned),
    ...otherStrandPosts(dayFrom),
  ];
  const special = circumstancesOf(wards, planned, dayFrom);
  const { officers, postings } = fillPosts(posts, { ...changedHands(posts, dayFrom, random), ...special });
  return {
    clusters: clustersOf(wards),
    posts: posts.map((post) => expected(post, special, dayFrom)),
    officers: officers.map((officer) => ({ ...officer, name: nameInBook(officer, postings) })),
    postings,
    absences: absencesOf(wards, postings, dayFrom),
    budgets: budgetsFor(posts, dayFrom),
    changes: CHANGES,
    earlier: earlierAllocation(wards),
    courses: [...COURSES],
    training: trainingOf(officers, dayFrom, random),
    assets: [...ASSETS],
    bookings: bookings(dayFrom),
  };
}

/** Officers as whom one may look round, by their posts: named as on the page of sign-in. */
const SIGN_IN_AS: Readonly<Record<string, string>> = {
  'BLOOMSBURY-DWO-1': 'Olu Demo-Officer',
  'BLOOMSBURY-SERGEANT': 'Sam Demo-Sergeant',
};

/** Whoever holds such a post now is one of them; everybody else keeps the name they were given. */
function nameInBook({ reference, name }: Officer, postings: readonly Posting[]): string {
  const held = postings.find(({ officer, during }) => officer === reference && during.until === null);
  return SIGN_IN_AS[held?.post ?? ''] ?? name;
}

/** What is out of the ordinary today: vacancies, a job share, and somebody lent to another post. */
function circumstancesOf(wards: readonly Area[], planned: readonly PlannedWard[], dayFrom: DayFrom): Circumstances {
  const key = (boroughCode: string, nth: number, fits: (plan: PlannedWard) => boolean) => {
    const fitting = wards.filter(
      (ward) => ward.boroughCode === boroughCode && planned.some((plan) => plan.code === ward.code && fits(plan)),
    );
    return keyOf(fitting[nth]?.name ?? '');
  };
  const vacant = (months: number, day: number) => ({ is: 'vacant', since: dayFrom(months, day) }) as const;
  return {
    // Below the floor: nobody above it to fill the gap.
    [`${key(CAMDEN, 1, ({ dwo }) => dwo === 2)}-DWO-2`]: vacant(-1, 12),
    [`${key(ISLINGTON, 1, ({ pcso }) => pcso === 1)}-PCSO-1`]: vacant(-2, 20),
    // At the floor by an extra officer.
    [`${key(CAMDEN, 3, ({ dwo }) => dwo > 2)}-DWO-1`]: vacant(-3, 4),
    [`${key(ISLINGTON, 3, ({ dwo }) => dwo > 2)}-DWO-2`]: vacant(-1, 21),
    'SHARED-FAITH': vacant(-2, 1),
    'INVESTIGATION-DS-04': vacant(-5, 1),
    'INVESTIGATION-DC-17': vacant(-2, 15),
    'UPLIFT-SEXUAL-OFFENCES-DC-07': vacant(-4, 1),
    'UPLIFT-SEXUAL-OFFENCES-DC-08': vacant(-4, 1),
    'RESPONSE-PC-11': vacant(-1, 3),
    'CAM-ASB-02': vacant(-1, 1),
    'BLOOMSBURY-DWO-3': { is: 'lent', to: 'CAM-ASB-02', from: dayFrom(-1, 1), until: dayFrom(2) },
    'HOLBORN-COVENT-GARDEN-DWO-1': { is: 'job share' },
  };
}

/** Ward posts that stand empty have a day by which somebody is expected. */
function expected(post: Post, circumstances: Circumstances, dayFrom: DayFrom): Post {
  const vacant = circumstances[post.reference]?.is === 'vacant';
  return vacant && post.duty === 'ward' ? { ...post, expectedFilled: dayFrom(2) } : post;
}

/** Away for long, or on adjusted duties: posted, and not deployable. */
function absencesOf(wards: readonly Area[], postings: readonly { officer: string; post: string }[], dayFrom: DayFrom) {
  const away: [ward: number, post: string, Omit<Absence, 'officer'>][] = [
    [8, 'DWO-1', { kind: 'absent', during: { from: dayFrom(-2, 6), until: dayFrom(2, 6) } }],
    [13, 'DWO-2', { kind: 'adjusted-duties', during: { from: dayFrom(-4), until: null } }],
    [26, 'DWO-1', { kind: 'absent', during: { from: dayFrom(-1, 9), until: dayFrom(1, 20) } }],
    [31, 'PCSO-1', { kind: 'adjusted-duties', during: { from: dayFrom(-3), until: dayFrom(1) } }],
    [4, 'DWO-1', { kind: 'absent', during: { from: dayFrom(-11), until: dayFrom(-8) } }],
  ];
  return away.flatMap(([ward, post, absence]): Absence[] => {
    const reference = `${keyOf(wards[ward]?.name ?? '')}-${post}`;
    const posting = postings.findLast((each) => each.post === reference);
    return posting === undefined ? [] : [{ officer: posting.officer, ...absence }];
  });
}

/** What the budget of each year pays for: what there is, and two constables' posts in each borough that are not made yet. */
function budgetsFor(posts: readonly Post[], dayFrom: DayFrom): Budget[] {
  // The year before April is the last one's.
  const latest = Number(dayFrom(-3).slice(0, 4));
  const years = Array.from({ length: latest - FIRST_BUDGET + 1 }, (_, index) => FIRST_BUDGET + index);
  const ranks = [...new Set(posts.map(({ rank }) => rank))];
  return years.flatMap((year) =>
    [CAMDEN, ISLINGTON].flatMap((boroughCode) =>
      ranks.flatMap((rank): Budget[] => {
        const there = posts
          .filter((post) => post.rank === rank && post.during.from <= `${year}-04-01`)
          .flatMap(({ shares }) => shares.filter((share) => share.boroughCode === boroughCode))
          .reduce((sum, { fraction }) => sum + fraction, 0);
        if (there === 0) return [];
        return [
          {
            boroughCode,
            year: `${year}/${String(year + 1).slice(-2)}`,
            rank,
            fullTimeEquivalents: there + (rank === 'Constable' ? NOT_MADE_YET : 0),
            // The last is in force until another is there: the demonstration may be looked at for years.
            during: { from: `${year}-04-01`, until: year === latest ? null : `${year + 1}-04-01` },
            source: MADE_UP,
          },
        ];
      }),
    ),
  );
}

const FIRST_BUDGET = 2024;
const NOT_MADE_YET = 2;

const change = (reference: string, title: string, rest: Partial<EstablishmentChange>): EstablishmentChange => ({
  reference,
  title,
  begins: '2025-01-01',
  completes: '2025-12-31',
  boroughCode: null,
  strand: null,
  team: null,
  rank: null,
  promised: null,
  source: MADE_UP,
  ...rest,
});

const CHANGES: EstablishmentChange[] = [
  change('WARD-OFFICERS', 'More dedicated ward officers', {
    strand: 'neighbourhoods',
    rank: 'Constable',
    promised: 48,
  }),
  change('PROTECTION-UPLIFT', 'Public protection uplift', {
    strand: 'protecting vulnerable people',
    begins: '2025-04-01',
    completes: '2025-09-30',
    promised: 16,
  }),
  change('YOUTH-OFFICERS', 'More youth officers', {
    team: 'Schools and Youth Engagement Coordination',
    begins: '2025-06-01',
    completes: '2025-06-30',
    promised: 4,
  }),
];

/** An allocation of before: every third ward had one officer more than the floor. */
function earlierAllocation(wards: readonly Area[]): EarlierAllocation[] {
  return wards.map(({ code }, index) => ({
    name: 'Wards with a second officer, 2023',
    asAt: '2023-12-01',
    boundaryVersion: 'wards-2022',
    wardCode: code,
    officers: index % 3 === 0 ? 2 : 1,
    pcsos: 1,
    source: MADE_UP,
  }));
}
