import { expect, it } from 'vitest';
import type { Finding } from './model.ts';
import { findingFor, usedFinding } from './used-findings.ts';

const stub: Finding = {
  ...{ month: '2024-02', state: 'stub', areaCodes: null, categories: null },
  ...{ total: 40, expected: 74_379, empty: null },
};
const forOne = [{ by: 'history.csv', areaCodes: ['A'], months: ['2024-02' as const] }];

it('is not used only where every area it is about takes the month from another file', () => {
  expect(usedFinding(stub, forOne, ['A', 'B'])).toMatchObject({
    unusedBy: null,
    givenUp: [{ by: 'history.csv', areaCodes: ['A'] }],
  });
  expect(usedFinding(stub, forOne, ['A']).unusedBy).toBe('history.csv');
  expect(usedFinding({ ...stub, areaCodes: ['B'] }, forOne, ['A', 'B'])).toMatchObject({ unusedBy: null, givenUp: [] });
  expect(usedFinding({ ...stub, month: '2024-03' }, forOne, ['A']).unusedBy).toBeNull();
});

it('keeps its reason for an area that uses it, and loses it for one that does not', () => {
  const finding = usedFinding(stub, forOne, ['A', 'B']);
  expect(findingFor(finding, 'A').unusedBy).toBe('history.csv');
  expect(findingFor(finding, 'B')).toMatchObject({ unusedBy: null, givenUp: [] });
});
