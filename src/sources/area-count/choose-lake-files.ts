import type { LakeFile } from './model.ts';

/** Which files are counted, and what was left aside. */
export interface ChosenFiles {
  /** One for each force and month, in order of both. */
  files: LakeFile[];
  /** Months of a force for which another vintage holds more incidents than the one that is counted. */
  fullerElsewhere: number;
  /** Months of a force that the vintage counted holds in several files. */
  severalInVintage: number;
}

/**
 * Chooses the file for each month of each force, so that none counts twice and no month is mixed: that of the vintage
 * imported last that holds it, and of several files in that vintage the one with most incidents, the latest among equals.
 */
export function chooseLakeFiles(files: readonly LakeFile[]): ChosenFiles {
  const byMonth = new Map<string, LakeFile[]>();
  for (const file of files) {
    const key = `${file.force} ${file.month}`;
    byMonth.set(key, [...(byMonth.get(key) ?? []), file]);
  }
  const chosen: ChosenFiles = { files: [], fullerElsewhere: 0, severalInVintage: 0 };
  for (const rivals of byMonth.values()) {
    const latest = rivals.reduce((a, b) => (b.importId > a.importId ? b : a));
    const ofVintage = rivals.filter(({ vintage }) => vintage === latest.vintage);
    const file = ofVintage.reduce((a, b) =>
      b.rows > a.rows || (b.rows === a.rows && b.importId > a.importId) ? b : a,
    );
    chosen.files.push(file);
    if (ofVintage.length > 1) chosen.severalInVintage += 1;
    if (rivals.some(({ vintage, rows }) => vintage !== file.vintage && rows > file.rows)) chosen.fullerElsewhere += 1;
  }
  chosen.files.sort((a, b) => compare(a.force, b.force) || compare(a.month, b.month));
  return chosen;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
