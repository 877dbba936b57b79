import { expect, test } from 'vitest';
import { type NamedTurn, writeReason } from './write-reason.ts';

// Figures of the design's mock-up: 6.19% of demand over √(6 × 7) is 95.5 per ten thousand.
const turn = (rest: Partial<NamedTurn> = {}): NamedTurn => ({
  rank: 37,
  turns: 44,
  post: 'dwo',
  ward: 'Bloomsbury',
  demandShare: 0.0619,
  officers: 7,
  priority: 0.00955,
  runnerUp: { ward: 'Canonbury', priority: 0.00914, tied: false },
  someFull: false,
  ...rest,
});

test('one sentence: which turn, why, and who came next', () => {
  expect(writeReason(turn())).toBe(
    'Bloomsbury got the 37th of 44 extra officers: with 6.2% of demand, and counted between 6 officers and 7, it had more demand for each officer than any other ward (priority 95.5); Canonbury came next (91.4).',
  );
});

test('close calls are told with as many decimals as tell them apart', () => {
  const close = turn({ priority: 0.008772, runnerUp: { ward: 'Kilburn', priority: 0.0087718, tied: false } });
  expect(writeReason(close)).toContain('(priority 87.720); Kilburn came next (87.718).');
});

test('a ward at its ceiling may have more demand for each officer: then the sentence leaves it out', () => {
  expect(writeReason(turn({ someFull: true }))).toContain(
    'it had more demand for each officer than any other ward below its ceiling (priority 95.5)',
  );
});

test('a tie says that ward code decided', () => {
  expect(writeReason(turn({ runnerUp: { ward: 'Canonbury', priority: 0.00955, tied: true } }))).toContain(
    'it had as much demand for each officer as Canonbury (priority 95.5) and comes first by ward code.',
  );
});

test('a PCSO is called one', () => {
  expect(writeReason(turn({ post: 'pcso', officers: 2, turns: 1, rank: 1 }))).toBe(
    'Bloomsbury got the 1st of 1 extra PCSO: with 6.2% of demand, and counted between 1 PCSO and 2, it had more demand for each PCSO than any other ward (priority 95.5); Canonbury came next (91.4).',
  );
});

test('the only ward below its ceiling had no rival', () => {
  expect(writeReason(turn({ runnerUp: null }))).toBe(
    'Bloomsbury got the 37th of 44 extra officers: with 6.2% of demand it was the only ward below its ceiling.',
  );
});

test('a first officer above a floor of none has no priority to show', () => {
  const first = turn({
    post: 'pcso',
    officers: 1,
    priority: Number.POSITIVE_INFINITY,
    runnerUp: { ward: 'Canonbury', priority: Number.POSITIVE_INFINITY, tied: false },
  });
  expect(writeReason(first)).toBe(
    'Bloomsbury got the 37th of 44 extra PCSOs: with 6.2% of demand it had no PCSO, and none gets a second before every ward with demand has one; Canonbury came next.',
  );
});

test('a ward without demand gets one only when no other can', () => {
  const none = turn({ demandShare: 0, priority: 0, runnerUp: { ward: 'Canonbury', priority: 0, tied: true } });
  expect(writeReason(none)).toContain(
    'no ward with demand could have more, and it comes before Canonbury by ward code.',
  );
});
