/** Characters that hold one share: two digits of base 36. */
export const WIDTH = 2;
const MOST = 36 ** WIDTH - 1;

/** A share as text of fixed length; one above 1 is 1. */
export function writeShare(share: number): string {
  return Math.round(Math.min(1, share) * MOST)
    .toString(36)
    .padStart(WIDTH, '0');
}

/** Reads the share that begins at a place of a text. */
export function readShare(text: string, at: number): number {
  return (36 * digitAt(text, at) + digitAt(text, at + 1)) / MOST;
}

/** A digit of base 36, without a text of its own: some hundred are read for each chart. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}
