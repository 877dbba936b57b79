import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeDays, coveredAround, dayBefore, isOn, runAround, runsWithin } from './day-runs.ts';

/** The days of four months, the ground on which every run is also found by asking day by day. */
const DAYS = Array.from({ length: 120 }, (_, index) =>
  new Date(Date.UTC(2023, 10, 15) + index * 86_400_000).toISOString().slice(0, 10),
);
const day = fc.integer({ min: 0, max: DAYS.length - 1 });
const span = fc.tuple(day, fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })).map(([from, length]) => ({
  from: DAYS[from] ?? '',
  until: length === null ? null : (DAYS[from + length] ?? null),
}));
const spans = fc.array(span, { maxLength: 12 });
const date = day.map((index) => DAYS[index] ?? '');

/** What a rule asks: whether at least so many rows are on a day. */
const atLeast = (rows: { from: string; until: string | null }[], least: number) => (on: string) =>
  rows.filter((row) => isOn(row, on)).length >= least;

test('a run is what asking day by day finds', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 3 }), date, (rows, least, asAt) => {
      const holds = atLeast(rows, least);
      const run = runAround(changeDays(rows), asAt, holds);
      expect(run === null).toBe(!holds(asAt));
      if (run === null) return;
      const inside = DAYS.filter((each) => isOn(run, each));
      expect(inside).toContain(asAt);
      // Before the first change nothing is known, so a run never begins there unless it was asked about.
      const first = [changeDays(rows)[0] ?? asAt, asAt].sort()[0] ?? asAt;
      expect(inside.every(holds)).toBe(true);
      const before = inside[0] === undefined ? '' : dayBefore(inside[0]);
      expect(before < first || !holds(before)).toBe(true);
      expect(run.until === null || !holds(run.until)).toBe(true);
    }),
    { seed: 20260301, numRuns: 500 },
  );
});

test('runs follow each other without gap or overlap, differ from their neighbours, and hold the run around a date', () => {
  fc.assert(
    fc.property(spans, span, date, (rows, within, asAt) => {
      const holds = atLeast(rows, 2);
      const runs = runsWithin(within, changeDays(rows), holds);
      expect(runs[0]?.from).toBe(within.from);
      expect(runs.at(-1)?.until).toBe(within.until);
      for (const [index, run] of runs.entries()) {
        if (index > 0) expect(runs[index - 1]).toMatchObject({ until: run.from, answer: !run.answer });
        for (const each of DAYS.filter((one) => isOn(run, one))) expect(holds(each)).toBe(run.answer);
      }
      const around = runAround(changeDays([...rows, within]), asAt, (on) => isOn(within, on) && holds(on));
      const same = runs.find((run) => run.answer && isOn(run, asAt));
      expect(around).toEqual(same === undefined ? null : { from: same.from, until: same.until });
    }),
    { seed: 20260302, numRuns: 500 },
  );
});

test('what rows cover between them is the run on which one of them is on', () => {
  fc.assert(
    fc.property(spans, date, (rows, asAt) => {
      expect(coveredAround(rows, asAt)).toEqual(runAround(changeDays(rows), asAt, atLeast(rows, 1)));
    }),
    { seed: 20260303, numRuns: 500 },
  );
});
