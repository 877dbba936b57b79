import type { Measure } from '../model.ts';
import { serviceCount } from './service-count.ts';
import { SURVEY_QUESTIONS } from './service-terms.ts';

/**
 * For each question: the share, how many were asked, of how many plain answers those are worth, and over how many months.
 * None adds up over areas: boroughs of one unit are sampled alike whatever their residents number.
 */
export const SERVICE_SURVEY_MEASURES: Measure[] = SURVEY_QUESTIONS.flatMap(({ slug, title, people }) => {
  const of = (part: string) => ({
    name: `service-survey-${slug}-${part}`,
    every: 'quarter' as const,
    adds: false,
    categories: [`service-survey/${slug}/${part}`],
  });
  return [
    serviceCount({
      ...of('share'),
      title: `${title} (survey with its numbers)`,
      definition: `Share of the people asked in a survey who ${people}.`,
      unit: 'share of respondents',
      polarity: 'more is better',
    }),
    serviceCount({
      ...of('asked'),
      title: `${title}: how many were asked`,
      definition: `How many people answered whether they ${people}.`,
      unit: 'people asked',
      polarity: 'neither',
    }),
    serviceCount({
      ...of('worth'),
      title: `${title}: how many plain answers those are worth`,
      definition: `How many answers of a plain random sample would tell as much about who ${people}: those asked, divided by the design effect.`,
      unit: 'answers',
      polarity: 'neither',
    }),
    serviceCount({
      ...of('months'),
      title: `${title}: over how many months they were asked`,
      definition: `Over how many months, up to the month of the figure, people were asked whether they ${people}.`,
      unit: 'months',
      polarity: 'neither',
    }),
  ];
});
