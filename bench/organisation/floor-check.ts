// The daily floor check of 37 wards over five years, beside counting every ward on every day of one month.
// npx tsx bench/organisation/floor-check.ts
import { nextDay } from '../../src/lib/calendar/london-span.ts';
import { floorBreaches } from '../../src/organisation/strength/floor-breaches.ts';
import { wardStrengthOn } from '../../src/organisation/strength/ward-strength.ts';
import { bookOf, officerOf, postingOf, postOf } from '../../test/builders/post-book.ts';

const WARDS = 37;
const SPAN = { from: '2022-05-05', to: '2027-05-04' };
const FLOOR = { dwo: 2, pcso: 1 };
const day = (index: number) => new Date(Date.UTC(2022, 4, 5) + index * 86_400_000).toISOString().slice(0, 10);
const wards = Array.from({ length: WARDS }, (_, at) => ({
  code: `W${at}`,
  name: `Ward ${at}`,
  boroughCode: 'E09000007',
  boundaryVersion: 'wards-2022' as const,
  during: { from: SPAN.from, until: null },
}));
const posts = wards.flatMap(({ code }) => [
  ...[1, 2, 3, 4].map((at) => postOf(`${code}-${at}`, { wards: [code], wardClass: at < 3 ? 'floor' : 'extra' })),
  postOf(`${code}-P`, { wards: [code], rank: 'PCSO' }),
]);
// Four people after each other in every post, with days between them.
const postings = posts.flatMap(({ reference }, post) =>
  [0, 1, 2, 3].map((turn) => {
    const from = turn * 400 + (post % 9) * 10;
    return postingOf(`${post * 4 + turn}`, reference, {
      during: { from: day(from), until: day(from + 400 - (post % 40)) },
    });
  }),
);
const officers = postings.map(({ officer, post }) => officerOf(officer, post.endsWith('P') ? 'PCSO' : 'Constable'));
const absences = officers
  .filter((_, at) => at % 3 === 0)
  .map(({ reference }, at) => {
    const from = (at * 5) % 1700;
    return { officer: reference, kind: 'absent' as const, during: { from: day(from), until: day(from + 60) } };
  });
const book = bookOf({ wards, posts, postings, officers, absences });

const times = Array.from({ length: 21 }, () => {
  const start = performance.now();
  floorBreaches(book, SPAN, () => FLOOR);
  return performance.now() - start;
});
const [cold = 0, ...rest] = times;
const warm = rest.sort((a, b) => a - b);
console.log(
  `${postings.length} postings, ${absences.length} absences, ${floorBreaches(book, SPAN, () => FLOOR).length} breaches`,
);
console.log(
  `five years, by changes: ${cold.toFixed(1)} ms at first, then ${warm[0]?.toFixed(1)} to ${warm.at(-1)?.toFixed(1)} ms, median ${warm[10]?.toFixed(1)} ms`,
);
const start = performance.now();
for (let date = '2024-05-01'; date < '2024-06-01'; date = nextDay(date)) wardStrengthOn(book, date, FLOOR);
console.log(`one month, day by day: ${(performance.now() - start).toFixed(1)} ms`);
