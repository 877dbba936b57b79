import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';
import { NO_REVIEW } from './rules-in-force.ts';
import { decideInWorker } from './solver-service.ts';
import { termsOf } from './terms-of.ts';

const demand = demandOf(madeUpShares(4, 1));
const review = { ...NO_REVIEW, name: 'Spring', side: { 'borough-floors': [{ borough: 'Camden', atLeast: 6 }] } };
const terms = termsOf(demand, { dwo: 10, pcso: 4 }, { review, sergeants: null });
const task = { terms: { ...terms, pcsos: [1, 1, 1, 1] }, handedOut: [3, 3, 2, 2], kept: false };

test('the solver is ended at the hard limit, however long its own limits are', async () => {
  expect(await decideInWorker(3600, 0.001)(task)).toEqual({ kind: 'no answer in time' });
});

test('without a hard limit its own limits leave it time to load and to answer', async () => {
  expect(['decided', 'infeasible']).toContain((await decideInWorker(5)(task)).kind);
});
