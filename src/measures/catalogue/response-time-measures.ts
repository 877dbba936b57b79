import type { Measure } from '../model.ts';
import { serviceCount } from './service-count.ts';
import { RESPONSE_BANDS, RESPONSE_GRADES, RESPONSE_WITHIN_MINUTES, type Term } from './service-terms.ts';

const category = (grade: Term, band: string): string => `response-times/${grade.slug}/minutes-${band}`;

/** For each grade: calls attended, those within 15 and 60 minutes, those in each band of minutes, and those of unknown time. */
export const RESPONSE_TIME_MEASURES: Measure[] = RESPONSE_GRADES.flatMap((grade) => {
  const all = `response-${grade.slug}-attended`;
  const about = { unit: 'calls', denominator: all } as const;
  return [
    serviceCount({
      ...about,
      name: all,
      title: `${grade.title} calls attended`,
      definition: `Calls graded ${grade.title} that were attended after a time that is known.`,
      polarity: 'neither',
      denominator: null,
      categories: RESPONSE_BANDS.map(({ slug }) => category(grade, slug)),
    }),
    ...RESPONSE_WITHIN_MINUTES.map((minutes) =>
      serviceCount({
        ...about,
        name: `response-${grade.slug}-within-${minutes}-minutes`,
        title: `${grade.title} calls attended within ${minutes} minutes`,
        definition: `Calls graded ${grade.title} that were attended within ${minutes} minutes of the call.`,
        polarity: 'more is better',
        categories: RESPONSE_BANDS.flatMap(({ slug, upToMinutes }) =>
          upToMinutes !== null && upToMinutes <= minutes ? [category(grade, slug)] : [],
        ),
      }),
    ),
    ...RESPONSE_BANDS.map(({ slug }) =>
      serviceCount({
        ...about,
        name: `response-${grade.slug}-${slug}-minutes`,
        title: `${grade.title} calls attended after ${slug.replaceAll('-', ' ')} minutes`,
        definition: `Calls graded ${grade.title} that were attended after ${slug.replaceAll('-', ' ')} minutes, the upper end included.`,
        polarity: 'neither',
        categories: [category(grade, slug)],
      }),
    ),
    serviceCount({
      ...about,
      name: `response-${grade.slug}-time-not-known`,
      title: `${grade.title} calls attended after a time not known`,
      definition: `Calls graded ${grade.title} that were attended without a time of arrival on record.`,
      polarity: 'neither',
      denominator: null,
      categories: [`response-times/${grade.slug}/time-not-known`],
    }),
  ];
});
