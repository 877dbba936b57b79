import type { EditKind } from '../lib/editing/compare-edits.ts';
import { andList } from './and-list.ts';

/** A field as its kind and its name in a sentence. */
interface ComparedName {
  kind: EditKind;
  /** "Action taken" */
  label: string;
}

/**
 * What happened while somebody edited a record, and what to do now, in two sentences.
 * @param savedBy who saved it first, "Ana Cole"
 */
export function sayEdits(fields: readonly ComparedName[], savedBy: string): string {
  const both = fields.filter(({ kind }) => kind === 'conflict').map(({ label }) => `“${label}”`);
  const happened = `${savedBy} saved this record while you were editing it, and nothing of yours is saved yet.`;
  if (both.length > 0) return `${happened} You both changed ${andList(both)}: choose which to keep, and save again.`;
  if (fields.some(({ kind }) => kind === 'only-yours'))
    return `${happened} None of your changes is in the way of theirs: check both, and save again.`;
  return `${happened} There is nothing left of yours to save: everything you changed is stored already.`;
}

/** What becomes of a field that needs no choice. */
export function sayKept(kind: Exclude<EditKind, 'conflict'>): string {
  const words = {
    unchanged: 'Nobody changed it.',
    'only-yours': 'Yours: nobody else changed it.',
    'only-theirs': 'Theirs: you left it as it was.',
    same: 'The same: you both entered it.',
  };
  return words[kind];
}
