import { expect, it } from 'vitest';
import { anArea } from '../../../test/builders/monthly-figures.ts';
import { makePeriod } from '../periods/make-period.ts';
import { compareRows } from './compare-rows.ts';
import { comparisonCells, reportParagraphs } from './comparison-lines.ts';
import { tableOf } from './table-of.ts';

const set = { name: 'all', title: 'All', version: 1, from: '2024-07-18', source: 'A test', groups: [] };
function tableFor(current: ReturnType<typeof makePeriod>, previous: ReturnType<typeof makePeriod>) {
  const periods = { current, previous };
  const rows = compareRows(
    [
      { group: 'All', measure: 'burglary', printed: 'Burglary', counts: { current: 1781, previous: 2269 } },
      { group: 'All', measure: 'homicide', printed: 'Homicide', counts: { current: 4, previous: 4 } },
    ].map((row) => ({ ...row, polarity: 'more is worse', figures: null, because: null, peers: null, boroughs: null })),
    periods,
    20,
  );
  return tableOf({ area: anArea(), set, periods, rows, figures: [] });
}
const linesOf = (table: ReturnType<typeof tableFor>): string => reportParagraphs(table, 'years').join('\n');

it('says what there was a day where the periods are not as long, and no count that contradicts it', () => {
  const table = tableFor(makePeriod('2023-04', '2023-12'), makePeriod('2022-04', '2023-03'));
  expect(linesOf(table)).toContain('Burglary: 1,781 in 275 days against 2,269 in 365 (4.2% more a day). ');
  expect(linesOf(table)).not.toMatch(/488|[Aa]s many as before/);
  expect(linesOf(table)).toContain('Homicide: Too few for a percentage. 4 in 275 days against 4 in 365.');
  const { heads, rows } = comparisonCells(table, 'years');
  expect(heads).toContain('% a day');
  expect(rows.map((cells) => cells.length)).toEqual([1, heads.length, heads.length]);
  expect(rows.flat().join(' ')).not.toContain('488');
});

it('sets counts side by side where they are', () => {
  const table = tableFor(makePeriod('2023-04', '2024-03'), makePeriod('2022-04', '2023-03'));
  expect(linesOf(table)).toContain('Burglary: 1,781 against 2,269 (488 fewer, 21.5%). ');
  expect(comparisonCells(table, 'years').rows[1]).toContain('−488');
});
