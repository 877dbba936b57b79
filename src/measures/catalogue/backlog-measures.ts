import type { Measure } from '../model.ts';
import { serviceCount } from './service-count.ts';
import { BACKLOG_AGES, BACKLOG_WORK } from './service-terms.ts';

/**
 * What was opened and closed in a month, and what was open at its end by age. What is open is a level: it must not be
 * summed over months, so it is said not to add, though boroughs' own levels do.
 */
export const BACKLOG_MEASURES: Measure[] = BACKLOG_WORK.flatMap((work) => {
  const of = (part: string) => ({ name: `backlog-${work.slug}-${part}`, unit: 'investigations' });
  return [
    serviceCount({
      ...of('opened'),
      title: `${work.title}: opened`,
      definition: `Investigations of this work opened in the month: ${work.title.toLowerCase()}.`,
      polarity: 'neither',
      categories: [`backlog/${work.slug}/opened`],
    }),
    serviceCount({
      ...of('closed'),
      title: `${work.title}: closed`,
      definition: `Investigations of this work closed in the month: ${work.title.toLowerCase()}.`,
      polarity: 'neither',
      categories: [`backlog/${work.slug}/closed`],
    }),
    ...BACKLOG_AGES.map((age) =>
      serviceCount({
        ...of(`open-${age.slug}`),
        title: `${work.title}: open for ${age.title}`,
        definition: `Investigations open at the end of the month for ${age.title}: ${work.title.toLowerCase()}.`,
        polarity: 'more is worse',
        adds: false,
        categories: [`backlog/${work.slug}/open-${age.slug}`],
      }),
    ),
  ];
});
