import { plainNumber } from './plain-number.ts';

/** What a cell of a profile says: a number, that there is none, words, or what cannot be read. */
export type Cell = number | 'not given' | 'words' | 'unreadable';

const THOUSANDS = /^£?-?\d{1,3}(,\d{3})+$/;
const WORDS = /^[A-Za-z]/;

/**
 * Reads a cell of a profile: a plain number, one with commas between thousands ("13,025,967", "-7,596"), an amount in
 * pounds ("£30,600"), one of the publication's marks that there is none, or words.
 * @param marks how the publication marks what it does not give, blank included
 */
export function readProfileCell(text: string, marks: readonly string[]): Cell {
  if (marks.includes(text)) return 'not given';
  const plain = THOUSANDS.test(text) ? text.replace(/[£,]/g, '') : text;
  return plainNumber(plain) ?? (WORDS.test(text) ? 'words' : 'unreadable');
}
