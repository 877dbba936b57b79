import type { SourceKind } from '../model.ts';
import { readTable } from '../read-table.ts';
import type { TextSource } from '../text-source.ts';
import { type ProfileReading, readProfile } from './read-profile.ts';

/** What one publication of profiles differs in from another; its kind is its publisher too. */
export interface ProfilePublication
  extends Omit<ProfileReading, 'publisher' | 'others' | 'now'>,
    Pick<TextSource, 'title' | 'reads'> {
  kind: SourceKind;
  /** Columns that name the area of a row: a file is of this kind when it has them all. */
  names: readonly string[];
  /** Whether a file that has them is of this kind after all; where it is not given, it is. */
  isKnownBy?: (columns: readonly string[]) => boolean;
}

/** A publication of the Greater London Authority with many figures for each area, in Windows-1252 or UTF-8. */
export function profileSource({ kind, title, reads, names, isKnownBy, ...reading }: ProfilePublication): TextSource {
  return {
    kind,
    title,
    reads,
    mayBeWindows1252: true,
    knows: (head) =>
      head.kind === 'csv' &&
      names.every((name) => head.columns.includes(name)) &&
      (isKnownBy === undefined || isKnownBy(head.columns)),
    read(text, { now }) {
      const table = readTable(text);
      if (table.kind === 'refused') return table;
      return readProfile(table, { ...reading, publisher: kind, others: new Set(names), now });
    },
  };
}
