import type { Read } from './places.ts';
import { withoutApostrophe } from './safe-cells.ts';

/** Letters a cell may have. */
const LONGEST = 2000;

/** Letters that nobody sees and that mean nothing: a zero-width space, a word joiner, a byte order mark, a soft hyphen. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/gu;
/** Joiners mean something between letters, and nothing at the ends. */
const OUTSIDE = /^[\s\u200C\u200D]+|[\s\u200C\u200D]+$/gu;
/** Marks that turn the direction of writing: what is read is then not what is there. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * What stands in a cell: trimmed, without letters that nobody sees, and in one form of Unicode, so that what looks alike is
 * alike.
 */
export function readCell(raw: string): Read<string> {
  if (raw.length > LONGEST) return { because: `it has more than ${LONGEST} letters: shorten it.` };
  if (/\0|\p{Surrogate}/u.test(raw)) return { because: 'it has characters that are none: take them out.' };
  const text = withoutApostrophe(raw).normalize('NFC').replace(INVISIBLE, '').replace(OUTSIDE, '');
  if (/\p{Cc}/u.test(text)) return { because: 'it has a line break, a tab or a control character: take it out.' };
  if (BIDI.test(text)) return { because: 'it has a mark that turns the direction of writing: take it out.' };
  return { value: text };
}
