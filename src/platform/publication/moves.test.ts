import { expect, it, test } from 'vitest';
import type { PublicationState } from './model.ts';
import { type Move, refusalOfMove } from './moves.ts';

const STATES: PublicationState[] = ['draft', 'proposed', 'approved', 'published', 'withdrawn'];
const allowed = (move: Move) => STATES.filter((state) => refusalOfMove(move, state) === null);

test.each<[Move, PublicationState[]]>([
  ['change', ['draft', 'proposed']],
  ['propose', ['draft']],
  ['approve', ['proposed']],
  ['publish', ['approved']],
  ['withdraw', ['draft', 'proposed', 'approved', 'published']],
])('%s is possible from %j only', (move, states) => {
  expect(allowed(move)).toEqual(states);
});

it('says where it stands and what to do', () => {
  expect(refusalOfMove('approve', 'draft')).toBe('It is a draft that was not proposed yet, so it cannot be approved.');
  expect(refusalOfMove('change', 'published')).toBe(
    'It is published already, so it cannot be changed: make a new one instead.',
  );
});
