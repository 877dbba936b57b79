import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

type Row = [
  name: string,
  title: string,
  definition: string,
  unit: string,
  polarity: Measure['polarity'],
  categories: string[],
];

/** Shares and averages, one for each area: none adds up over areas. */
const PROFILES: Row[] = [
  [
    'employment-rate',
    'Employment rate',
    'Share of residents of working age who are in work, at the census of 2011 (wards) or in 2015 (boroughs).',
    'per cent',
    'more is better',
    ['borough-profiles/employment-rate-percent', 'ward-profiles/employment-rate-16-64'],
  ],
  [
    'unemployment-rate',
    'Unemployment rate',
    'Share of the economically active of a borough who were out of work in 2015.',
    'per cent',
    'more is worse',
    ['borough-profiles/unemployment-rate'],
  ],
  [
    'young-people-not-in-education-or-work',
    'Young people not in education, work or training',
    'Share of residents of 16 to 18 who were in neither education, employment nor training in 2014.',
    'per cent',
    'more is worse',
    ['borough-profiles/proportion-of-16-18-year-olds-who-are-neet-percent'],
  ],
  [
    'homes-owned',
    'Households that own their home',
    'Share of households that own their home, outright or with a loan, at the census of 2011.',
    'per cent',
    'neither',
    ['ward-profiles/percent-households-owned'],
  ],
  [
    'homes-social-rented',
    'Households in social housing',
    'Share of households that rent from the council or a housing association at the census of 2011.',
    'per cent',
    'neither',
    ['ward-profiles/percent-households-social-rented'],
  ],
  [
    'homes-private-rented',
    'Households that rent privately',
    'Share of households that rent from a private landlord at the census of 2011.',
    'per cent',
    'neither',
    ['ward-profiles/percent-households-private-rented'],
  ],
  [
    'born-outside-uk',
    'Residents born outside the United Kingdom',
    'Share of residents born outside the United Kingdom, at the census of 2011 (wards) or in 2015 (boroughs).',
    'per cent',
    'neither',
    ['borough-profiles/percent-of-resident-population-born-abroad', 'ward-profiles/percent-not-born-in-uk'],
  ],
  [
    'happiness',
    'Happiness score',
    'Average answer of residents from 2011 to 2014 on a scale from 0 to 10.',
    'points',
    'more is better',
    ['borough-profiles/happiness-score-out-of-10'],
  ],
  [
    'anxiety',
    'Anxiety score',
    'Average answer of residents from 2011 to 2014 on a scale from 0 to 10.',
    'points',
    'more is worse',
    ['borough-profiles/anxiety-score-out-of-10'],
  ],
];

/** Well-known figures of the ward and borough profiles; the others are held under their own names. */
export const PROFILES_MEASURES: Measure[] = PROFILES.map(([name, title, definition, unit, polarity, categories]) => ({
  name,
  title,
  definition,
  unit,
  polarity,
  every: 'once',
  adds: false,
  denominator: null,
  categories: [...categories, demonstrationCategory(name)],
  publisher: 'Greater London Authority, ward and borough profiles',
}));
