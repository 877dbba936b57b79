import { expect, it } from 'vitest';
import { rankOn, rankProblem } from './rank-problem.ts';

const ana = {
  name: 'Ana Cole',
  ranks: [
    { rank: 'Constable', during: { from: '2020-01-01', until: '2026-04-01' } },
    { rank: 'Sergeant', during: { from: '2026-04-01', until: null } },
  ],
};

it('takes a posting to a post of the rank held on its first day', () => {
  expect(rankOn(ana, '2026-03-31')).toBe('Constable');
  expect(rankOn(ana, '2019-12-31')).toBeNull();
  expect(rankProblem(ana, { rank: 'Constable' }, { from: '2026-03-31', kind: 'posting' })).toBeNull();
  expect(rankProblem(ana, { rank: 'Constable' }, { from: '2026-04-01', kind: 'posting' })).toBe(
    'Ana Cole is Sergeant on 1 April 2026 and the post is for Constable: choose another post, or say that they act in it.',
  );
  expect(rankProblem(ana, { rank: 'Detective Constable' }, { from: '2026-03-01', kind: 'rotation' })).not.toBeNull();
});

it('takes who acts in a rank above their own, and in no other', () => {
  expect(rankProblem(ana, { rank: 'Sergeant' }, { from: '2026-03-01', kind: 'acting' })).toBeNull();
  expect(rankProblem(ana, { rank: 'Constable' }, { from: '2026-03-01', kind: 'acting' })).toContain('no rank above');
  expect(rankProblem(ana, { rank: 'Constable' }, { from: '2026-05-01', kind: 'acting' })).toContain('no rank above');
});

it('asks for a rank where none is recorded', () => {
  expect(rankProblem(ana, { rank: 'Constable' }, { from: '2019-01-01', kind: 'posting' })).toBe(
    'No rank of Ana Cole is recorded for 1 January 2019: record their rank first, or choose a later day.',
  );
});
