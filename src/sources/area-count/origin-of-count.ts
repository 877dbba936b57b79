import type { Month } from '../../lib/calendar/month.ts';
import type { ChosenFiles } from './choose-lake-files.ts';
import { grouped } from './grouped.ts';
import type { AreaCount } from './model.ts';

/**
 * From which vintage the months of each force are counted. Months of which only some of the types come from a vintage are
 * listed by themselves, with those types.
 * @param chosen what is counted, of all areas
 * @param typesIn the types there were in a month, of those asked for
 */
export function vintagesOf(
  chosen: readonly ChosenFiles[],
  typesIn: (month: Month) => readonly string[],
): AreaCount['vintages'] {
  const byVintage = new Map<string, AreaCount['vintages'][number]>();
  for (const some of grouped(chosen, keyOf).values()) {
    const [first] = some;
    if (first === undefined) continue;
    const { vintage, force, month } = first;
    const ofTypes = new Set(some.map(({ type }) => type));
    const types = ofTypes.size < typesIn(month).length ? [...ofTypes].sort() : null;
    const key = [vintage, force, ...(types ?? [])].join('\n');
    const before = byVintage.get(key) ?? { vintage, force, types, months: [], incidents: 0, files: [] };
    byVintage.set(key, {
      ...before,
      months: [...new Set([...before.months, month])].sort(),
      incidents: before.incidents + incidentsOf(some),
      files: [...new Set([...before.files, ...some.flatMap(({ files }) => files.map(({ file }) => file))])],
    });
  }
  return [...byVintage.values()];
}

function keyOf({ vintage, force, month }: ChosenFiles): string {
  return [force, month, vintage].join('\n');
}

/** Incidents of the types in the files, those of a file once however many areas it is counted for. */
function incidentsOf(chosen: readonly ChosenFiles[]): number {
  const counts = new Map(
    chosen.flatMap(({ files, type }) => files.map(({ path, types }) => [`${path}\n${type}`, types.get(type) ?? 0])),
  );
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Files of one force and month counted together, or a vintage that holds more than the one that is counted. */
export function leftAside(chosen: readonly ChosenFiles[]): { fullerElsewhere: number; severalInVintage: number } {
  const count = (of: (each: ChosenFiles) => boolean): number =>
    new Set(chosen.filter(of).map(({ force, month }) => `${force} ${month}`)).size;
  return {
    fullerElsewhere: count(({ fuller }) => fuller !== null),
    severalInVintage: count(({ files }) => files.length > 1),
  };
}
