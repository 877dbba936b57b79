import { expect, it } from 'vitest';
import { sampleEvaluation } from '../../../test/builders/evaluation-result.ts';
import type { OpenTable } from '../../lib/tables/index.ts';
import { estimatesOpenTable } from './estimates-open-table.ts';
import { monthsOpenTable } from './months-open-table.ts';

const result = sampleEvaluation();
const rowsOf = ({ columns, rows }: OpenTable) =>
  [...rows].map((row) => {
    expect(row).toHaveLength(columns.length);
    return Object.fromEntries(columns.map(({ name }, at) => [name, row[at]]));
  });

it('gives every month of every outcome once, with the bands and which side of the start it is', () => {
  const rows = rowsOf(monthsOpenTable(result, '2026-03-10'));
  // Nine outcomes have months; one was refused.
  expect(rows).toHaveLength(9 * 36);
  expect(new Set(rows.map(({ group, measure, month }) => `${group} ${measure} ${month}`)).size).toBe(rows.length);
  expect(rows.filter(({ after_start }) => after_start)).toHaveLength(9 * 12);
  expect(rows[0]).toMatchObject({ measure: 'robbery', half_low: -8, nine_tenths_high: 20 });
});

it('gives every estimate with its reason where it has no number, and which of them decides', () => {
  const rows = rowsOf(estimatesOpenTable(result, '2026-03-10'));
  expect(rows).toHaveLength(10 * 6);
  expect(rows.filter(({ decides }) => decides)).toHaveLength(9);
  expect(rows.filter(({ refused, percent }) => refused !== null && percent === null)).toHaveLength(6);
});

it('takes the paragraph, that it is retrospective and the fingerprint along with the figures', () => {
  for (const { notes } of [monthsOpenTable(result, '2026-03-10'), estimatesOpenTable(result, '2026-03-10')]) {
    expect(notes[0]).toBe(result.paragraph);
    expect(notes.join(' ')).toContain('it cannot be signed');
    expect(notes.join(' ')).toContain(result.charter.hash);
  }
});
