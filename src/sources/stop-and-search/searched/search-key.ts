import { meanings, NOT_KNOWN, NOT_STATED, type SearchField } from '../vocabulary.ts';
import type { SearchedBy } from './model.ts';

/** Column of the lake and field of the vocabulary for each thing a search is counted by. */
const COUNTED: { by: keyof SearchedBy; column: string; words: readonly string[] }[] = [
  { by: 'searchType', column: 'search_type', words: wordsOf('type') },
  { by: 'selfDefined', column: 'self_defined_group', words: ['asian', 'black', 'mixed', 'white', 'other', NOT_STATED] },
  { by: 'officerDefined', column: 'officer_defined_group', words: wordsOf('officer-defined') },
  { by: 'object', column: 'object_group', words: wordsOf('object') },
  { by: 'outcome', column: 'outcome_group', words: wordsOf('outcome') },
];

function wordsOf(field: SearchField): string[] {
  return [...new Set([...meanings(field), NOT_STATED])];
}

/** How many different keys there are: a search's key is a whole number from 0 to below it. */
export const SEARCH_KEYS = COUNTED.reduce((product, { words }) => product * (words.length + 1), 1);

/** SQL of the key of a row of the lake; a wording of no table, or none, counts as not known. */
export function searchKeySql(): string {
  return COUNTED.reduce((key, { column, words }) => {
    const list = words.map((word) => `'${word}'`).join(', ');
    return `(${key} * ${words.length + 1} + coalesce(list_position([${list}], ${column}), 0))`;
  }, '0');
}

const READ = new Map<number, SearchedBy>();

/** What a key stands for. */
export function readSearchKey(key: number): SearchedBy {
  const known = READ.get(key);
  if (known !== undefined) return known;
  const words = new Map<keyof SearchedBy, string>();
  let rest = key;
  for (const { by, words: of } of COUNTED.toReversed()) {
    words.set(by, of[(rest % (of.length + 1)) - 1] ?? NOT_KNOWN);
    rest = Math.floor(rest / (of.length + 1));
  }
  const word = (by: keyof SearchedBy): string => words.get(by) ?? NOT_KNOWN;
  const read: SearchedBy = {
    searchType: word('searchType'),
    selfDefined: word('selfDefined'),
    officerDefined: word('officerDefined'),
    object: word('object'),
    outcome: word('outcome'),
  };
  READ.set(key, read);
  return read;
}
