import { expect, it } from 'vitest';
import { saySource } from './say-source.ts';

const from = (files: string[], synthetic = false) =>
  saySource('Metropolitan Police Service', { vintage: '2026-03', files, synthetic });

it('names publisher, vintage and files', () => {
  expect(from(['a.csv'])).toBe('Source: Metropolitan Police Service, vintage 2026-03, a.csv.');
  expect(from(['a.csv', 'b.csv'])).toBe('Source: Metropolitan Police Service, vintage 2026-03, a.csv and 1 more file.');
  expect(from(['a.csv', 'b.csv', 'c.csv'])).toContain('a.csv and 2 more files.');
  expect(from([])).toBe('Source: Metropolitan Police Service, vintage 2026-03.');
});

it('credits nobody with made-up figures', () => {
  expect(from([], true)).toBe('Source: made up by Wardroom’s demonstration, with a fixed seed.');
});

it('names every file where they are few enough', () => {
  const provenance = { vintage: '2026-03', files: ['a.csv', 'b.csv'], synthetic: false };
  expect(saySource('ONS', provenance, 2)).toBe('Source: ONS, vintage 2026-03, a.csv and b.csv.');
});
