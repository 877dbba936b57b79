import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openPromise } from 'yauzl';
import { madeStreetFile, madeWardBoundaries } from '../../builders/street-files.ts';

/** A good file, small, from which malformed ones are made. */
export interface Sample {
  /** Such as "mps-ward"; part of the names of the files made from it. */
  name: string;
  extension: 'csv' | 'json' | 'geojson';
  content: Buffer;
  /** What the operator says it is about, where it does not say so itself. */
  about?: string;
}

const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

const EXAMPLES = fileURLToPath(new URL('../../../examples/service-measures/', import.meta.url));

/** Two of the plain CSVs, which are all read by the same pieces. */
const PLAIN_CSVS = ['response-times', 'service-survey'];

/** Boundaries that must be held for some of the samples to be placed. */
export const REAL_BOUNDARIES = [
  'wards_2022_camden_islington_ONS.geojson',
  'wards_2014_2018_camden_islington.geojson',
  'lsoa_2011_camden_islington.geojson',
].map((name) => ({ path: `${SHARED}geography/${name}`, name }));

/** Whether the real files are there; without them samples are made. */
export const REAL_FILES_HELD = existsSync(SHARED);

/** Real files: name, path, how many lines of it, and what it is about. */
const REAL: [name: string, path: string, lines: number, about?: string][] = [
  ['mps-ward', 'mps/MPS Ward Level Crime (most recent 24 months).csv', 60],
  ['mps-borough', 'mps/MPS Borough Level Crime (most recent 24 months).csv', 60],
  ['mps-borough-older', 'mps/other-vintages/recent_jn607_feb2022_feb2024.csv', 60],
  ['mps-lsoa', 'mps/MPS LSOA Level Crime (most recent 24 months).csv', 60],
  ['mps-knife', 'mps/MPS_MonthlyCrimeDashboard_knife.csv', 80],
  ['mps-vawg', 'mps/vawg_offences_camden_islington_ward_month.csv', 60],
  ['lsoa-crime-counts', 'bad-input/camden_islington_lsoa_month_category_2023-05_2026-03.csv', 60],
  ['lookup-oa21-wd22', 'geography/oa21_wd22_london_ONS_places.csv', 40],
  ['lookup-lsoa11-lsoa21', 'geography/lsoa11_lsoa21_lad22_london.csv', 40],
  ['population', 'context/population20_lsoa11_london.csv', 20, '2020'],
  ['ethnicity', 'context/ethnicity21_lsoa21_london.csv', 61],
  ['deprivation-2019', 'context/imd2019_england_lsoa11_london.csv', 30],
  ['deprivation-2025', 'context/imd2025_england_lsoa21_london.csv', 30],
  ['ward-atlas', 'context/ward-atlas-data.csv', 8],
  ['ward-profiles', 'context/ward-profiles-excel-version_2015.csv', 20],
  ['borough-profiles', 'context/london-borough-profiles.csv', 12],
  ['attitude-survey', 'context/PAS_Dashboard_Borough.csv', 65],
  ['ward-officer-minutes', 'context/dwo-abstraction-minutes-borough-month_2018-05_2024-03.csv', 70],
];

/** Files of data.police.uk, each the first of an archive. */
const ARCHIVED: [name: string, path: string, lines: number, about?: string][] = [
  ['street', 'police-uk/city-of-london-street-2024-01_2025-12.zip', 60],
  ['stop-and-search', 'police-uk/metropolitan-stop-and-search-2021-06_2024-08.zip', 60, 'metropolitan'],
  ['outcomes', 'police-uk/metropolitan-outcomes-2023-03_2025-02.zip', 60],
];

/** Real GeoJSON and JSON lists, of which the first few members are taken. */
const LISTS: [name: string, path: string, members: number, about?: string][] = [
  ['wards', 'geography/wards_2022_camden_islington_ONS.geojson', 3],
  ['lsoas', 'geography/lsoa_2011_camden_islington.geojson', 3],
  ['api-crimes', 'api-samples/crimes-street_poly_E05000366_2017-01.json', 12, 'E05000366'],
  ['api-priorities', 'api-samples/docsample_leicestershire_NC04_priorities.json', 9, 'leicestershire/NC04'],
];

/** Good files of every kind: the first lines of the real ones, or a few made ones where those are not there. */
export async function readSamples(): Promise<Sample[]> {
  const made: Sample[] = [
    { name: 'harm-weights', extension: 'csv', content: Buffer.from(HARM_WEIGHTS) },
    {
      name: 'made-street',
      extension: 'csv',
      content: Buffer.from(madeStreetFile([{ id: 'a' }, { id: 'b' }, { id: 'c' }])),
    },
    { name: 'made-borough', extension: 'csv', content: Buffer.from(MADE_BOROUGHS) },
    { name: 'ward-officer-teams', extension: 'csv', content: Buffer.from(MADE_TEAMS) },
    { name: 'made-wards', extension: 'geojson', content: Buffer.from(madeWardBoundaries()) },
  ];
  for (const name of PLAIN_CSVS)
    made.push({ name, extension: 'csv', content: firstLines(await readFile(`${EXAMPLES}made-up-${name}.csv`), 40) });
  if (!REAL_FILES_HELD) return made;
  const tables = REAL.map(async ([name, path, lines, about]): Promise<Sample> => {
    const content = ofTheUnit(await firstBytes(path, 20_000_000), lines);
    return { name, extension: 'csv', content, ...(about === undefined ? {} : { about }) };
  });
  const archived = ARCHIVED.map(async ([name, path, lines, about]): Promise<Sample> => {
    const content = firstLines(await firstEntry(path), lines);
    return { name, extension: 'csv', content, ...(about === undefined ? {} : { about }) };
  });
  const lists = LISTS.map(async ([name, path, members, about]): Promise<Sample> => {
    const isGeoJson = path.endsWith('.geojson');
    const text = (await firstBytes(path, 10_000_000)).toString('utf8');
    return {
      name,
      extension: isGeoJson ? 'geojson' : 'json',
      content: Buffer.from(firstMembers(JSON.parse(text), members)),
      ...(about === undefined ? {} : { about }),
    };
  });
  return [...(await Promise.all([...tables, ...archived, ...lists])), ...made];
}

const HARM_WEIGHTS =
  'offence,weight,version,source\nBurglary,100.5,made 1,A test\nRobbery of Personal Property,300,made 1,A test\nBicycle Theft,2,made 1,A test\n';
const MADE_TEAMS =
  'Month,BCU,Borough,Borough Code,Team,Abstracted from Duty,Abstraction Type,Abstracted Minutes\n2024-02,CN,Camden,E09000007,Kilburn,No,Not Abstracted,9000\n2024-02,CN,Camden,E09000007,Kilburn,Yes,Training,540\n2024-03,CN,Islington,E09000019,Bunhill,No,Not Abstracted,8000\n';
const MADE_BOROUGHS =
  'MajorText,MinorText,BoroughName,202401,202402,202403\nTHEFT,BICYCLE THEFT,Camden,4,5,6\nTHEFT,SHOPLIFTING,Camden,40,50,60\nTHEFT,BICYCLE THEFT,Islington,7,8,9\n';

async function firstBytes(path: string, bytes = 400_000): Promise<Buffer> {
  const handle = await open(`${SHARED}${path}`);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function firstEntry(path: string): Promise<Buffer> {
  const zip = await openPromise(`${SHARED}${path}`, { lazyEntries: true });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.uncompressedSize === 0) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    }
  } finally {
    zip.close();
  }
  throw new Error(`${path} holds no file.`);
}

/** The header and the first lines that name Camden or Islington, or the first lines where none does. */
function ofTheUnit(content: Buffer, most: number): Buffer {
  const lines = content.toString('latin1').split('\n');
  const named = lines.filter((line, at) => at > 0 && /Camden|Islington/.test(line)).slice(0, most);
  const second = lines[1] === undefined || named.includes(lines[1]) ? [] : [lines[1]];
  if (named.length < 5) return firstLines(content, most);
  return Buffer.from(`${[lines[0], ...second, ...named].join('\n')}\n`, 'latin1');
}

function firstLines(content: Buffer, lines: number): Buffer {
  let end = 0;
  for (let line = 0; line < lines; line += 1) {
    const next = content.indexOf(10, end);
    if (next === -1) return content;
    end = next + 1;
  }
  return content.subarray(0, end);
}

function firstMembers(body: unknown, members: number): string {
  if (Array.isArray(body)) return JSON.stringify(body.slice(0, members));
  const collection = body as { features: unknown[] };
  return JSON.stringify({ ...collection, features: collection.features.slice(0, members) });
}
