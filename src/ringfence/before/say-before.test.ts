import { expect, it } from 'vitest';
import { addMonths } from '../../lib/calendar/month.ts';
import type { MonthBefore } from './model.ts';
import { byTypeBefore, sayBefore } from './say-before.ts';

const month = (at: number, training: number, aid: number): MonthBefore => ({
  month: addMonths('2023-03', at),
  minutes: 1000,
  notAbstracted: 1000 - training - aid,
  away: [
    { type: 'Aid', minutes: aid },
    { type: 'Training', minutes: training },
  ],
  doubtful: false,
  vintages: ['made up'],
  boroughs: ['Camden'],
  lacking: [],
});

it('tells of the last twelve months that there are, and of what took most', () => {
  // The first of thirteen months is not of the year.
  const months = [month(0, 0, 1000), ...Array.from({ length: 12 }, (_, at) => month(at + 1, 150, 50))];
  expect(sayBefore('Camden', months)).toBe(
    'In Camden, April 2023 to March 2024, 80% of dedicated ward officers’ recorded time was not spent elsewhere. 75% of the rest was for what the force calls “Training”.',
  );
  expect(byTypeBefore(months)).toEqual([
    { type: 'Training', minutes: 1800 },
    { type: 'Aid', minutes: 1600 },
  ]);
});

it('says nothing of what is not there', () => {
  expect(sayBefore('Camden', [])).toBeNull();
  expect(sayBefore('Camden', [{ ...month(0, 0, 0), away: [] }])).toBe(
    'In Camden, March 2023, 100% of dedicated ward officers’ recorded time was not spent elsewhere.',
  );
});
