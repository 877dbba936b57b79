import { expect, it } from 'vitest';
import { sayFairShare, sayHours } from './say-fair-share.ts';

const row = (boroughCode: string, difference: number) => ({
  kind: 'vehicle',
  boroughCode,
  hours: 5,
  fairHours: 5 - difference,
  difference,
});
const nameOf = (code: string) => ({ A: 'Camden', B: 'Islington' })[code] ?? code;

it('says who had more than their share, by how much, to a tenth of an hour', () => {
  expect(sayFairShare([row('A', 12.34), row('B', -12.34)], nameOf)).toBe('Camden had 12.3 hours more than its share.');
  expect(sayFairShare([row('A', 0.04), row('B', -0.04)], nameOf)).toBe('Each borough had its share.');
  expect(sayHours(1234.56)).toBe('1,234.6');
  expect(sayHours(-3.66)).toBe('−3.7');
});
