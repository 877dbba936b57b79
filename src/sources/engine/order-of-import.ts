import type { Recognised } from '../recognition/recognised.ts';

/** Boundaries come first, so that street files of the same command are placed in them; otherwise as given. */
export function inOrderOfImport<T extends { recognised: { kind: Recognised['kind'] } }>(files: readonly T[]): T[] {
  const isBoundary = (file: T): boolean => file.recognised.kind === 'geojson';
  return [...files.filter(isBoundary), ...files.filter((file) => !isBoundary(file))];
}
