import type { Month } from '../../lib/calendar/month.ts';
import { coveredShare, type Ground, isNear } from './covered-ground.ts';
import { grouped } from './grouped.ts';
import type { HeldFile } from './model.ts';

/** The files from which one type of one month of a force is counted: all of one vintage. */
export interface ChosenFiles {
  force: string;
  month: Month;
  type: string;
  vintage: string;
  /** Several where files of the vintage share the month; what two of them hold is counted once. */
  files: HeldFile[];
  /** Share of the area that they cover; 0 when they only have incidents in it or near. */
  share: number;
  /** The vintage that holds more incidents of the type, though it is not counted; null when none does. */
  fuller: string | null;
}

/** A vintage that covers less than this of what the fullest one covers says too little of an area to be counted. */
const ENOUGH_OF_BEST = 0.5;

/**
 * Chooses, for one area, the vintage that each type of each month of each force is counted from: the one imported last
 * that holds the type of the month and covers the area. A vintage that holds other types, or other places, replaces
 * nothing. All its files of the month are counted together.
 * @param typesIn the types there were in a month
 */
export function chooseLakeFiles(
  files: readonly HeldFile[],
  typesIn: (month: Month) => readonly string[],
  ground: Ground,
): ChosenFiles[] {
  const shares = new Map<string, number>();
  const shareOf = (some: readonly HeldFile[]): number => {
    const key = some.map(({ importId, force }) => `${importId} ${force}`).join('\n');
    const share = shares.get(key) ?? coveredShare(ground, some);
    shares.set(key, share);
    return share;
  };
  return [...grouped(files, ({ force, month }) => `${force} ${month}`).values()]
    .flatMap((rivals) => typesIn(rivals[0]?.month as Month).flatMap((type) => chosenOf(rivals, type, ground, shareOf)))
    .sort((a, b) => compare(a.force, b.force) || compare(a.month, b.month) || compare(a.type, b.type));
}

function chosenOf(
  rivals: readonly HeldFile[],
  type: string,
  { near }: Ground,
  shareOf: (files: readonly HeldFile[]) => number,
): ChosenFiles[] {
  const holders = rivals.filter(({ only }) => only === null || only.has(type));
  const vintages = [...grouped(holders, ({ vintage }) => vintage)]
    .map(([vintage, files]) => ({ vintage, files, share: shareOf(files) }))
    .filter(({ files, share }) => share > 0 || files.some((file) => isNear(near, file)));
  const best = Math.max(0, ...vintages.map(({ share }) => share));
  const [latest] = vintages
    .filter(({ share }) => share >= best * ENOUGH_OF_BEST)
    .sort((a, b) => newest(b.files) - newest(a.files));
  const [first] = holders;
  if (latest === undefined || first === undefined) return [];
  const most = incidentsOf(latest.files, type);
  const fuller = vintages.find(({ files }) => incidentsOf(files, type) > most)?.vintage ?? null;
  return [{ force: first.force, month: first.month, type, ...latest, fuller }];
}

function newest(files: readonly HeldFile[]): number {
  return Math.max(...files.map(({ importId }) => importId));
}

function incidentsOf(files: readonly HeldFile[], type: string): number {
  return Math.max(0, ...files.map(({ types }) => types.get(type) ?? 0));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
