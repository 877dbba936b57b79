import { isKeepable } from '../../../lib/text-problem.ts';
import type { Read } from '../model.ts';

/** Letters that a cell of a roster may have. */
const LONGEST = 200;
const FORMULA = /^[=+@]/;
/** What spreadsheets and exports put before a text that they would take for a formula. */
const GUARDED = /^'(?=[=+\-@])/;

/** What stands in a cell, trimmed and in one form of Unicode, or the sentence that says why it cannot be used. */
export function readCell(column: string, raw: string): Read<string> {
  const text = raw.trim().replaceAll(/[\u200B\u2060\uFEFF\u00AD]/gu, '');
  if (text.length > LONGEST) return { because: `Its ${column} has more than ${LONGEST} letters: shorten it.` };
  if (!isKeepable(text) || /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u.test(text))
    return { because: `Its ${column} has characters that cannot be kept: type it again.` };
  if (FORMULA.test(text)) return { because: `Its ${column} is a formula: write its value.` };
  return { value: text.replace(GUARDED, '').normalize('NFC') };
}
