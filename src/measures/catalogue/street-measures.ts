import { monthName } from '../../lib/calendar/month.ts';
import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';
import { EVERY_STREET_CRIME, STREET_TYPES, type StreetType } from './street-types.ts';

const POINTS = 'counted where data.police.uk places them: a nearby point, not the address';

const ANTI_SOCIAL = 'anti-social-behaviour';

function isCrime({ slug }: StreetType): boolean {
  return slug !== ANTI_SOCIAL;
}

/** The same type as the API gives it for a ward, used where a vintage has no street files. */
function fromApi(slug: string): string {
  return `police-api/${slug}`;
}

function streetMeasure(name: string, title: string, definition: string, categories: string[], unit: string): Measure {
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
    publisher: 'data.police.uk',
  };
}

function definitionOf(type: StreetType): string {
  const until = type.until ? `; used until ${monthName(type.until)}` : '';
  const from = type.from > '2010-12' ? `; used since ${monthName(type.from)}` : '';
  return `Crimes of the police.uk type “${type.title}”, ${POINTS}${from}${until}.`;
}

/** Measures made from the street files of data.police.uk. */
export const STREET_MEASURES: Measure[] = [
  streetMeasure(
    'street-crime',
    'Street-level crime',
    `Crimes of every police.uk type except anti-social behaviour, with those of the railway police, ${POINTS}; not made from files that hold a single type of crime.`,
    [EVERY_STREET_CRIME, ...STREET_TYPES.filter(isCrime).map(({ slug }) => fromApi(slug))],
    'crimes',
  ),
  streetMeasure(
    'anti-social-behaviour',
    'Anti-social behaviour',
    `Incidents of anti-social behaviour recorded by the police, ${POINTS}.`,
    [`street/${ANTI_SOCIAL}`, fromApi(ANTI_SOCIAL)],
    'incidents',
  ),
  ...STREET_TYPES.filter(isCrime).map((type) =>
    streetMeasure(
      `street-${type.slug}`,
      `${type.title} (police.uk)`,
      definitionOf(type),
      [`street/${type.slug}`, fromApi(type.slug)],
      'crimes',
    ),
  ),
];
