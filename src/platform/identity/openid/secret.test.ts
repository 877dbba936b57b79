import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { secret } from './secret.ts';

const held = secret('open sesame');

test.each([
  ['in a text', `${held}`],
  ['as JSON', JSON.stringify({ held })],
  ['inspected, however deep', inspect({ a: { b: { c: { held } } } }, { depth: 9, showHidden: true })],
  ['formatted', format('%s %o %O %j', held, held, held, held)],
  ['in an error', String(new Error(`could not use ${held}`))],
  ['as keys and values', JSON.stringify(Object.entries(held))],
])('a secret is hidden %s', (_how, written) => {
  expect(written).not.toContain('sesame');
});

test('says that something is hidden, and gives it to who asks', () => {
  expect(inspect(held)).toBe('[hidden]');
  expect(JSON.stringify({ held })).toBe('{"held":"[hidden]"}');
  expect(held.reveal()).toBe('open sesame');
});
