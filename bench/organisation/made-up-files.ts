import { referenceAreas } from '../../src/geography/index.ts';
import { dayBefore } from '../../src/lib/calendar/day-runs.ts';
import { seededRandom } from '../../src/lib/statistics/random.ts';

const BEGINS = '2022-05-05';
const UNIT = 'Central North';
const BOROUGHS = ['Camden', 'Islington'];
const WARDS = referenceAreas('wards-2022').filter(({ boroughName }) => BOROUGHS.includes(boroughName ?? ''));
const COURSES = 6;

const dayOf = (offset: number) => new Date(Date.parse(BEGINS) + offset * 86_400_000).toISOString().slice(0, 10);
const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;

/** The post of a number: ten in each ward, then posts of one borough, then of the whole unit. */
function postRow(at: number, posts: number): (string | number)[] {
  const ward = at < WARDS.length * 10 ? WARDS[at % WARDS.length] : undefined;
  const place = Math.floor(at / WARDS.length);
  const [duty, boroughs] =
    ward !== undefined ? ['ward', ''] : ['pan-borough', at < posts * 0.9 ? BOROUGHS[at % 2] : ''];
  const wardClass = ward === undefined ? '' : place < 3 ? 'floor' : 'extra';
  return [
    `P${at}`,
    'Post',
    'Constable',
    'neighbourhoods',
    duty ?? '',
    boroughs ?? '',
    ward?.code ?? '',
    wardClass,
    BEGINS,
  ];
}

/** Officers move on to the post this many further: the number of posts is a multiple of it. */
const MOVES_BY = 40;

/** The days on which officers come into their five posts, about a year apart. */
function drawMoves(random: () => number): number[] {
  const days = [Math.floor(random() * 300)];
  while (days.length < 5) days.push((days.at(-1) ?? 0) + 200 + Math.floor(random() * 330));
  return days;
}

/** An officer goes round five posts. Who follow each other in a post move on the same days, so that nobody shares one. */
function postingRows(officer: number, posts: number, moves: readonly number[]): (string | number)[][] {
  return moves.map((from, move) => {
    const next = moves[move + 1];
    const lastDay = next === undefined ? '' : dayBefore(dayOf(next));
    return [`A${officer}`, `P${(officer + move * MOVES_BY) % posts}`, 1, dayOf(from), lastDay];
  });
}

/** A made-up book of Central North as CSV files: every officer has five postings and has completed six courses. */
export function madeUpFiles(given: {
  officers: number;
  posts: number;
  seed: number;
}): { name: string; text: string }[] {
  const random = seededRandom(given.seed);
  const officers = Array.from({ length: given.officers }, (_, at) => at);
  const courses = Array.from({ length: COURSES }, (_, at) => at);
  const moves = Array.from({ length: MOVES_BY }, () => drawMoves(random));
  return [
    { name: 'book.csv', text: csv('name,unit,synthetic', [['Bench', UNIT, 'yes']]) },
    {
      name: 'posts.csv',
      text: csv(
        'reference,title,rank,strand,duty,boroughs,wards,ward_class,first_day',
        Array.from({ length: given.posts }, (_, at) => postRow(at, given.posts)),
      ),
    },
    {
      name: 'officers.csv',
      text: csv(
        'reference,name,rank,first_day',
        officers.map((at) => [`A${at}`, `Officer ${at}`, 'Constable', BEGINS]),
      ),
    },
    {
      name: 'postings.csv',
      text: csv(
        'officer,post,fraction,first_day,last_day',
        officers.flatMap((at) => postingRows(at, given.posts, moves[at % MOVES_BY] ?? [])),
      ),
    },
    {
      name: 'absences.csv',
      text: csv(
        'officer,kind,first_day,last_day',
        officers
          .filter((at) => at % 5 === 0)
          .map((at) => [`A${at}`, 'absent', dayOf(400 + (at % 300)), dayOf(440 + (at % 300))]),
      ),
    },
    {
      name: 'courses.csv',
      text: csv(
        'reference,title,required_of_everyone,valid_months,first_day',
        courses.map((at) => [`C${at}`, `Course ${at}`, 'yes', 24, BEGINS]),
      ),
    },
    {
      name: 'training.csv',
      text: csv(
        'officer,course,completed_on',
        officers.flatMap((at) => courses.map((course) => [`A${at}`, `C${course}`, dayOf(Math.floor(random() * 1300))])),
      ),
    },
  ];
}
