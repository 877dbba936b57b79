import { readFile } from 'node:fs/promises';
import type { CategorySeries } from '../../measures/index.ts';
import type { SourceKind } from '../model.ts';
import type { ReadContext, ReadText, RefusedText } from '../text-source.ts';
import { TEXT_SOURCES } from '../text-sources.ts';
import { type PackedSeries, packSeries } from './packed-series.ts';

/** What a text file comes to, ready to be handed to another thread. */
export type PackedText = Omit<ReadText, 'series'> & { series: PackedSeries };

/** Figures are found by category and area, and an index takes no more than 2,700 bytes; the longest real one has 119. */
const LONGEST_KEY = 300;

/**
 * Reads a text file of a kind, in this thread or, as the module's one export, in another.
 * @returns what it holds, or half a sentence that says why it cannot be used
 */
export async function readTextFile(
  path: string,
  kind: SourceKind,
  context: ReadContext,
): Promise<PackedText | RefusedText> {
  const source = TEXT_SOURCES.find((each) => each.kind === kind);
  if (source === undefined) throw new Error(`No text source is called ${kind}.`);
  const text = decode(await readFile(path), source.mayBeWindows1252 ?? false);
  if (text === null) return { kind: 'refused', because: 'is not in UTF-8: save it again as CSV (UTF-8)' };
  const read = source.read(text, context);
  if (read.kind === 'refused') return read;
  if (read.series.some(hasLongName)) {
    return {
      kind: 'refused',
      because: `has names of more than ${LONGEST_KEY} letters, so it is damaged: download it again`,
    };
  }
  return { ...read, series: packSeries(read.series) };
}

function hasLongName({ category, areaCode }: CategorySeries): boolean {
  return category.length > LONGEST_KEY || areaCode.length > LONGEST_KEY;
}

function decode(bytes: Uint8Array, mayBeWindows1252: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return mayBeWindows1252 ? new TextDecoder('windows-1252').decode(bytes) : null;
  }
}
