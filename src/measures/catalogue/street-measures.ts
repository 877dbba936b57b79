import { monthName } from '../../lib/calendar/month.ts';
import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';
import { EVERY_STREET_CRIME, STREET_TYPES, type StreetType } from './street-types.ts';

const POINTS = 'counted where data.police.uk places them: a nearby point, not the address';

function streetMeasure(name: string, title: string, definition: string, category: string, unit: string): Measure {
  return {
    name,
    title,
    definition,
    unit,
    polarity: 'more is worse',
    every: 'month',
    adds: true,
    denominator: 'residents',
    categories: [category, demonstrationCategory(name)],
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
    EVERY_STREET_CRIME,
    'crimes',
  ),
  streetMeasure(
    'anti-social-behaviour',
    'Anti-social behaviour',
    `Incidents of anti-social behaviour recorded by the police, ${POINTS}.`,
    'street/anti-social-behaviour',
    'incidents',
  ),
  ...STREET_TYPES.filter((type) => type.slug !== 'anti-social-behaviour').map((type) =>
    streetMeasure(
      `street-${type.slug}`,
      `${type.title} (police.uk)`,
      definitionOf(type),
      `street/${type.slug}`,
      'crimes',
    ),
  ),
];
