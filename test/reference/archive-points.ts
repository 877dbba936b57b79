import { createInterface } from 'node:readline';
import yauzl from 'yauzl';

/** The distinct points of a data.police.uk archive, as "longitude,latitude" text, with the number of rows at each. */
export async function rowsByPoint(archive: string): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('-street.csv')) continue;
    const lines = createInterface({ input: await zip.openReadStreamPromise(entry) });
    for await (const line of lines) {
      // Crime ID, month, reported by, falls within, longitude, latitude: none of these is ever quoted.
      const point = line.split(',', 6).slice(4, 6).join(',');
      if (/^-?\d+\.\d+,\d+\.\d+$/.test(point)) rows.set(point, (rows.get(point) ?? 0) + 1);
    }
  }
  return rows;
}
