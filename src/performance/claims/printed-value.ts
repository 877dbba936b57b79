/** A value as somebody printed it: how precise it is, and whether it is the value itself or a bound. */
export interface PrintedValue {
  value: number;
  /** Digits after the decimal point. */
  decimals: number;
  sense: 'is' | 'over' | 'under' | 'at least' | 'at most';
}

/** An exact figure as a fraction of counts, so that halves are rounded as they are and not as they are held. */
export interface ExactFigure {
  numerator: number;
  /** Above 0. */
  denominator: number;
}

const WORDS: readonly (readonly [RegExp, PrintedValue['sense']])[] = [
  [/^(over|more than|above|>)\s*/i, 'over'],
  [/^(under|fewer than|less than|below|<)\s*/i, 'under'],
  [/^(at least|≥)\s*/i, 'at least'],
  [/^(at most|up to|≤)\s*/i, 'at most'],
];
const NUMBER = /^[+\-−–]?(\d{1,3}(,\d{3})+|\d+)(\.(\d{1,3}))?\s*%?$/;

/**
 * Reads a value as it was printed: "-5.7%", "−6 %", "1,004", "over 500".
 * @returns null where it holds no number that can be compared, such as "nearly all"
 */
export function printedValue(text: string): PrintedValue | null {
  const [found] = WORDS.filter(([word]) => word.test(text.trim()));
  const bare = found === undefined ? text.trim() : text.trim().replace(found[0], '');
  const parts = NUMBER.exec(bare);
  if (parts === null) return null;
  const digits = bare.replaceAll(/[,%\s]/g, '').replace(/^[−–]/, '-');
  return { value: Number(digits) + 0, decimals: parts[4]?.length ?? 0, sense: found?.[1] ?? 'is' };
}

/**
 * A figure to some decimals, halves away from zero, as published tables round.
 * @param decimals 0 to 3
 */
export function roundedFigure({ numerator, denominator }: ExactFigure, decimals: number): number {
  const scale = 10 ** decimals;
  const size = Math.floor((2 * Math.abs(numerator) * scale + denominator) / (2 * denominator)) / scale;
  return numerator < 0 ? 0 - size : size;
}

/** Whether a figure gives what was printed, to its printed precision. */
export function givesPrinted(figure: ExactFigure, { value, decimals, sense }: PrintedValue): boolean {
  const exact = figure.numerator / figure.denominator;
  if (sense === 'over') return exact > value;
  if (sense === 'under') return exact < value;
  if (sense === 'at least') return exact >= value;
  if (sense === 'at most') return exact <= value;
  // Minus nothing is nothing.
  return roundedFigure(figure, decimals) + 0 === value + 0;
}
