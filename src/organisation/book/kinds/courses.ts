import type { Course } from '../../post-book.ts';
import { findRank, RANKS } from '../../reference/ranks.ts';
import { DAYS, list, named, optional, otherwise, readDays, wholeNumber, writeDays, yesOrNo } from '../column.ts';
import { bookKind } from '../kind.ts';
import { quoted } from '../quoted.ts';

export const courses = bookKind({
  one: 'course',
  many: 'courses',
  says: 'A course, of whom it is required, and for how long it is valid.',
  columns: {
    reference: named('the unit’s own name for it'),
    title: named('what it is called'),
    required_of_everyone: otherwise(yesOrNo('whether everyone must have it'), false, 'no'),
    required_of_ranks: list('ranks of whom it is required'),
    required_of_teams: list('teams of whom it is required'),
    valid_months: optional(wholeNumber('months for which it is valid; for good where empty', 1, 1200)),
    external_trainer: optional(named('who trains, when it is not the unit itself')),
    ...DAYS,
  },
  build(values) {
    const days = readDays(values);
    if ('because' in days) return days;
    const ranks: string[] = [];
    for (const text of values.required_of_ranks) {
      const found = findRank(text);
      if (found === null)
        return {
          because: `required_of_ranks: ${quoted(text)} is no rank that Wardroom knows; known are ${RANKS.map(({ rank }) => rank).join(', ')}.`,
        };
      ranks.push(found.rank);
    }
    const course: Course = {
      reference: values.reference,
      title: values.title,
      requiredOf: { everyone: values.required_of_everyone, ranks, teams: values.required_of_teams },
      validMonths: values.valid_months,
      externalTrainer: values.external_trainer,
      during: days.value,
    };
    return { value: course };
  },
  values: ({ reference, title, requiredOf, validMonths, externalTrainer, during }) => ({
    reference,
    title,
    required_of_everyone: requiredOf.everyone,
    required_of_ranks: requiredOf.ranks,
    required_of_teams: requiredOf.teams,
    valid_months: validMonths,
    external_trainer: externalTrainer,
    ...writeDays(during),
  }),
  key: ({ reference }) => [reference],
  called: ({ reference }) => `course ${reference}`,
});
