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

/** How likely somebody of whom it is likely was trained in it, and of whom it is. */
const LIKELY: Record<string, { share: number; ranks: RegExp }> = {
  SAFETY: { share: 0.96, ranks: /./ },
  'PROBLEM-SOLVING': { share: 0.8, ranks: /^(Sergeant|Constable|PCSO)$/ },
  STALKING: { share: 0.85, ranks: /^Detective/ },
  BSL: { share: 0.03, ranks: /./ },
};

/** Who was trained in what: over the last one and a quarter times a course's validity, so that about a fifth is out of date. */
export function trainingOf(officers: readonly Officer[], dayFrom: DayFrom, random: Random): Training[] {
  return COURSES.flatMap(({ reference, validMonths }) =>
    officers.flatMap((officer) => {
      const likely = LIKELY[reference];
      const [first] = officer.ranks;
      const drawn = random();
      const ago = Math.floor(random() * Math.min(26, 1.15 * (validMonths ?? 24)));
      if (likely === undefined || !likely.ranks.test(first?.rank ?? '') || drawn > likely.share) return [];
      const completedOn = dayFrom(-ago, 14);
      const expiresOn = validMonths === null ? null : dayFrom(validMonths - ago, 14);
      return [{ officer: officer.reference, course: reference, completedOn, expiresOn }];
    }),
  );
}
