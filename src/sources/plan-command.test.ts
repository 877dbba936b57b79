import { expect, it } from 'vitest';
import { planCommand } from './plan-command.ts';

const hash = (hashes: string[]) => `hash of ${hashes.join(' ')}`;
const [a, b] = [{ sha256: 'a' }, { sha256: 'b' }];
const held = (sha256: string, vintage: string, kind = 'street') => ({ sha256, vintage, kind });

it('names a vintage by its content, whatever the order of the files', () => {
  expect(planCommand([], [b, a], undefined, hash)).toEqual({ vintage: 'hash of a b', fresh: [b, a] });
});

it('names it as asked', () => {
  expect(planCommand([], [a], 'March', hash).vintage).toBe('March');
});

it('does nothing when every file is held, whatever the name', () => {
  expect(planCommand([held('a', 'March')], [a, a], 'April', hash)).toEqual({ vintage: 'March', fresh: [] });
});

it('reads all files for a new vintage when one of them is new', () => {
  expect(planCommand([held('a', 'March')], [a, b], undefined, hash).fresh).toEqual([a, b]);
});

it('adds to a vintage only what it has not', () => {
  expect(planCommand([held('a', 'March')], [a, b], 'March', hash)).toEqual({ vintage: 'March', fresh: [b] });
});

it('reads a file given twice once', () => {
  expect(planCommand([], [a, a], undefined, hash)).toEqual({ vintage: 'hash of a', fresh: [a] });
});

it('does not mix real figures into made-up ones', () => {
  expect(() => planCommand([held('x', 'Demo', 'synthetic')], [a], 'Demo', hash)).toThrow('made-up figures');
});
