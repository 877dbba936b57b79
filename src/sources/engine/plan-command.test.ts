import { expect, it } from 'vitest';
import type { BoundaryVersion } from '../../geography/index.ts';
import { planCommand } from './plan-command.ts';

const hash = (hashes: string[]) => `hash of ${hashes.join(' ')}`;
const thrown = (_file: unknown, refusal: Error): never => {
  throw refusal;
};
const [a, b] = [
  { sha256: 'a', name: 'a.csv' },
  { sha256: 'b', name: 'b.csv' },
];
const held = (
  sha256: string,
  vintage: string,
  { kind = 'street', sets = ['wards-2022'] as BoundaryVersion[], id = '7' } = {},
) => ({ id, sha256, vintage, kind, boundaryVersions: sets });
const asking = (vintage?: string, wardSets: BoundaryVersion[] = ['wards-2022']) => ({ vintage, wardSets });

it('names a vintage by its content, whatever the order of the files', () => {
  expect(planCommand([], [b, a], asking(), hash, thrown)).toEqual({ vintage: 'hash of a b', fresh: [b, a] });
});

it('names it as asked', () => {
  expect(planCommand([], [a], asking('March'), hash, thrown).vintage).toBe('March');
});

it('does nothing when one vintage holds every file, unless another is asked for', () => {
  expect(planCommand([held('a', 'March')], [a, a], asking(), hash, thrown)).toEqual({ vintage: 'March', fresh: [] });
  expect(planCommand([held('a', 'March')], [a, a], asking('March'), hash, thrown)).toEqual({
    vintage: 'March',
    fresh: [],
  });
  expect(planCommand([held('a', 'March')], [a, a], asking('April'), hash, thrown)).toEqual({
    vintage: 'April',
    fresh: [a],
  });
});

it('makes one vintage of files that are held in two', () => {
  const live = [held('b', 'recent'), held('a', 'historical')];
  expect(planCommand(live, [a, b], asking('April'), hash, thrown)).toEqual({ vintage: 'April', fresh: [a, b] });
  expect(planCommand(live, [a, b], asking(), hash, thrown)).toEqual({ vintage: 'hash of a b', fresh: [a, b] });
  const made = [held('a', 'April'), held('b', 'April'), ...live];
  expect(planCommand(made, [b, a], asking('April'), hash, thrown)).toEqual({ vintage: 'April', fresh: [] });
  expect(planCommand(made, [b, a], asking(), hash, thrown)).toEqual({ vintage: 'April', fresh: [] });
});

it('refuses a held street file that lacks a ward set, and says what to do', () => {
  const both = asking(undefined, ['wards-2014', 'wards-2022']);
  expect(() => planCommand([held('a', 'March')], [a], both, hash, thrown)).toThrow(
    '"a.csv" is held in "March" and was placed in wards-2022, not in wards-2014: take import 7 back, then import it again.',
  );
  expect(() => planCommand([held('a', 'March')], [a, b], { ...both, vintage: 'March' }, hash, thrown)).toThrow(
    'take import 7',
  );
  expect(planCommand([held('a', 'March')], [a], asking(undefined, []), hash, thrown).fresh).toEqual([]);
  expect(planCommand([held('a', 'March', { kind: 'mps-ward' })], [a], both, hash, thrown).fresh).toEqual([]);
  const placed = held('a', 'before', { sets: ['wards-2014', 'wards-2022'] });
  expect(planCommand([held('a', 'March'), placed], [a], both, hash, thrown)).toEqual({ vintage: 'before', fresh: [] });
});

it('tells of each such file where the command goes on without', () => {
  const told: string[] = [];
  const both = asking('March', ['wards-2014', 'wards-2022']);
  planCommand([held('a', 'March'), held('b', 'March')], [a, b], both, hash, ({ name }) => told.push(name));
  expect(told).toEqual(['a.csv', 'b.csv']);
});

it('reads all files for a new vintage when one of them is new', () => {
  expect(planCommand([held('a', 'March')], [a, b], asking(), hash, thrown).fresh).toEqual([a, b]);
});

it('adds to a vintage only what it has not', () => {
  expect(planCommand([held('a', 'March')], [a, b], asking('March'), hash, thrown)).toEqual({
    vintage: 'March',
    fresh: [b],
  });
});

it('reads a file given twice once', () => {
  expect(planCommand([], [a, a], asking(), hash, thrown)).toEqual({ vintage: 'hash of a', fresh: [a] });
});

it('does not mix real figures into made-up ones', () => {
  const demo = held('x', 'Demo', { kind: 'synthetic' });
  expect(() => planCommand([demo], [a], asking('Demo'), hash, thrown)).toThrow('made-up figures');
});
