import type { Change } from './model.ts';

/**
 * Every leaf value that differs between two snapshots, in the order of the first and then of the second. Elements of a
 * list are matched by the first of the given fields that all elements of both have, each its own; else by their place.
 * @param before   what readers see now; undefined where nothing is published
 * @param after    what they would see; undefined where it would be taken away
 * @param identify names of fields by which list elements are told apart, such as ["code", "name"]
 * @returns no changes exactly when the two are the same JSON
 * @example
 * compareSnapshots({ wards: [{ code: 'E1', dwo: 3 }] }, { wards: [{ code: 'E1', dwo: 4 }] }, ['code'])
 * // [{ path: ['wards', 'E1', 'dwo'], kind: 'changed', before: 3, after: 4 }]
 */
export function compareSnapshots(before: unknown, after: unknown, identify: readonly string[] = []): Change[] {
  return differences([], before, after, identify);
}

function differences(path: readonly string[], before: unknown, after: unknown, identify: readonly string[]): Change[] {
  const [left, right] = branches(before, after, identify);
  if (left === null || right === null) return leafChange(path, before, after, identify);
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => differences([...path, name], left.get(name), right.get(name), identify));
}

/** One is a leaf, missing, or of another kind than the other. */
function leafChange(path: readonly string[], before: unknown, after: unknown, identify: readonly string[]): Change[] {
  if (Object.is(before, after)) return [];
  if (before === undefined) return leaves(path, after, identify).map((leaf) => ({ ...leaf, kind: 'added' as const }));
  if (after === undefined)
    return leaves(path, before, identify).map(({ path: at, after: value }) => ({
      path: at,
      kind: 'removed',
      before: value,
    }));
  return [{ path, kind: 'changed', before, after }];
}

function leaves(path: readonly string[], value: unknown, identify: readonly string[]): Omit<Change, 'kind'>[] {
  const [inside] = branches(value, value, identify);
  if (inside === null || inside.size === 0) return [{ path, after: value }];
  return [...inside].flatMap(([name, each]) => leaves([...path, name], each, identify));
}

type Branches = Map<string, unknown> | null;

/** The parts of two values by name; null for a leaf, and for both where they are not of one kind. */
function branches(before: unknown, after: unknown, identify: readonly string[]): [Branches, Branches] {
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length === 0 || after.length === 0) return unlessBothEmpty(before, after, new Map());
    const field = identify.find((name) => tellsApart(before, name) && tellsApart(after, name));
    const named = (list: unknown[]) =>
      new Map(list.map((each, place) => [field === undefined ? String(place) : String(fieldOf(each, field)), each]));
    return [named(before), named(after)];
  }
  if (!isObject(before) || !isObject(after)) return [null, null];
  const both = [new Map(Object.entries(before)), new Map(Object.entries(after))] as const;
  return both[0].size === 0 || both[1].size === 0 ? unlessBothEmpty(before, after, both[0]) : [...both];
}

/** An empty list or object has no leaves to differ in: set against a full one it is a leaf itself. */
function unlessBothEmpty(before: object, after: object, empty: Map<string, unknown>): [Branches, Branches] {
  const bothEmpty = Object.keys(before).length === 0 && Object.keys(after).length === 0;
  return bothEmpty ? [empty, empty] : [null, null];
}

function tellsApart(list: readonly unknown[], field: string): boolean {
  const values = list.map((each) => fieldOf(each, field));
  return (
    values.every((value) => typeof value === 'string' || typeof value === 'number') &&
    new Set(values.map(String)).size === list.length
  );
}

const fieldOf = (value: unknown, field: string): unknown => (isObject(value) ? value[field] : undefined);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
