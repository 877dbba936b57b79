import { expect, it } from 'vitest';
import { chooseComplete, type HeldMonth } from './choose-complete.ts';

function held(importId: string, month: HeldMonth['month'], total: number, other: Partial<HeldMonth> = {}): HeldMonth {
  return { importId, month, total, publisher: 'mps', boundaryVersion: 'wards-2022', categories: 33, ...other };
}

it('uses the larger of two files for the month both hold, and only there', () => {
  const history = [held('1', '2024-01', 74_293), held('1', '2024-02', 73_652)];
  const recent = [held('2', '2024-02', 40), held('2', '2024-03', 73_223)];
  expect(chooseComplete([...history, ...recent])).toEqual([{ month: '2024-02', held: recent[0], by: history[1] }]);
});

it('does not depend on the order of the files', () => {
  const [stub, complete] = [held('2', '2024-02', 40), held('1', '2024-02', 73_652)];
  expect(chooseComplete([stub, complete])).toEqual(chooseComplete([complete, stub]));
});

it('lets publishers and boundary versions stand beside each other', () => {
  expect(
    chooseComplete([
      held('1', '2024-02', 9, { publisher: 'metropolitan' }),
      held('1', '2024-02', 3, { publisher: 'btp' }),
      held('2', '2024-02', 5, { boundaryVersion: 'wards-2014' }),
      held('3', '2024-02', 4, { boundaryVersion: 'boroughs-2022' }),
    ]),
  ).toEqual([]);
});

it('prefers a file of several crime types to one of a single type', () => {
  const burglary = held('1', '2016-01', 6_500, { categories: 1 });
  const everyType = held('2', '2016-01', 6_100, { categories: 14 });
  expect(chooseComplete([burglary, everyType])).toEqual([{ month: '2016-01', held: burglary, by: everyType }]);
});

it('keeps the first imported of two equal files', () => {
  const [tenth, ninth] = [held('10', '2016-01', 7), held('9', '2016-01', 7)];
  expect(chooseComplete([tenth, ninth])).toEqual([{ month: '2016-01', held: tenth, by: ninth }]);
});
