import { describe, expect, it } from 'vitest';
import { makePeriod } from './make-period.ts';
import { parsePeriod, periodTo } from './parse-period.ts';

const read = (text: string) => {
  const found = parsePeriod(text);
  return found.kind === 'period' ? [found.period.from, found.period.to, found.period.days] : found;
};
const refusal = (text: string): string => {
  const found = parsePeriod(text);
  return found.kind === 'refused' ? found.because : 'it was read';
};

describe('a period as someone writes it', () => {
  it.each([
    ['2023-24', '2023-04', '2024-03', 366],
    ['2022-23', '2022-04', '2023-03', 365],
    ['FY 2023/24', '2023-04', '2024-03', 366],
    ['2023-2024', '2023-04', '2024-03', 366],
    ['1999-00', '1999-04', '2000-03', 366],
    // December 2011 cannot be told from the year: it is the year.
    ['2011-12', '2011-04', '2012-03', 366],
    ['2023-04..2024-03', '2023-04', '2024-03', 366],
    ['2023-12..2023-12', '2023-12', '2023-12', 31],
    ['ytd:2023-12', '2023-04', '2023-12', 275],
    ['ytd:2024-02', '2023-04', '2024-02', 335],
    ['ytd:2023-04', '2023-04', '2023-04', 30],
    ['rolling12:2024-03', '2023-04', '2024-03', 366],
    ['Rolling 12:2025-02', '2024-03', '2025-02', 365],
  ])('%s', (text, from, to, days) => {
    expect(read(text)).toEqual([from, to, days]);
  });

  it('counts to the last month where none is given', () => {
    expect(parsePeriod('rolling12')).toEqual({ kind: 'to the last month', span: 'rolling12' });
    expect(periodTo('ytd', '2026-03', 'ytd')).toMatchObject({ from: '2025-04', to: '2026-03', asked: 'ytd' });
  });

  it('is named for people', () => {
    expect(makePeriod('2023-04', '2024-03')).toMatchObject({ asked: '2023-24', label: 'April 2023 to March 2024' });
    expect(makePeriod('2023-12', '2023-12')).toMatchObject({ asked: '2023-12..2023-12', label: 'December 2023' });
  });

  it('is refused in a sentence that says what to write', () => {
    expect(refusal('2023-10')).toContain('write 2023-10..2023-10');
    expect(refusal('2024-03..2023-04')).toContain('write 2023-04..2024-03');
    for (const text of [
      '',
      '2023',
      '2023-25',
      '2023-13..2024-01',
      'ytd:2023-13',
      'last year',
      '2023-04..',
      'ytd:2023:12',
      '9999-00',
      '9998-99',
      '2023-04..9999-12',
      '1899-00',
    ])
      expect(refusal(text), text).toMatch(/is not a period|ends before/);
    expect(refusal('baseline:pre-pandemic')).toContain('--against');
  });
});
