import { expect, test } from 'vitest';
import { judgeEach, type State, sinceFirst } from './judge-each.ts';

/** Unknown in January, broken in February and March, kept from April. */
const state = (date: string): State => (date < '2026-02-01' ? 'unknown' : date < '2026-04-01' ? 'broken' : 'kept');
const subject = {
  where: 'Bunhill',
  on: state,
  rows: () => ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((from) => ({ from, until: null })),
  say: (found: string) => `It is ${found}.`,
};

test('what is not kept is a finding with the days of its state, the last one included', () => {
  expect(judgeEach('made-up', '2026-02-20', [subject])).toEqual({
    broken: [{ rule: 'made-up', where: 'Bunhill', from: '2026-02-01', to: '2026-03-31', sentence: 'It is broken.' }],
    unknown: [],
  });
  expect(judgeEach('made-up', '2026-01-20', [subject])).toMatchObject({
    broken: [],
    unknown: [{ from: '2026-01-01', to: '2026-01-31', sentence: 'It is unknown.' }],
  });
});

test('of what is kept no rows are asked for', () => {
  const rows = () => {
    throw new Error('Rows were asked for.');
  };
  expect(judgeEach('made-up', '2026-04-01', [{ ...subject, rows }])).toEqual({ broken: [], unknown: [] });
  expect(() => judgeEach('made-up', '2026-03-31', [{ ...subject, rows }])).toThrow('Rows were asked for.');
});

test('rows are recorded since the first of them began', () => {
  const during = (from: string) => ({ during: { from, until: null } });
  expect(sinceFirst([during('2026-03-01'), during('2024-01-01')])).toEqual({ from: '2024-01-01', until: null });
  expect(sinceFirst([])).toBeNull();
});
