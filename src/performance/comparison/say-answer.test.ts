import { describe, expect, it } from 'vitest';
import { comparisonRow } from '../../../test/builders/comparison-rows.ts';
import { anArea } from '../../../test/builders/monthly-figures.ts';
import type { ComparisonRow } from '../model.ts';
import { answerText, sayAnswer } from './say-answer.ts';

const area = anArea();
const clear = (measureName: string, falseDiscovery: number, direction: 'up' | 'down' = 'down'): ComparisonRow =>
  comparisonRow({ measureName, direction, falseDiscovery, verdict: 'clear' });
const alone = (given: Partial<ComparisonRow> = {}): ComparisonRow =>
  comparisonRow({ dispersedPValue: null, dispersedInterval: null, falseDiscovery: null, ...given });
const few = comparisonRow({ verdict: 'too few', countsVerdict: 'too few', falseDiscovery: null });
const lacking = comparisonRow({ verdict: 'no figures', countsVerdict: 'no figures', missing: 'No figures.' });
const answer = (...rows: ComparisonRow[]) => sayAnswer({ area, rows }, 'years');
const said = (...rows: ComparisonRow[]): string => `${answer(...rows).figure} | ${answer(...rows).rest}`;
const together = (...rows: ComparisonRow[]): string => answer(...rows).together ?? 'nothing';

describe('the answer to a table', () => {
  it('names what is clear with its direction, fewer before more', () => {
    expect(said(clear('theft-from-motor-vehicle', 0.01), comparisonRow())).toBe(
      'One of the two changes is larger than years here usually bring: theft from motor vehicles, fewer. | One could be chance.',
    );
    expect(said(clear('homicide', 0.01, 'up'), clear('burglary', 0.01), clear('robbery', 0.02))).toBe(
      'Three of the three changes are larger than years here usually bring: burglary and robbery, both fewer, and homicide, more. | ',
    );
  });

  it('carries the doubt where a row that looks clear alone does not pass among all', () => {
    const { figure } = answer(clear('burglary', 0.17), comparisonRow());
    expect(figure).toBe(
      'One of the two changes is, taken alone, larger than years here usually bring: burglary, fewer. Judged all together, it does not pass.',
    );
    expect(answer(clear('burglary', 0.17), clear('robbery', 0.2)).figure).toMatch(
      /^Two of the two changes are, taken alone, larger .* Judged all together, none of the two passes\.$/,
    );
    expect(answer(clear('burglary', 0.01), clear('robbery', 0.2)).figure).toMatch(
      / Judged all together, one of the two passes: burglary\.$/,
    );
    expect(answer(clear('burglary', 0.17)).figure).not.toContain('together');
  });

  it('counts the rows that earlier years can judge apart from all others', () => {
    const seven = Array.from({ length: 7 }, () => comparisonRow());
    expect(said(...seven, alone(), few, few, lacking)).toBe(
      'None of the seven changes that could be judged by earlier years is larger than years here usually bring. | ' +
        'Seven could be chance; one was judged on the counts alone and could be chance; two are too few to tell; one has no figures.',
    );
    expect(said(comparisonRow(), few)).toContain(
      'The one change that could be judged by earlier years is not larger than years here usually bring.',
    );
  });

  it('never calls a change that only the counts tell of larger than years here bring', () => {
    const burglary = alone({ verdict: 'clear', measureName: 'burglary' });
    expect(said(burglary, comparisonRow(), comparisonRow())).toBe(
      'None of the two changes that could be judged by earlier years is larger than years here usually bring. | ' +
        'Two could be chance; one was judged on the counts alone and is larger than chance alone usually brings: burglary, fewer.',
    );
    expect(said(burglary, alone())).toBe(
      'None of the two changes could be judged by earlier years. | ' +
        'Two were judged on the counts alone, and one of them is larger than chance alone usually brings: burglary, fewer.',
    );
    expect(said(lacking)).toBe('No figures of these measures are held for Islington in both periods. | ');
  });

  it('is of every row that is not too few by the counts alone, on request', () => {
    const rows = [alone({ countsVerdict: 'clear', pValue: 0.001 }), comparisonRow({ pValue: 0.4 }), few, lacking];
    expect(answerText(sayAnswer({ area, rows }, 'counts'))).toMatch(
      /^One of the two changes that could be judged is larger than chance alone usually brings: .*, fewer\. One could be chance; one is too few to tell; one has no figures\. Judged together are the two rows judged on the counts alone, without the one too few to tell\. .* still passes\.$/,
    );
  });
});

describe('all rows judged together', () => {
  it('are those that earlier years can judge, and it is said which are not', () => {
    expect(answer(comparisonRow(), alone()).together).toBeNull();
    expect(together(comparisonRow(), comparisonRow(), alone(), few)).toContain(
      'Judged together are the two rows judged by earlier years, without the one judged on the counts alone and the one too few to tell.',
    );
    expect(answer(comparisonRow(), comparisonRow(), alone(), few, lacking).judged).toBe(2);
  });

  it('expect some to look clear by chance, and say when none does', () => {
    expect(together(comparisonRow(), comparisonRow())).toMatch(
      /over two rows, were each by itself, the chance of at least one is 10%\. None does here\.$/,
    );
  });

  it('say which still pass', () => {
    expect(together(clear('burglary', 0.01), comparisonRow())).toContain('burglary still passes.');
    expect(together(clear('burglary', 0.01), clear('robbery', 0.2))).toContain(
      'one of the two that look clear still passes: burglary.',
    );
    expect(together(clear('burglary', 0.171), comparisonRow())).toContain(
      'burglary does not pass; it would if 18 in a hundred were allowed to be.',
    );
    expect(together(clear('burglary', 0.3), clear('robbery', 0.2))).toContain(
      'none of the two that look clear passes; the strongest, robbery, would if 20 in a hundred were allowed to be.',
    );
  });
});
