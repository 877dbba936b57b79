import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

/** All minutes of ward officers on duty; a share of abstracted minutes is made with it. */
const ALL_MINUTES = 'ward-officer-minutes';

/** What officers are taken away for, by the last part of the source category. */
const ABSTRACTIONS: { slug: string; title: string; to: string }[] = [
  { slug: 'aid', title: 'Aid', to: 'help elsewhere, as at public events (“Aid”)' },
  { slug: 'cad', title: 'Calls', to: 'answer calls (“CAD”, computer-aided dispatch)' },
  { slug: 'court', title: 'Court', to: 'be at court (“Court”)' },
  { slug: 'custody', title: 'Custody', to: 'work in custody (“Custody”)' },
  { slug: 'local-aid', title: 'Local aid', to: 'help within their own command unit (“Local Aid”)' },
  { slug: 'staffing-up', title: 'Staffing up', to: 'fill gaps in other teams (“Staffing Up”)' },
  { slug: 'training', title: 'Training', to: 'be trained (“Training”)' },
];

function minutes(
  measure: Pick<Measure, 'name' | 'title' | 'definition' | 'polarity' | 'denominator'>,
  category: string,
): Measure {
  return {
    ...measure,
    unit: 'minutes',
    every: 'month',
    adds: true,
    categories: [category, demonstrationCategory(measure.name)],
    publisher: 'Metropolitan Police Service',
  };
}

/** Measures of dedicated ward officers' time on duty, by month for boroughs. */
export const WARD_OFFICER_MEASURES: Measure[] = [
  minutes(
    {
      name: ALL_MINUTES,
      title: 'Ward officers’ minutes on duty',
      definition: 'Minutes that dedicated ward officers were on duty, in their wards or taken away from them.',
      polarity: 'neither',
      denominator: null,
    },
    'dwo/*',
  ),
  minutes(
    {
      name: 'ward-officer-minutes-in-ward',
      title: 'Ward officers’ minutes not abstracted',
      definition: 'Minutes that dedicated ward officers were on duty and not taken away from their normal role.',
      polarity: 'more is better',
      denominator: ALL_MINUTES,
    },
    'dwo/not-abstracted',
  ),
  minutes(
    {
      name: 'ward-officer-minutes-abstracted',
      title: 'Ward officers’ abstracted minutes',
      definition:
        'Minutes that dedicated ward officers were on duty but taken away from their normal role, for whatever reason.',
      polarity: 'more is worse',
      denominator: ALL_MINUTES,
    },
    'dwo/abstracted/*',
  ),
  ...ABSTRACTIONS.map(({ slug, title, to }) =>
    minutes(
      {
        name: `ward-officer-minutes-${slug}`,
        title: `Ward officers’ abstracted minutes: ${title}`,
        definition: `Minutes that dedicated ward officers were taken away from their normal role to ${to}.`,
        polarity: 'more is worse',
        denominator: ALL_MINUTES,
      },
      `dwo/abstracted/${slug}`,
    ),
  ),
];
