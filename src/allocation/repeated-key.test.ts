import { expect, test } from 'vitest';
import { repeatedKey } from './repeated-key.ts';

test.each([
  ['{"floors":{"Camden":90,"Camden":10}}', { key: 'Camden', within: 'floors' }],
  ['{"a":1, "b":[{"c":2}], "a" : 3}', { key: 'a', within: null }],
  ['{"a":[{"c":1},{"c":2,"c":3}]}', { key: 'c', within: 'a' }],
  ['{"a":1,"\\u0061":2}', { key: 'a', within: null }],
  ['{"say \\"a\\"":1,"say \\"a\\"":2}', { key: 'say "a"', within: null }],
])('%s names one twice', (json, found) => {
  expect(repeatedKey(json)).toEqual(found);
});

test.each([
  '{"a":{"b":1},"b":{"a":1}}',
  '{"a":["b","b"],"b":"a"}',
  '[{"a":1},{"a":1}]',
  '{"a":"{\\"a\\":1,\\"a\\":2}","b\\\\":"b"}',
  '"a"',
])('%s does not', (json) => {
  expect(repeatedKey(json)).toBeNull();
});

test('however deep it is', () => {
  const depth = 200_000;
  expect(repeatedKey(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toBeNull();
});
