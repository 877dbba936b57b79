import { expect, test } from 'vitest';
import type { ChangedWard } from '../changes/model.ts';
import { changesText } from './changes-as-text.ts';

test('a plan that was withdrawn since is told to be', () => {
  const said = (before: boolean, after: boolean) =>
    changesText(
      { name: 'plan 1', withdrawn: before },
      { name: 'plan 2', withdrawn: after },
      { kind: 'other wards', sentences: [] },
    ).head[0];
  expect(said(false, false)).toBe('From plan 1 to plan 2:');
  expect(said(true, false)).toBe('From plan 1, withdrawn since, to plan 2:');
  expect(said(false, true)).toBe('From plan 1 to plan 2, withdrawn since:');
});

test('those that gain stand before those that lose, each with its sign and cause in one row', () => {
  const ward = (name: string, dwo: [number, number], rest: Partial<ChangedWard> = {}): ChangedWard => ({
    ...{ code: name, name, borough: 'Camden', because: [['weights']], sentence: `${name} differs.` },
    ...{ before: { dwo: dwo[0], pcso: 1 }, after: { dwo: dwo[1], pcso: 1 } },
    ...rest,
  });
  const { groups, notes } = changesText(
    { name: 'plan 1', withdrawn: false },
    { name: 'plan 2', withdrawn: false },
    {
      ...{ kind: 'compared', sentences: ['Two change.'], differs: ['weights'], unchanged: 0, inseparable: [] },
      wards: [
        ward('Bunhill', [4, 3]),
        ward('Belsize', [2, 4], { because: [['data', 'weights']] }),
        ward('Canonbury', [2, 3], { because: [['data'], ['weights']] }),
        ward('Hampstead', [2, 3], { because: [] }),
        ward('Hillrise', [3, 2], { after: { dwo: 2, pcso: 2 } }),
      ],
      remarks: ['A remark.'],
    },
  );
  expect(groups).toEqual([
    {
      heading: 'Gain',
      rows: [
        ['Belsize', '2 + 1', '4 + 1', '+2', 'figures and weights'],
        ['Canonbury', '2 + 1', '3 + 1', '+1', 'figures or weights, either alone'],
        ['Hampstead', '2 + 1', '3 + 1', '+1', 'see below'],
      ],
    },
    { heading: 'Lose', rows: [['Bunhill', '4 + 1', '3 + 1', '−1', 'weights']] },
    { heading: 'Exchange one for the other', rows: [['Hillrise', '3 + 1', '2 + 2', '−1, +1 PCSO', 'weights']] },
  ]);
  expect(notes).toEqual(['Hampstead differs.', 'A remark.']);
});
