import { expect, it } from 'vitest';
import { PUBLICATION_KINDS } from './publication-kinds.ts';

it('names every kind that is published, with the module whose people decide', () => {
  expect(PUBLICATION_KINDS.map(({ kind, module }) => [kind, module])).toEqual([
    ['allocation.plan', 'allocation'],
    ['consultation.review', 'consultation'],
    ['performance.claim', 'performance'],
    ['evaluation.charter', 'evaluation'],
  ]);
});
