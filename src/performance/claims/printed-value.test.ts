import { describe, expect, it } from 'vitest';
import { givesPrinted, printedValue, roundedFigure } from './printed-value.ts';

describe('a value as it was printed', () => {
  it.each([
    ['-5.7%', { value: -5.7, decimals: 1, sense: 'is' }],
    ['−6 %', { value: -6, decimals: 0, sense: 'is' }],
    ['+5.3%', { value: 5.3, decimals: 1, sense: 'is' }],
    ['1,004', { value: 1004, decimals: 0, sense: 'is' }],
    ['over 500', { value: 500, decimals: 0, sense: 'over' }],
    ['fewer than 20', { value: 20, decimals: 0, sense: 'under' }],
    ['at least 90%', { value: 90, decimals: 0, sense: 'at least' }],
    ['0.0%', { value: 0, decimals: 1, sense: 'is' }],
  ])('%s is read', (text, expected) => expect(printedValue(text)).toEqual(expected));

  it.each(['nearly all', '', '10,04', '1.2345', 'about 3'])('%s holds nothing to compare', (text) =>
    expect(printedValue(text)).toBeNull(),
  );
});

/** The percentage changes printed for Islington in July 2024, with the counts printed beside them. */
const PUBLISHED: [number, number, string][] = [
  [1004, 1065, '-5.7%'],
  [2830, 2688, '5.3%'],
  [1163, 1171, '-0.7%'],
  [523, 564, '-7.3%'],
  [1509, 1654, '-8.8%'],
  [183, 195, '-6.2%'],
  [5, 16, '-68.8%'],
  [4, 4, '0.0%'],
  [2278, 2269, '0.4%'],
  [819, 905, '-9.5%'],
  [0, 5, '-100.0%'],
  [397, 437, '-9.2%'],
];

describe('whether a figure gives what was printed', () => {
  it.each(PUBLISHED)('%i against %i is %s', (current, previous, text) => {
    const printed = printedValue(text);
    expect(printed).not.toBeNull();
    const figure = { numerator: 100 * (current - previous), denominator: previous };
    expect(printed && givesPrinted(figure, printed)).toBe(true);
    // One crime more or fewer before does not, but where 16 and 5 are so few that it does.
    const other = { numerator: 100 * (current - previous - 7), denominator: previous + 7 };
    expect(printed && givesPrinted(other, printed)).toBe(current === 0);
  });

  it('rounds halves away from zero on both sides', () => {
    expect(roundedFigure({ numerator: -1100, denominator: 16 }, 1)).toBe(-68.8);
    expect(roundedFigure({ numerator: 1100, denominator: 16 }, 1)).toBe(68.8);
    expect(roundedFigure({ numerator: -1, denominator: 2 }, 0)).toBe(-1);
  });

  it('takes a bound as one', () => {
    const over = { value: 500, decimals: 0, sense: 'over' } as const;
    expect(givesPrinted({ numerator: 500, denominator: 1 }, over)).toBe(false);
    expect(givesPrinted({ numerator: 501, denominator: 1 }, over)).toBe(true);
  });
});
