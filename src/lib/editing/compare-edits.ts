import { InvalidArgument } from '../invalid-argument.ts';

/**
 * What became of one field while somebody edited a record that somebody else saved first: neither changed it, only you
 * did, only they did, both made the same of it, or each made something different of it.
 */
export type EditKind = 'unchanged' | 'only-yours' | 'only-theirs' | 'same' | 'conflict';

/** One field three times over. */
export interface FieldEdit<Field extends string = string> {
  field: Field;
  kind: EditKind;
  /** As it was when the form was opened. */
  seen: unknown;
  /** As it is now. */
  stored: unknown;
  /** As it was typed. */
  yours: unknown;
}

/**
 * Compares, field by field, what an editor saw, what is stored now and what they entered. Nothing is decided: a field
 * that both changed differently is a conflict, and whoever edits chooses.
 * @param seen   the record as the form showed it, with every field of `yours`
 * @param stored the record as it is now, with every field of `yours`
 * @param yours  the fields of the form as they were typed; only these are compared, in this order
 * @throws InvalidArgument when `seen` or `stored` lacks a field of `yours`
 * @example
 * compareEdits({
 *   seen: { title: 'Bins', owner: 'Ana' },
 *   stored: { title: 'Bin fires', owner: 'Ana' },
 *   yours: { title: 'Bins on fire', owner: 'Ben' },
 * }).map(({ field, kind }) => `${field}: ${kind}`); // ['title: conflict', 'owner: only-yours']
 */
export function compareEdits<Field extends string>(given: {
  seen: Readonly<Record<string, unknown>>;
  stored: Readonly<Record<string, unknown>>;
  yours: Readonly<Record<Field, unknown>>;
}): FieldEdit<Field>[] {
  return (Object.keys(given.yours) as Field[]).map((field) => {
    if (!(field in given.seen && field in given.stored)) throw new InvalidArgument(`Nothing to compare ${field} with.`);
    const [seen, stored, yours] = [given.seen[field], given.stored[field], given.yours[field]];
    return { field, kind: kindOf(seen, stored, yours), seen, stored, yours };
  });
}

function kindOf(seen: unknown, stored: unknown, yours: unknown): EditKind {
  if (isSameValue(stored, yours)) return isSameValue(seen, yours) ? 'unchanged' : 'same';
  if (isSameValue(seen, yours)) return 'only-theirs';
  return isSameValue(seen, stored) ? 'only-yours' : 'conflict';
}

/**
 * Whether two values of a field are the same: dates by their instant, lists and objects by what is in them, texts
 * whatever their line ends, since a browser sends every line of a text area with its own.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) => {
    if (typeof inner === 'string') return inner.replaceAll('\r\n', '\n');
    if (typeof inner === 'bigint') return `${inner}n`;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
