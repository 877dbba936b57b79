import { expect, test } from 'vitest';
import { WrongUsage } from '../demand/index.ts';
import { parsePlanOptions } from './parse-plan-options.ts';

const parse = (typed: Parameters<typeof parsePlanOptions>[0]) => parsePlanOptions(typed, {}, '2026-03-01');

test('what is not typed is left to the rules of the day', () => {
  expect(parse({ dwo: '118', pcso: '0' })).toEqual({
    unit: null,
    asAt: '2026-03-01',
    dwo: 118,
    pcso: 0,
    floors: { dwo: undefined, pcso: undefined },
    ceilings: { dwo: undefined, pcso: undefined },
    weights: undefined,
    window: undefined,
  });
});

test('what is typed is read', () => {
  const typed = {
    dwo: '1',
    pcso: '2',
    dwoFloor: '3',
    pcsoFloor: '0',
    dwoCeiling: 'none',
    pcsoCeiling: '4',
    asAt: '2018-07-01',
    window: '2017-07..2018-06',
    unit: 'X',
  };
  expect(parse(typed)).toMatchObject({
    unit: 'X',
    asAt: '2018-07-01',
    floors: { dwo: 3, pcso: 0 },
    ceilings: { dwo: null, pcso: 4 },
    window: { from: '2017-07', to: '2018-06', months: 12 },
  });
});

test.each([
  [{ pcso: '1' }, 'Say how many with --dwo: a whole number, such as --dwo 118.'],
  [{ dwo: '1' }, 'Say how many with --pcso'],
  [{ dwo: '1.5', pcso: '1' }, '--dwo is "1.5": make it a whole number from 0 to 100,000.'],
  [{ dwo: '-1', pcso: '1' }, '--dwo is "-1"'],
  [{ dwo: 'many', pcso: '1' }, '--dwo is "many"'],
  [{ dwo: '100001', pcso: '1' }, '--dwo is "100001"'],
  [{ dwo: '1', pcso: '' }, '--pcso is ""'],
  [
    { dwo: '1', pcso: '1', dwoCeiling: 'all' },
    '--dwo-ceiling is "all": make it a whole number from 0 to 100,000, or "none".',
  ],
  [{ dwo: '1', pcso: '1', dwoFloor: 'none' }, '--dwo-floor is "none"'],
  [{ dwo: '1', pcso: '1', asAt: 'today' }, '"today" is not a date: write it as 2026-03-01.'],
  [{ dwo: '1', pcso: '1', window: '2026-01..2026-03' }, 'must end by 1 March 2026'],
])('%j is wrong usage', (typed, sentence) => {
  expect(() => parse(typed)).toThrow(WrongUsage);
  expect(() => parse(typed)).toThrow(sentence);
});

test('sergeants may be parts of posts, and the solver gets whole seconds', () => {
  const numbers = { dwo: '118', pcso: '48' };
  expect(parse({ ...numbers, sergeants: '16.5', sergeantsElsewhere: '0.5', timeLimit: '5' })).toMatchObject({
    sergeants: { all: 16.5, elsewhere: 0.5 },
    timeLimitSeconds: 5,
  });
  expect(parse({ ...numbers, sergeants: '27' }).sergeants).toEqual({ all: 27, elsewhere: null });
  expect(parse(numbers)).toMatchObject({ sergeants: undefined, timeLimitSeconds: undefined });
  expect(() => parse({ ...numbers, sergeants: 'some' })).toThrow(
    '--sergeants is "some": make it a number of posts, such as 16.5.',
  );
  expect(() => parse({ ...numbers, sergeantsElsewhere: '1' })).toThrow('Say how many sergeants there are in all');
  expect(() => parse({ ...numbers, timeLimit: '0' })).toThrow('make it whole seconds from 1 to 3,600');
});
