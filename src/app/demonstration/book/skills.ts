import type { Random } from '../../../lib/statistics/random.ts';
import type { Course, Officer, Training } from '../../../organisation/index.ts';
import { BOOK_BEGINS, type DayFrom } from './made-up-post.ts';
import { INVESTIGATION_TEAM, PROTECTION_TEAM } from './other-posts.ts';

const course = (reference: string, title: string, validMonths: number | null, rest: Partial<Course>): Course => ({
  reference,
  title,
  requiredOf: { everyone: false, ranks: [], teams: [] },
  validMonths,
  externalTrainer: null,
  during: { from: BOOK_BEGINS, until: null },
  ...rest,
});

/** What is required of whom, and one skill that is required of nobody. */
export const COURSES: readonly Course[] = [
  course('SAFETY', 'Officer safety and first aid', 12, { requiredOf: { everyone: true, ranks: [], teams: [] } }),
  course('PROBLEM-SOLVING', 'Problem solving in a ward', 36, {
    requiredOf: { everyone: false, ranks: ['Sergeant', 'Constable', 'PCSO'], teams: [] },
  }),
  course('STALKING', 'Recognising stalking and coercive control', 24, {
    requiredOf: { everyone: false, ranks: [], teams: [PROTECTION_TEAM, INVESTIGATION_TEAM] },
    externalTrainer: 'Demonstration Council',
  }),
  course('BSL', 'British Sign Language, first level', null, {}),
];

/**
 * How likely somebody of whom it is likely was trained in it, of whom it is, and over how many times its validity: above 1
 * some are out of date. What is required of everybody is in date, or every team would lack it.
 */
const LIKELY: Record<string, { share: number; ranks: RegExp; over: number }> = {
  SAFETY: { share: 1, ranks: /./, over: 1 },
  'PROBLEM-SOLVING': { share: 0.8, ranks: /^(Sergeant|Constable|PCSO)$/, over: 1.15 },
  STALKING: { share: 0.85, ranks: /^Detective/, over: 1.15 },
  BSL: { share: 0.03, ranks: /./, over: 1.15 },
};

/** Who was trained in what, and until when it is valid. */
export function trainingOf(officers: readonly Officer[], dayFrom: DayFrom, random: Random): Training[] {
  return COURSES.flatMap(({ reference, validMonths }) =>
    officers.flatMap((officer) => {
      const likely = LIKELY[reference];
      const [first] = officer.ranks;
      const drawn = random();
      const ago = Math.floor(random() * Math.min(26, (likely?.over ?? 1) * (validMonths ?? 24)));
      if (likely === undefined || !likely.ranks.test(first?.rank ?? '') || drawn > likely.share) return [];
      const completedOn = dayFrom(-ago, 14);
      const expiresOn = validMonths === null ? null : dayFrom(validMonths - ago, 14);
      return [{ officer: officer.reference, course: reference, completedOn, expiresOn }];
    }),
  );
}
