import { expect, test } from 'vitest';
import { rollOutLines, sayRollOut } from './roll-out-lines.ts';

const now = {
  kind: 'dwo' as const,
  atLeast: 2,
  asAt: '2017-01-18',
  wards: 629,
  there: 295,
  byEarlierAllocation: 295,
  toGo: [
    { code: 'A', name: 'Bunhill', boroughCode: 'E09000019', has: 1 },
    { code: 'B', name: 'Highgate', boroughCode: 'E09000007', has: null },
  ],
};

test('in the words in which it was promised', () => {
  expect(sayRollOut(now)).toBe('295 of 629 wards have their second officer');
  expect(sayRollOut({ ...now, there: 1, atLeast: 1, kind: 'pcso' })).toBe('1 of 629 wards has its first PCSO');
});

test('where it stands, by whose numbers, who is still to go, and how it came there', () => {
  const [head, earlier, toGo, unknown, , table] = rollOutLines(now, [{ ...now, asAt: '2017-01-01', there: 290 }]);
  expect(head).toBe('As at 18 January 2017, 295 of 629 wards have their second officer.');
  expect(earlier).toContain('295 of them by an allocation of before');
  expect([toGo, unknown]).toEqual(['Still to go, with what each has: Bunhill (1).', 'Not known: Highgate.']);
  expect(table).toMatchObject({ rows: [['January 2017', '290', '629']] });
});
