import { expect, it } from 'vitest';
import { seatProblem } from './seat-problem.ts';

const post = { reference: 'ISL-1', fullTimeEquivalents: 1 };
const held = (name: string, fraction: number, from: string, until: string | null) => ({
  officer: { id: 1, reference: '77', name },
  fraction,
  during: { from, until },
});
const wanted = (fraction: number, from = '2026-03-01', until: string | null = null) => ({
  fraction,
  during: { from, until },
});

it('has room up to its whole, in decimals', () => {
  const tenths = Array.from({ length: 9 }, () => held('Ana Cole', 0.1, '2026-01-01', null));
  expect(seatProblem(post, tenths, wanted(0.1))).toBeNull();
  expect(seatProblem(post, tenths, wanted(0.101))).toContain('leaves 0.1');
  expect(seatProblem(post, [], wanted(1))).toBeNull();
});

it('says who is in it and until when', () => {
  expect(seatProblem(post, [held('Ana Cole', 1, '2026-01-01', '2026-05-01')], wanted(1))).toBe(
    'The post ISL-1 is held on 1 March 2026 by Ana Cole (77) until 30 April 2026: end that posting first, or choose another post or other days.',
  );
});

it('finds who comes later, and lets who has left be', () => {
  const rows = [held('Gone', 1, '2020-01-01', '2026-03-01'), held('Next', 0.5, '2026-06-01', null)];
  expect(seatProblem(post, rows, wanted(0.5))).toBeNull();
  expect(seatProblem(post, rows, wanted(0.6))).toContain('held on 1 June 2026 by Next (77) for good');
  expect(seatProblem(post, rows, wanted(0.6, '2026-03-01', '2026-06-01'))).toBeNull();
});

it('gives no half post a whole officer', () => {
  expect(seatProblem({ ...post, fullTimeEquivalents: 0.5 }, [], wanted(1))).toContain('for 0.5 at most');
});
