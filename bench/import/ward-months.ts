import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Count of each "ward,month" above 0. */
export type WardMonths = Map<string, number>;

/** The counts a peer wrote: ward, month, count, below a head. */
export function readPeerCounts(csv: string): WardMonths {
  const lines = readFileSync(csv, 'utf8').trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [ward, month, count] = line.split(',');
      return [`${ward},${month}`, Number(count)];
    }),
  );
}

/** The counts that a data folder holds of one measure, read through the built services as a page reads them. */
export async function readHeldCounts(root: string, dataFolder: string, measure: string): Promise<WardMonths> {
  const built = (path: string) => import(pathToFileURL(`${root}/dist/${path}`).href);
  const [{ openDatabase }, { readSeries }, { listAreas }, { addMonths }] = await Promise.all(
    ['platform/database/index.js', 'measures/service.js', 'geography/service.js', 'lib/calendar/month.js'].map(built),
  );
  const { records, close } = await openDatabase({ dataFolder, databaseUrl: null });
  try {
    const boundaryVersion = 'wards-2022';
    const areas: { code: string }[] = await listAreas(records, { version: boundaryVersion });
    const areaCodes = areas.map(({ code }) => code);
    const held: { areaCode: string; firstMonth: string; values: (number | null)[] }[] = await readSeries(records, {
      measures: [measure],
      areaCodes,
      boundaryVersion,
    });
    return new Map(
      held.flatMap(({ areaCode, firstMonth, values }) =>
        values.flatMap((value, at) =>
          value === null || value === 0 ? [] : [[`${areaCode},${addMonths(firstMonth, at)}`, value] as const],
        ),
      ),
    );
  } finally {
    await close();
  }
}

/** Where two answers differ, in words; empty when they are the same. */
export function differences(ours: WardMonths, theirs: WardMonths): string[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .toSorted()
    .filter((key) => (ours.get(key) ?? 0) !== (theirs.get(key) ?? 0))
    .map((key) => `${key}: ${ours.get(key) ?? 0} against ${theirs.get(key) ?? 0}`);
}
