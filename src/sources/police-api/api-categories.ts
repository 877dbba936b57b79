import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey, STREET_TYPES } from '../../measures/index.ts';

export const PUBLISHER = 'police-api';

/** Categories of the API whose name is not that of the crime type in street files. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['criminal-damage-arson', 'criminal-damage-and-arson'],
  ['public-disorder-weapons', 'public-disorder-and-weapons'],
]);

/** The API kept the name "violent-crime" when the type became "violence and sexual offences" in May 2013. */
const VIOLENT = 'violent-crime';
const VIOLENT_SINCE = { month: '2013-05', slug: 'violence-and-sexual-offences' } as const;

/** Source categories of the crime types that street files use in a month. */
export function typesOf(month: Month): string[] {
  return STREET_TYPES.filter(({ from, until }) => from <= month && (until === null || month <= until)).map(({ slug }) =>
    categoryKey(PUBLISHER, slug),
  );
}

/** The source category of a crime: by the crime type of street files that a category of the API stands for. */
export function typeOf(category: string, month: Month): string {
  const slug =
    category === VIOLENT && month >= VIOLENT_SINCE.month ? VIOLENT_SINCE.slug : (OTHER_NAMES.get(category) ?? category);
  return categoryKey(PUBLISHER, slug);
}
