import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

const WHEN = 'in the month of the outcome, which is not that of the crime';

function outcomeMeasure(name: string, title: string, what: string, categories: readonly string[]): Measure {
  return {
    name,
    title,
    definition: `${what}, as data.police.uk publishes them, ${WHEN}; an outcome given several times for one crime counts once.`,
    unit: 'outcomes',
    polarity: 'neither',
    every: 'month',
    adds: true,
    denominator: null,
    categories: [...categories.map((category) => `outcomes/${category}`), demonstrationCategory(name)],
    publisher: 'data.police.uk',
  };
}

const types = (...slugs: string[]): string[] => slugs.map((slug) => `type/${slug}`);

/** Measures made from the outcomes files of data.police.uk. */
export const OUTCOME_MEASURES: Measure[] = [
  outcomeMeasure('outcomes-recorded', 'Outcomes recorded', 'Outcomes of crimes, of every type', ['recorded']),
  outcomeMeasure(
    'outcomes-charged',
    'Outcomes: charged or summonsed',
    'Crimes for which a suspect was charged or summonsed, as part of another case too',
    types('suspect-charged', 'suspect-charged-as-part-of-another-case'),
  ),
  outcomeMeasure(
    'outcomes-no-suspect-identified',
    'Outcomes: no suspect identified',
    'Crimes whose investigation was completed without a suspect',
    types('investigation-complete-no-suspect-identified'),
  ),
  outcomeMeasure(
    'outcomes-unable-to-prosecute',
    'Outcomes: unable to prosecute',
    'Crimes with a suspect who could not be prosecuted, as for want of evidence',
    types('unable-to-prosecute-suspect'),
  ),
  outcomeMeasure(
    'outcomes-out-of-court',
    'Outcomes: settled out of court',
    'Crimes settled by a caution, a penalty notice, a drugs possession warning or a local resolution',
    types(
      'local-resolution',
      'offender-given-a-caution',
      'offender-given-penalty-notice',
      'offender-given-a-drugs-possession-warning',
    ),
  ),
  outcomeMeasure(
    'outcomes-not-in-the-public-interest',
    'Outcomes: not in the public interest',
    'Crimes for which further investigation or formal action was not in the public interest',
    types(
      'formal-action-is-not-in-the-public-interest',
      'further-investigation-is-not-in-the-public-interest',
      'further-action-is-not-in-the-public-interest',
    ),
  ),
  outcomeMeasure(
    'outcomes-another-organisation',
    'Outcomes: taken up by another organisation',
    'Crimes for which another organisation is to act',
    types('action-to-be-taken-by-another-organisation'),
  ),
];
