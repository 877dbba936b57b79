import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import type { OptimalPlan } from '../model.ts';

/** Licence of every answer, as it asks to be named. */
export const LICENCE = 'Contains public sector information licensed under the Open Government Licence v3.0.';
export const LICENCE_ADDRESS = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** Files named of one set of figures; the rest are counted. */
const MOST_FILES = 3;

/** "Sources: MPS ward level crime.csv (vintage 2026-03).", or that the figures are made up. */
export function sourcesSentence({ used, synthetic }: Pick<OptimalPlan, 'used' | 'synthetic'>): string {
  if (synthetic) return 'Sources: synthetic demonstration figures, which are made up.';
  const files = new Map<string, Set<string>>();
  for (const { vintage, files: named } of used) files.set(vintage, new Set([...(files.get(vintage) ?? []), ...named]));
  const told = [...files].map(([vintage, named]) => {
    const first = [...named].slice(0, MOST_FILES);
    const more = named.size - first.length;
    const list = andList(more === 0 ? first : [...first, countWords(more, 'other file')]);
    return list === '' ? `vintage ${vintage}` : `${list} (vintage ${vintage})`;
  });
  return `Sources: ${told.join('; ')}.`;
}
