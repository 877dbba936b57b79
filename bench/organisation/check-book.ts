/**
 * How long one check takes of a large unit: 40 wards, 1,600 posts, 1,500 officers who change posts about once a year for
 * five years, absences and six courses. Beside it the same floors asked day by day over the runs the check gives, which is
 * what going from change to change saves.
 *
 * npx tsx bench/organisation/check-book.ts [SEED]
 */
import { performance } from 'node:perf_hooks';
import { dayBefore } from '../../src/lib/calendar/day-runs.ts';
import { nextDay } from '../../src/lib/calendar/london-span.ts';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import { checkBook } from '../../src/organisation/check-book.ts';
import { postedShortfall } from '../../src/organisation/floor-shortfall.ts';
import type { Absence, Days, Officer, Post, PostBook, Posting, Training } from '../../src/organisation/post-book.ts';
import { ORGANISATION_RULES } from '../../src/organisation/rules-of-the-book.ts';
import { wardTeams } from '../../src/organisation/strength/ward-teams.ts';

const AS_AT = '2026-03-01';
const BEGINS = '2022-05-05';
const ALWAYS: Days = { from: BEGINS, until: null };
const BOROUGHS = ['E09000007', 'E09000019'];
const WARDS = 40;
const POSTS = 1600;
const OFFICERS = 1500;
const COURSES = 6;
const ROUNDS = 20;

const random = seededRandom(Number(process.argv[2] ?? 1));
const day = (offset: number) => new Date(Date.parse(BEGINS) + offset * 86_400_000).toISOString().slice(0, 10);

function post(index: number): Post {
  const inWard = index < WARDS * 10;
  const ward = index % WARDS;
  const boroughCode = BOROUGHS[ward % 2] ?? '';
  const place = Math.floor(index / WARDS);
  return {
    reference: `POST-${index}`,
    title: 'Post',
    rank: inWard && place === 2 ? 'PCSO' : inWard && place === 3 ? 'Sergeant' : 'Constable',
    strand: 'neighbourhoods',
    team: index % 3 === 0 ? null : `Team ${index % 50}`,
    duty: inWard ? 'ward' : 'pan-borough',
    fullTimeEquivalents: 1,
    shares: [{ boroughCode, fraction: 1 }],
    wards: inWard ? [`W${ward}`] : [],
    boundaryVersion: inWard ? 'wards-2022' : null,
    wardClass: !inWard || place === 3 ? null : place < 3 ? 'floor' : 'extra',
    leadsBorough: null,
    leadsStrand: null,
    fundedBy: null,
    fundedUntil: null,
    movedFrom: null,
    expectedFilled: index % 40 === 7 ? '2026-01-31' : null,
    during: ALWAYS,
    source: '',
  };
}

/** An officer goes round the posts of a rank: about a year in each, with gaps and overlaps of days. */
function postingsOf(officer: number): Posting[] {
  const postings: Posting[] = [];
  let from = Math.floor(random() * 300);
  for (let move = 0; move < 5; move += 1) {
    const until = from + 200 + Math.floor(random() * 330);
    postings.push({
      officer: `OFF-${officer}`,
      post: `POST-${(officer + move * 40) % POSTS}`,
      fraction: 1,
      during: { from: day(from), until: move === 4 ? null : day(until) },
      kind: random() < 0.05 ? 'rotation' : 'posting',
      returnsOn: dayBefore(day(until)),
      fromUnit: null,
    });
    from = until + (random() < 0.3 ? Math.floor(random() * 20) : 0);
  }
  return postings;
}

function madeUpBook(): PostBook {
  const officers: Officer[] = Array.from({ length: OFFICERS }, (_, index) => ({
    reference: `OFF-${index}`,
    name: `Officer ${index}`,
    ranks: [{ rank: post(index).rank, during: ALWAYS }],
  }));
  const absences: Absence[] = officers.flatMap(({ reference }) => {
    const from = Math.floor(random() * 1300);
    return random() < 0.2
      ? [{ officer: reference, kind: 'absent', during: { from: day(from), until: day(from + 60) } }]
      : [];
  });
  const training: Training[] = officers.flatMap(({ reference }) =>
    Array.from({ length: COURSES }, (_, course) => {
      const completed = Math.floor(random() * 1300);
      return { officer: reference, course: `C${course}`, completedOn: day(completed), expiresOn: day(completed + 700) };
    }),
  );
  return {
    unit: 'Made up',
    boroughs: BOROUGHS.map((code) => ({ code, name: code, during: ALWAYS })),
    wards: Array.from({ length: WARDS }, (_, ward) => ({
      code: `W${ward}`,
      name: `Ward ${ward}`,
      boroughCode: BOROUGHS[ward % 2] ?? '',
      boundaryVersion: 'wards-2022' as const,
      during: ALWAYS,
    })),
    clusters: [],
    posts: Array.from({ length: POSTS }, (_, index) => post(index)),
    officers,
    postings: officers.flatMap((_, index) => postingsOf(index)),
    absences,
    budgets: BOROUGHS.map((boroughCode) => ({
      boroughCode,
      year: 'Year 1',
      rank: 'Constable',
      fullTimeEquivalents: 1,
      during: ALWAYS,
      source: '',
    })),
    changes: [],
    earlier: [],
    courses: Array.from({ length: COURSES }, (_, course) => ({
      reference: `C${course}`,
      title: `Course ${course}`,
      requiredOf: { everyone: true, ranks: [], teams: [] },
      validMonths: 24,
      externalTrainer: null,
      during: ALWAYS,
    })),
    training,
    synthetic: true,
    whole: true,
  };
}

/** Median of several runs, in milliseconds. */
function timed(run: () => unknown): number {
  run();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

const book = madeUpBook();
const judged = { book, asAt: AS_AT, floorOn: () => ({ dwo: 2, pcso: 1 }) };
const first = performance.now();
const check = checkBook(judged);
const cold = performance.now() - first;
console.log(
  `${book.posts.length} posts, ${book.officers.length} officers, ${book.postings.length} postings, ${book.training.length} rows of training: ${check.broken.length} broken, ${check.unknown.length} unknown`,
);
console.log(`one check: ${cold.toFixed(0)} ms at first, then ${timed(() => checkBook(judged)).toFixed(0)} ms`);
for (const rule of ORGANISATION_RULES) console.log(`  ${rule.name}: ${timed(() => rule.judge(judged)).toFixed(1)} ms`);

const runs = check.broken.filter(({ rule }) => rule === 'ward-floor');
const byDay = timed(() => {
  const teams = new Map(wardTeams(book).map((team) => [team.ward.name, team]));
  for (const { where, from, to } of runs) {
    const team = teams.get(where);
    if (team !== undefined)
      for (let date = from; date <= (to ?? AS_AT); date = nextDay(date)) postedShortfall(team, date, judged.floorOn);
  }
});
console.log(`ward-floor day by day over the same ${runs.length} runs: ${byDay.toFixed(1)} ms`);
