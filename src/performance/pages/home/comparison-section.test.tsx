import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { comparisonRow } from '../../../../test/builders/comparison-rows.ts';
import type { ComparisonRow, ComparisonTable } from '../../model.ts';
import { ComparisonSection } from './comparison-section.tsx';

const period = (from: '2023-04' | '2022-04', days: number) => ({
  ...{ from, to: from === '2023-04' ? ('2024-03' as const) : ('2023-03' as const) },
  ...{ asked: '', label: '', days },
});

function tableOf(given: Partial<ComparisonRow>, of: Partial<ComparisonTable> = {}): string {
  const table = {
    area: { word: 'E09000019', name: 'Islington' },
    set: { name: 'public-space', title: 'Public space', version: 1, from: '2024-07-18' },
    periods: { current: period('2023-04', 366), previous: period('2022-04', 365) },
    synthetic: false,
    compares: 'counts',
    rows: [comparisonRow(given)],
    ...of,
  } as unknown as ComparisonTable;
  return render(<ComparisonSection table={table} />);
}
function rowOf(given: Partial<ComparisonRow>): string {
  const html = tableOf(given);
  return html.slice(html.indexOf('<th scope="row"'));
}

describe('a row of the comparison', () => {
  it('has its counts, its change with an arrow and a word, its range and what it can bear', () => {
    const row = rowOf({});
    expect(row).toContain('<span>1,004</span>');
    expect(row).toContain('−5.7% <span aria-hidden="true">↓</span><span class="govuk-visually-hidden">down</span>');
    expect(row).toContain('w-maybe');
    expect(row).toContain('<b>Could be chance:</b> 30% fewer to 27% more.');
    expect(row).toContain('href="/performance/measures/personal-robbery?area=E09000019"');
  });

  it('has a full mark only where it is clear', () => {
    const row = rowOf({ verdict: 'clear', words: 'Fewer, clear of chance taken alone: between 2% and 15% fewer.' });
    expect(row).toContain('w-clear');
    expect(row).toContain('<b>Fewer, clear of chance</b> taken alone: between 2% and 15% fewer.');
  });

  it('keeps the open mark where only the counts are clear, and says that they are alone', () => {
    const words = 'Fewer, clear of chance on the counts alone: between 2% and 15% fewer.';
    const row = rowOf({ verdict: 'clear', dispersedPValue: null, dispersedInterval: null, words });
    expect(row).toContain('w-maybe');
    expect(row).not.toContain('w-clear');
    expect(row).toContain('<b>Fewer, clear of chance on the counts alone</b>: between');
  });

  it('draws the range of the counts, with an open mark, where earlier years are too few to tell', () => {
    const years = {
      degreesOfFreedom: 1,
      dispersedInterval: [0.08, 11.25] as [number, number],
      current: 365,
      previous: 365,
    };
    const days: [number, number] = [365, 365];
    const drawn = (given: Partial<ComparisonRow>): string | undefined =>
      /<svg.*?<\/svg>/s.exec(rowOf({ ...given, days, current: 365, previous: 365 }))?.[0];
    expect(drawn(years)).toBeDefined();
    expect(drawn(years)).toBe(drawn({ dispersedPValue: null, dispersedInterval: null }));
    expect(rowOf({ ...years, verdict: 'clear' })).not.toContain('w-clear');
  });

  it('says of periods that are not as long what changes are of, and draws the ratio of the same', () => {
    const periods = { current: period('2023-04', 275), previous: period('2022-04', 365) };
    const given = { current: 275, previous: 365, days: [275, 365] as [number, number] };
    const none = { dispersedPValue: null, dispersedInterval: null };
    const aDay = tableOf({ ...given, ...none, ratioInterval: [0.9, 1.1] }, { compares: 'daily rates', periods });
    for (const said of ['Change a day', 'Range of the true change a day', '275 days against 365'])
      expect(aDay).toContain(said);
    const asMany = tableOf({ ...given, ...none, current: 365, ratioInterval: [0.9, 1.1] });
    const dot = (html: string): string | undefined => /<circle class="w-maybe" cx="([\d.]+)" cy="15"/.exec(html)?.[1];
    expect(dot(aDay)).toBeDefined();
    expect(dot(aDay)).toBe(dot(asMany));
  });

  it('has neither a mark nor a percentage of ours where counts are too few', () => {
    const words = 'Too few for a percentage. 11 fewer.';
    const row = rowOf({
      current: 5,
      previous: 16,
      percentChange: -68.8,
      smallNumbers: true,
      verdict: 'too few',
      words,
    });
    expect(row).not.toMatch(/w-maybe|w-clear|68\.8/);
    expect(row).toContain('<b>Too few for a percentage.</b> 11 fewer.');
  });

  it('says why it has no figures, which months are doubtful, and what was counted again', () => {
    const missing = rowOf({ current: null, previous: null, missing: 'No figures are held.', verdict: 'no figures' });
    expect(missing).toContain('No figures are held.');
    expect(missing).not.toMatch(/w-range|w-maybe/);
    expect(rowOf({ doubtful: ['2024-02'] })).toContain('February 2024 is doubtful');
    expect(rowOf({ backCast: true })).toContain('Back-cast');
  });
});
