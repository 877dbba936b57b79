import type { LakeFile } from '../../area-count/model.ts';
import { isRailwayPolice } from '../../street/covered-wards.ts';

/**
 * The file from which each month of each force is counted: that of the vintage imported last, and of several in it the one
 * with most searches. The railway police are left out: who travels is not who lives there.
 */
export function chooseFiles(files: readonly LakeFile[]): LakeFile[] {
  const lastOfVintage = new Map<string, number>();
  for (const { vintage, importId } of files) {
    lastOfVintage.set(vintage, Math.max(importId, lastOfVintage.get(vintage) ?? 0));
  }
  const rank = ({ vintage, rows, importId }: LakeFile): number[] => [lastOfVintage.get(vintage) ?? 0, rows, importId];
  const chosen = new Map<string, LakeFile>();
  for (const file of files) {
    if (isRailwayPolice(file.force)) continue;
    const key = `${file.force} ${file.month}`;
    const before = chosen.get(key);
    if (before === undefined || isMore(rank(file), rank(before))) chosen.set(key, file);
  }
  return [...chosen.values()].toSorted((a, b) => (`${a.month} ${a.force}` < `${b.month} ${b.force}` ? -1 : 1));
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
