const SHARE = /^(?:0(?:[.,]\d+)?|1(?:[.,]0+)?)$/;

/**
 * Reads a share of respondents written with a decimal comma ("0,56") or point; null for anything that is no plain
 * number from 0 to 1, such as a percentage.
 * @example readShare('0,56') // 0.56
 */
export function readShare(text: string): number | null {
  return SHARE.test(text) ? Number(text.replace(',', '.')) : null;
}
