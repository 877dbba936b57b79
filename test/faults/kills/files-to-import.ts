import { existsSync } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPromise } from 'yauzl';
import { madeOutcomeFile, madeSearchFile } from '../../builders/incident-files.ts';
import { madeOlderBoundaries, madeStreetFile, madeWardBoundaries } from '../../builders/street-files.ts';
import { madeZip, type ZipEntry } from '../../builders/zip.ts';

/** Paths of files for an import that is killed. */
export interface FilesToImport {
  /** Imported, whole, before any process is killed: what must stay as it is. */
  before: string[];
  /** Imported, or taken back, by the process that is killed. */
  killed: string[];
  /** Imported last: it sweeps what a killed process left. */
  after: string;
}

const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
export const REAL_FILES_HELD = existsSync(SHARED);

/** Writes files of several kinds: made ones, small and quick, or slices of the real ones where those are there. */
export async function writeFilesToImport(folder: string, which: 'made' | 'real'): Promise<FilesToImport> {
  await mkdir(folder, { recursive: true });
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const contents = which === 'real' ? await realContents() : madeContents();
  const killed: string[] = [];
  for (const [name, content] of Object.entries(contents)) killed.push(await write(name, content));
  const boroughs = (count: number): string =>
    `MajorText,MinorText,BoroughName,202301\nTHEFT,SHOPLIFTING,Camden,${count}\nTHEFT,SHOPLIFTING,,1\n`;
  return {
    before: [
      await write('older-wards.geojson', madeOlderBoundaries()),
      await write('before.csv', boroughs(40)),
      await write('before-street.csv', madeStreetFile([{ id: 'x', month: '2015-01' }, { month: 'May' }])),
    ],
    killed,
    after: await write('after.csv', boroughs(50)),
  };
}

const HARM_WEIGHTS = 'offence,weight,version,source\nBurglary,100.5,made 1,A test\nBicycle Theft,many,made 1,A test\n';

/** A row of every kind cannot be used, so that there are rows left out to keep. */
function madeContents(): Record<string, string | Buffer> {
  const crimes = Array.from(
    { length: 3000 },
    (_, n) => ({ id: `id${n}`, at: n % 2 ? 'belsize' : 'barnsbury' }) as const,
  );
  const month = (name: string) =>
    madeStreetFile([...crimes.map((crime) => ({ ...crime, month: name })), { month: 'May' }]);
  const place = (name: string, kind: string): string => `${name}/${name}-metropolitan-${kind}.csv`;
  const archive: ZipEntry[] = [
    ...['2024-01', '2024-02', '2024-03'].map((name) => ({ name: place(name, 'street'), content: month(name) })),
    { name: place('2024-01', 'stop-and-search'), content: madeSearchFile([{}, {}, { date: 'noon' }]) },
    { name: place('2024-01', 'outcomes'), content: madeOutcomeFile([{ id: 'id1' }, { id: 'id2', month: 'May' }]) },
  ];
  const lookup = Array.from({ length: 400 }, (_, n) => `E0100${1000 + n},E0500${9000 + (n % 20)}`);
  const offences = Array.from({ length: 40 }, (_, n) => `THEFT,KIND ${n},Camden,${n},${n + 1}`);
  return {
    'wards.geojson': madeWardBoundaries(),
    'archive.zip': madeZip(archive),
    'boroughs.csv': `MajorText,MinorText,BoroughName,202401,202402\n${offences.join('\n')}\nTHEFT,X,Islington,few,1\n`,
    'lookup.csv': `LSOA11CD,WD17CD\n${lookup.join('\n')}\nE01,E05\n`,
    'weights.csv': HARM_WEIGHTS,
  };
}

async function realContents(): Promise<Record<string, string | Buffer>> {
  const searches = await archived('metropolitan-stop-and-search-2021-06_2024-08.zip', 1);
  return {
    'wards.geojson': await readFile(join(SHARED, 'geography/wards_2022_camden_islington_ONS.geojson')),
    'street.zip': madeZip([
      ...(await archived('camden-islington-street-2016-01_2018-06.zip', 3)),
      ...(await archived('metropolitan-outcomes-2023-03_2025-02.zip', 1)),
    ]),
    '2021-06-metropolitan-stop-and-search.csv': firstLines(searches[0]?.content ?? '', 4000),
    'mps-wards.csv': await ofTheUnit('mps/MPS Ward Level Crime (most recent 24 months).csv'),
    'lookup.csv': firstLines(await readFile(join(SHARED, 'geography/lsoa11_lsoa21_lad22_london.csv')), 2000),
    'weights.csv': HARM_WEIGHTS,
  };
}

async function archived(name: string, count: number): Promise<ZipEntry[]> {
  const zip = await openPromise(join(SHARED, 'police-uk', name), { lazyEntries: true, autoClose: false });
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.uncompressedSize === 0) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      entries.push({ name: entry.fileName, content: Buffer.concat(chunks) });
      if (entries.length === count) return entries;
    }
  } finally {
    zip.close();
  }
  return entries;
}

function firstLines(content: string | Uint8Array, lines: number): string {
  return `${Buffer.from(content).toString('utf8').split('\n').slice(0, lines).join('\n')}\n`;
}

/** The header, and the rows that name Camden or Islington. */
async function ofTheUnit(path: string): Promise<string> {
  const file = await open(join(SHARED, path));
  const kept: string[] = [];
  for await (const line of file.readLines()) {
    if (kept.length === 0 || /Camden|Islington/i.test(line)) kept.push(line);
  }
  return `${kept.join('\n')}\n`;
}
