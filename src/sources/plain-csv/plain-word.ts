/** A column that says what a row is about. */
export interface PlainWord {
  column: string;
  /** The words it may have, in small letters. */
  words: readonly string[];
  /** Why a row of another word cannot be used. */
  otherwise: string;
}

/** A column of some words. @param what it names, for people; the column's own name where that reads well */
export function plainWord(column: string, words: readonly string[], what = column): PlainWord {
  return { column, words, otherwise: `no ${what} this file can bring: ${words.join(', ')}` };
}
