import { meanings, NOT_STATED } from './vocabulary.ts';

/** Category of every search. */
export const EVERY_SEARCH = 'searches';
/** Category of searches after which something was done, an arrest among them. */
export const FURTHER_ACTION = 'further-action';

/** Categories that have figures wherever there are files; a search counts once in each of the three groups. */
export const SEARCH_CATEGORIES: readonly string[] = [
  EVERY_SEARCH,
  FURTHER_ACTION,
  ...withNotStated(meanings('object')).map((group) => `object/${group}`),
  ...withNotStated(meanings('officer-defined')).map((group) => `officer-defined-ethnicity/${group}`),
  ...withNotStated(meanings('outcome')).map((outcome) => `outcome/${outcome}`),
];

function withNotStated(groups: readonly string[]): string[] {
  return [...new Set([...groups, NOT_STATED])];
}
