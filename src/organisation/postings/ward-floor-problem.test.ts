import { expect, it } from 'vitest';
import { wardFloorProblem } from './ward-floor-problem.ts';

it('names the ward, what it would have and the days', () => {
  const days = { from: '2026-03-01', until: '2026-04-01' };
  expect(wardFloorProblem('Bunhill', 'dwo', { there: 1.5, floor: 2, days })).toBe(
    'Bunhill would have 1 dedicated ward officer instead of 2 from 1 March 2026 to 31 March 2026: name somebody who covers, or choose other days.',
  );
  expect(wardFloorProblem('Bunhill', 'pcso', { there: 0, floor: 1, days })).toContain('no PCSOs instead of 1');
});
