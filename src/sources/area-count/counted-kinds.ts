import { STREET_TYPES } from '../../measures/index.ts';
import { meanings, NOT_STATED } from '../stop-and-search/vocabulary.ts';
import type { CountedSource } from './model.ts';

/** One thing that can be counted: all of a source, or one type of it. */
export interface CountedKind {
  source: CountedSource;
  /** As the files of the lake have it; null for all. */
  type: string | null;
  /** As a form sends it: "street", "street/burglary". */
  value: string;
  title: string;
}

/** Words for the incidents of a source. */
export const SOURCE_WORDS: Record<CountedSource, { title: string; all: string; one: string; several: string }> = {
  street: {
    title: 'Street-level crime and anti-social behaviour',
    all: 'Every type of crime, and anti-social behaviour',
    one: 'street-level incident',
    several: 'street-level incidents',
  },
  'stop-and-search': {
    title: 'Stop and search',
    all: 'Every stop and search',
    one: 'stop and search',
    several: 'stops and searches',
  },
};

/** Everything that can be counted of a source, all of it first. */
export function countedKinds(source: CountedSource): CountedKind[] {
  const all = { source, type: null, value: source, title: SOURCE_WORDS[source].all };
  const types: [slug: string, type: string][] =
    source === 'street'
      ? STREET_TYPES.map(({ slug, title }) => [slug, title])
      : [...new Set([...meanings('object'), NOT_STATED])].map((object) => [object, object]);
  return [
    all,
    ...types.map(([slug, type]) => ({ source, type, value: `${source}/${slug}`, title: typeTitle(source, type) })),
  ];
}

/** A type in words for people: "stolen-property" is "Looked for: stolen property". */
export function typeTitle(source: CountedSource, type: string): string {
  if (source === 'street') return type;
  if (type === NOT_STATED || type === 'not recorded') return 'Object of the search not stated';
  return `Looked for: ${type.replaceAll('-', ' ')}`;
}

/** "1,234 street-level incidents", "no street-level incidents (Burglary)". */
export function sayIncidents(
  { source, type }: { source: CountedSource; type: string | null },
  incidents: number | null,
) {
  const { one, several } = SOURCE_WORDS[source];
  if (incidents === null)
    return `Not covered: ${several}${type === null ? '' : ` (${typeTitle(source, type).toLowerCase()})`}`;
  const number = incidents === 0 ? 'No' : incidents.toLocaleString('en-GB');
  return `${number} ${incidents === 1 ? one : several}${type === null ? '' : ` (${typeTitle(source, type).toLowerCase()})`}`;
}
