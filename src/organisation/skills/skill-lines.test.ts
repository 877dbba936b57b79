import { expect, test } from 'vitest';
import { coverageLines, trainedLines } from './skill-lines.ts';

const counts = { required: 4, held: 1, expiring: 1, expired: 1, never: 1 };
const coverage = {
  course: { reference: 'VAWG', title: 'Stalking', validMonths: 24, externalTrainer: 'Camden Council VAWG Team' },
  everybody: counts,
  byTeam: [{ team: 'Response', ...counts }],
  byWard: [],
  byRank: [],
  heldByOthers: 0,
};
const skill = {
  ...coverage,
  course: { ...coverage.course, title: 'Sign Language', externalTrainer: null },
  byTeam: [],
};
const nobody = { required: 0, held: 0, expiring: 0, expired: 0, never: 0 };

test('which courses are behind, each and its teams, and who teaches it from outside', () => {
  const lines = coverageLines('Central North', '2026-03-01', [coverage, { ...skill, everybody: nobody }]);
  expect(lines[0]).toBe(
    'Central North as at 1 March 2026: 2 courses, 1 required of somebody; 1 not held by all of whom they are required.',
  );
  const tables = lines.flatMap((part) => (typeof part === 'string' ? [] : [part.rows]));
  expect(tables).toEqual([
    [
      ['Stalking', '4', '1', '1', '1', '1', '50%'],
      ['Sign Language', '0', '0', '0', '0', '0', '–'],
    ],
    [['Response', '4', '1', '1', '1', '1', '50%']],
  ]);
  expect(lines).toContain('Stalking is taught by Camden Council VAWG Team.');
});

test('who is trained, by number', () => {
  const officer = { reference: 'D1', name: 'Ann', rank: null, teams: ['Response', 'Youth'], wards: [] };
  const [head, table] = trainedLines('Stalking', '2026-03-01', [officer]);
  expect(head).toBe('As at 1 March 2026, 1 person holds Stalking.');
  expect(table).toMatchObject({ rows: [['D1', 'Ann', 'not recorded', 'Response and Youth']] });
});
