import { expect, it } from 'vitest';
import { readStatementFault } from './errors.ts';

it('keeps four fields of a driver’s error, whatever else it carries', () => {
  const thrown = Object.assign(new Error('duplicate key\n    at wasm-function[12]'), {
    code: '23505',
    detail: 'Key (a)=(1) already exists.',
    constraint: 'a_pkey',
    query: 'insert …',
    params: [1],
  });
  expect(readStatementFault(thrown)).toEqual({
    message: 'duplicate key',
    code: '23505',
    detail: 'Key (a)=(1) already exists.',
    constraint: 'a_pkey',
  });
});

it('makes a sentence of what is no error', () => {
  expect(readStatementFault({ errno: 44 })).toEqual({
    message: 'no reason was given',
    code: '',
    detail: '',
    constraint: '',
  });
  expect(readStatementFault({ message: 'unreachable' }).message).toBe('unreachable');
});
