import { compareEdits } from '../../lib/editing/compare-edits.ts';
import type { ComparedField } from '../../ui/edit-comparison.tsx';
import type { Typed } from './typed-fields.ts';

/** A field of a form that several people may edit at once. */
export interface NamedField {
  name: string;
  label: string;
}

/** Every field three times over: as it was seen, as it is stored now and as it was typed. */
export function comparedFields(
  fields: readonly NamedField[],
  { seen, stored, yours }: { seen: Typed; stored: Typed; yours: Typed },
): ComparedField[] {
  const only = (values: Typed) => Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']));
  return compareEdits({ seen: only(seen), stored: only(stored), yours: only(yours) }).map(({ field, kind }) => ({
    name: field,
    label: fields.find(({ name }) => name === field)?.label ?? field,
    kind,
    seen: seen[field] ?? '',
    stored: stored[field] ?? '',
    yours: yours[field] ?? '',
  }));
}

/** What a form began from, as it sent it along in hidden fields. */
export function seenIn(typed: Typed, fields: readonly NamedField[]): Typed {
  return Object.fromEntries(fields.map(({ name }) => [name, typed[`seen-${name}`] ?? '']));
}
