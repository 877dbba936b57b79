import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

const SOURCE = 'a table that someone made from data.police.uk by LSOA, apart from its own files';

/** Categories of the table as data.police.uk has them since May 2013, in the order in which they are shown. */
const CATEGORIES: [slug: string, title: string][] = [
  ['anti-social-behaviour', 'Anti-social behaviour'],
  ['bicycle-theft', 'Bicycle theft'],
  ['burglary', 'Burglary'],
  ['criminal-damage-and-arson', 'Criminal damage and arson'],
  ['drugs', 'Drugs'],
  ['other-crime', 'Other crime'],
  ['other-theft', 'Other theft'],
  ['possession-of-weapons', 'Possession of weapons'],
  ['public-order', 'Public order'],
  ['robbery', 'Robbery'],
  ['shoplifting', 'Shoplifting'],
  ['theft-from-the-person', 'Theft from the person'],
  ['vehicle-crime', 'Vehicle crime'],
  ['violence-and-sexual-offences', 'Violence and sexual offences'],
];

function lsoaMeasure(name: string, title: string, definition: string, categories: string[], unit: string): Measure {
  return {
    name,
    title,
    definition,
    unit,
    polarity: 'more is worse',
    every: 'month',
    adds: true,
    denominator: 'residents',
    categories: [...categories, demonstrationCategory(name)],
    publisher: 'a table made from data.police.uk',
  };
}

/** Measures made from a table of street crimes by LSOA, category and month. */
export const LSOA_MEASURES: Measure[] = [
  lsoaMeasure(
    'lsoa-street-crime',
    'Street-level crime (table by LSOA)',
    `Crimes of every police.uk type except anti-social behaviour, as counted in ${SOURCE}.`,
    CATEGORIES.filter(([slug]) => slug !== 'anti-social-behaviour').map(([slug]) => `lsoa-street/${slug}`),
    'crimes',
  ),
  ...CATEGORIES.map(([slug, title]) =>
    lsoaMeasure(
      `lsoa-street-${slug}`,
      `${title} (table by LSOA)`,
      `${slug === 'anti-social-behaviour' ? 'Incidents' : 'Crimes'} of the police.uk type “${title}”, as counted in ${SOURCE}.`,
      [`lsoa-street/${slug}`],
      slug === 'anti-social-behaviour' ? 'incidents' : 'crimes',
    ),
  ),
];
