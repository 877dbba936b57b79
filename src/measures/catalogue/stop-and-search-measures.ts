import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

const WHERE =
  'as data.police.uk publishes them: in a ward those with a location in it, for a force all; the railway police’s are counted for their force only';

function searchMeasure(name: string, title: string, what: string, categories: readonly string[]): Measure {
  return {
    name,
    title,
    definition: `${what}, ${WHERE}.`,
    unit: 'searches',
    polarity: 'neither',
    every: 'month',
    adds: true,
    denominator: 'residents',
    categories: [...categories.map((category) => `stop-and-search/${category}`), demonstrationCategory(name)],
    publisher: 'data.police.uk',
  };
}

const OBJECTS: [group: string, title: string, what: string][] = [
  ['drugs', 'drugs', 'Searches for controlled drugs or psychoactive substances'],
  [
    'weapons',
    'weapons',
    'Searches for offensive weapons, firearms or anything to threaten or harm anyone, those without suspicion (section 60) among them',
  ],
  ['stolen-property', 'stolen property', 'Searches for stolen goods'],
  ['tools-for-theft', 'tools for theft', 'Searches for articles for use in theft'],
  ['criminal-damage', 'tools for criminal damage', 'Searches for articles for use in criminal damage'],
  ['other', 'other objects', 'Searches for fireworks, evidence of offences and other objects'],
  ['not-stated', 'object not stated', 'Searches for which no object is given'],
];

const ETHNICITIES: [group: string, title: string, what: string][] = [
  ['asian', 'Asian', 'Searches of people whom the officer described as Asian'],
  ['black', 'Black', 'Searches of people whom the officer described as Black'],
  ['mixed', 'Mixed', 'Searches of people whom the officer described as Mixed, which not every force uses'],
  ['white', 'White', 'Searches of people whom the officer described as White'],
  ['other', 'Other', 'Searches of people whom the officer described as of another ethnicity'],
  ['not-stated', 'not stated', 'Searches for which the officer gave no ethnicity, as of vehicles alone'],
];

/** Measures made from the stop-and-search files of data.police.uk. */
export const STOP_AND_SEARCH_MEASURES: Measure[] = [
  searchMeasure('stop-and-search', 'Stop and search', 'Searches of persons, of vehicles, and of both', ['searches']),
  searchMeasure(
    'stop-and-search-arrests',
    'Stop and search: arrests',
    'Searches after which someone was arrested, whatever was looked for',
    ['outcome/arrest'],
  ),
  searchMeasure(
    'stop-and-search-further-action',
    'Stop and search: further action',
    'Searches after which something was done, such as an arrest, a community resolution, a penalty notice, a caution or a summons',
    ['further-action'],
  ),
  searchMeasure(
    'stop-and-search-no-further-action',
    'Stop and search: no further action',
    'Searches after which nothing more was done',
    ['outcome/no-further-action'],
  ),
  ...OBJECTS.map(([group, title, what]) =>
    searchMeasure(`stop-and-search-object-${group}`, `Stop and search: ${title}`, what, [`object/${group}`]),
  ),
  ...ETHNICITIES.map(([group, title, what]) =>
    searchMeasure(`stop-and-search-ethnicity-${group}`, `Stop and search: officer-defined ethnicity ${title}`, what, [
      `officer-defined-ethnicity/${group}`,
    ]),
  ),
];
