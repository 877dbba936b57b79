import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileToImport } from '../../src/sources/index.ts';
import { Refusal } from '../../src/sources/index.ts';
import { importFiles } from '../../src/sources/service.ts';
import { type ImportDesk, openImportDesk } from '../builders/import-desk.ts';
import { madeSearchFile, OUTCOME_HEADER, SEARCH_HEADER } from '../builders/incident-files.ts';
import { emptyRecords } from '../builders/records.ts';
import { madeStreetFile, madeWardBoundaries, STREET_HEADER } from '../builders/street-files.ts';
import { madeZip, type ZipEntry } from '../builders/zip.ts';

const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const real = (path: string) => join(SHARED, path);
const MEGABYTE = 1024 ** 2;
/** Flag of an archive's entry whose name is in UTF-8; in others bytes below 32 are signs, not control characters. */
const UTF8 = 0x800;
const STREET_NAME = '2024-01/2024-01-metropolitan-street.csv';
const SEARCH_NAME = '2024-01-metropolitan-stop-and-search.csv';
const crimes = madeStreetFile([{ id: 'a' }, { id: 'b' }]);

let desk: ImportDesk;
let untouched: unknown;
beforeAll(async () => {
  desk = await openImportDesk(await emptyRecords());
  await importFiles(desk.platform, [await desk.file('wards.geojson', madeWardBoundaries())]);
  untouched = await desk.state();
});
afterAll(() => desk.close());

/** The sentence a file is refused with, after checking that it is one and that nothing was changed. */
async function sentenceFor(file: FileToImport): Promise<string> {
  const error: unknown = await importFiles(desk.platform, [file]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  const { message } = error as Refusal;
  expect(message).toContain(`"${file.name}"`);
  expect(message).toMatch(/^[^\n]{20,400}[.]$/);
  expect(message).not.toMatch(/Error:|undefined|\[object|node_modules|\bat .*:\d+/);
  expect(await desk.state()).toEqual(untouched);
  return message;
}

const refusalOf = async (name: string, content: string | Uint8Array) => sentenceFor(await desk.file(name, content));
const zip = (...entries: ZipEntry[]) => madeZip(entries);

describe('files that are not what they should be', () => {
  it.each<[what: string, name: string, content: string | Uint8Array, reason: string]>([
    ['an empty file', 'crimes.csv', '', 'is empty (0 bytes)'],
    ['binary noise', 'crimes.csv', noise(70_000), 'is not text but binary'],
    [
      'noise after a good beginning',
      'crimes.csv',
      Buffer.concat([Buffer.from(crimes.repeat(400)), noise(500)]),
      'NUL bytes',
    ],
    ['a web page', 'crimes.csv', '<!DOCTYPE html>\n<html><title>Sign in</title></html>\n', 'is a web page'],
    ['UTF-16', 'crimes.csv', Buffer.from(`\uFEFF${crimes}`, 'utf16le'), 'is in UTF-16'],
    ['UTF-16 without its mark', 'crimes.csv', Buffer.from(crimes, 'utf16le'), 'is in UTF-16'],
    ['gzip', 'crimes.csv', gzipSync(crimes), 'is compressed with gzip'],
    ['a header alone', 'crimes.csv', `${STREET_HEADER}\n`, 'has column names but no rows'],
    ['a header alone, MPS', 'mps.csv', 'MajorText,MinorText,BoroughName,202401\n', 'has column names but no rows'],
    ['a header without line feed', 'crimes.csv', STREET_HEADER, 'has column names but no rows'],
    ['columns named twice', 'crimes.csv', `${STREET_HEADER},Month\n`, 'names the column "Month" twice'],
    ['columns in another order', 'crimes.csv', `${STREET_HEADER.split(',').reverse().join(',')}\n`, 'official order'],
    ['unknown columns', 'x.csv', 'name,age\nAnna,3\n', 'is not a file Wardroom knows'],
    ['formulas', 'x.csv', '=cmd|calc,+1\n@SUM(A1),-2\n', 'is not a file Wardroom knows'],
    ['NUL bytes in the middle', 'crimes.csv', crimes.replace('Made', 'Ma\0e'), 'NUL bytes'],
    ['NUL bytes far on', 'crimes.csv', `${crimes.repeat(600)}\0`, 'NUL bytes (line '],
    ['no category columns', 'mps.csv', 'BoroughName,202401\nCamden,4\n', 'lost its category columns'],
    [
      'a month that is none',
      'mps.csv',
      'MajorText,MinorText,BoroughName,202413\nTheft,Shoplifting,Camden,4\n',
      'no month',
    ],
    ['rows of many thousand fields', 'crimes.csv', `${crimes}${'1,'.repeat(49_000)}\n`, 'rows of thousands of fields'],
    [
      'names of a megabyte',
      'mps.csv',
      `MajorText,MinorText,BoroughName,202401\nTheft,${'x'.repeat(1_000_000)},Camden,4\n`,
      'no row that can be used (a field longer than 200 letters)',
    ],
    [
      'columns with names of a megabyte',
      'minutes.csv',
      `Date,Borough,Abstraction Type_${'a'.repeat(400)},Abstraction Type_Not Abstracted\n2018-05-01,Camden,1.0,1.0\n`,
      'has names of more than 300 letters, so it is damaged',
    ],
    [
      'figures that are words',
      'mps.csv',
      'MajorText,MinorText,BoroughName,202401\nTheft,Shoplifting,Camden,x\n',
      'no row that can be used',
    ],
    [
      'rows of unusable months',
      'crimes.csv',
      madeStreetFile([{ month: 'May' }]),
      'no row that can be used (a month not',
    ],
    [
      'outcomes without places',
      'x.csv',
      'Crime ID,Month,Reported by,Outcome type\n',
      'not all 10 in their official order',
    ],
    ['an outcomes header alone', 'x.csv', `${OUTCOME_HEADER}\n`, 'has column names but no rows'],
    [
      'searches in another order',
      'x.csv',
      `${SEARCH_HEADER.split(',').reverse().join(',')}\n`,
      'not all 15 in their official order',
    ],
    ['a stop-and-search header alone', SEARCH_NAME, `${SEARCH_HEADER}\n`, 'has column names but no rows'],
    ['searches that do not say whose they are', 'x.csv', madeSearchFile([{}]), 'does not say whose it is'],
    [
      'searches of unusable times',
      SEARCH_NAME,
      madeSearchFile([{ date: '2024-01-15 13:00' }]),
      'no row that can be used (a date and time not of the form',
    ],
  ])('refuses %s', async (_, name, content, reason) => {
    expect(await refusalOf(name, content)).toContain(reason);
  });

  it('refuses text that turns out not to be UTF-8', async () => {
    const mps = `MajorText,MinorText,BoroughName,202401\n${'Theft,Shoplifting,Camden,1\n'.repeat(4000)}Caf`;
    const content = Buffer.concat([Buffer.from(mps), Buffer.from([0xe9]), Buffer.from(',x,Camden,1\n')]);
    expect(await refusalOf('mps.csv', content)).toContain('is not in UTF-8');
  });

  it('refuses a folder and a file that is not there', async () => {
    const { path } = await desk.file('x', '');
    const folder = join(path, '..', 'folder');
    await mkdir(folder);
    expect(await sentenceFor({ path: folder, name: 'folder' })).toContain('is a folder');
    expect(await sentenceFor({ path: join(folder, 'none.csv'), name: 'none.csv' })).toContain('is not there');
    expect(await sentenceFor({ path: join(path, 'none.csv'), name: 'none.csv' })).toContain('is not there');
  });
});

describe('archives that are damaged or dangerous', () => {
  const whole = zip({ name: STREET_NAME, content: crimes.repeat(50) });

  it.each([0.1, 0.5, 0.9, 0.99])('refuses one cut short at %d of its length', async (share) => {
    const cut = whole.subarray(0, Math.max(Math.floor(whole.length * share), 8));
    expect(await refusalOf('archive.zip', cut)).toMatch(/cut short: download it again|is damaged/);
  });

  it('refuses one with a flipped byte, by its checksum', async () => {
    const bytes = Buffer.from(whole);
    const at = 30 + STREET_NAME.length + 40;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    expect(await refusalOf('archive.zip', bytes)).toContain('is damaged');
  });

  it.each<[what: string, archive: Buffer, reason: string]>([
    ['nothing in it', zip(), 'is an archive with nothing in it'],
    ['nothing that is read', zip({ name: 'a.txt', content: 'Dear reader,\n' }), 'without a data.police.uk file of'],
    [
      'an office document',
      zip({ name: '[Content_Types].xml', content: '<?xml version="1.0"?>' }),
      'is an Excel workbook',
    ],
    ['an archive inside', zip({ name: 'inside.zip', content: whole }), 'holds another archive (inside.zip)'],
    [
      'a path out of the folder',
      zip({ name: '../../evil-street.csv', content: crimes }),
      'names a file outside itself',
    ],
    ['an absolute path', zip({ name: '/etc/evil-street.csv', content: crimes }), 'names a file outside itself'],
    ['a backslash path', zip({ name: '..\\evil-street.csv', content: crimes }), 'names a file outside itself'],
    ['a password', zip({ name: STREET_NAME, content: crimes, lie: { flags: 1 } }), 'locked with a password'],
    ['an unknown way of packing', zip({ name: STREET_NAME, content: crimes, lie: { method: 14 } }), 'cannot unpack'],
    ['a name with a NUL', zip({ name: 'a\0b.csv', content: crimes }), 'whose name no file can have (a b.csv)'],
    [
      'a name with a line feed',
      zip({ name: 'a\nb.csv', content: crimes, lie: { flags: UTF8 } }),
      'whose name no file can have (a b.csv)',
    ],
    ['an endless name', zip({ name: `${'a'.repeat(301)}.csv`, content: crimes }), 'whose name no file can have (aaa'],
    [
      'a row of many thousand fields',
      zip({ name: STREET_NAME, content: `${crimes}${'1,'.repeat(49_000)}\n` }),
      'has rows of thousands of fields, so download it again',
    ],
    ['a wrong checksum', zip({ name: STREET_NAME, content: crimes, lie: { crc: 1 } }), 'does not match its checksum'],
    [
      'a length too small',
      zip({ name: STREET_NAME, content: crimes, lie: { inflatedBytes: 100 } }),
      'longer than its list says',
    ],
    [
      'a length too large',
      zip({ name: STREET_NAME, content: crimes, lie: { inflatedBytes: 9000 } }),
      'does not match its checksum',
    ],
    ['NUL bytes inside', zip({ name: STREET_NAME, content: `${crimes}\0` }), 'NUL bytes'],
    [
      'only empty files',
      zip({ name: STREET_NAME, content: '' }),
      'a file of police.uk by its name, which is empty (0 bytes)',
    ],
    [
      'outcomes files without a row',
      zip({ name: '2024-01/2024-01-metropolitan-outcomes.csv', content: `${OUTCOME_HEADER}\n` }),
      'has column names but no rows',
    ],
    [
      'searches that do not say whose they are',
      zip({ name: 'searches.csv', content: madeSearchFile([{}]) }),
      'stop and search (searches.csv), which does not say whose it is',
    ],
    [
      'one month of searches twice',
      zip(
        { name: `a/${SEARCH_NAME}`, content: madeSearchFile([{}]) },
        { name: `b/${SEARCH_NAME}`, content: madeSearchFile([{}]) },
      ),
      'holds 2024-01 of metropolitan more than once',
    ],
  ])('refuses one with %s', async (_, archive, reason) => {
    expect(await refusalOf('archive.zip', archive)).toContain(reason);
  });

  it('stops a bomb before unpacking it', async () => {
    const bomb = zip({ name: STREET_NAME, content: Buffer.alloc(64 * MEGABYTE, 'a') });
    expect(bomb.length).toBeLessThan(MEGABYTE / 2);
    expect(await refusalOf('bomb.zip', bomb)).toContain('as a zip bomb does');
  });

  it('stops a bomb that lies about its length', async () => {
    const content = Buffer.concat([Buffer.from(crimes), Buffer.alloc(64 * MEGABYTE, 'a')]);
    const bomb = zip({ name: STREET_NAME, content, lie: { inflatedBytes: 20 * 65_000 } });
    expect(await refusalOf('bomb.zip', bomb)).toContain('longer than its list says');
  });

  it('stops more than the web allows in all, though no file swells much', async () => {
    const archive = await desk.file('large.zip', zip({ name: STREET_NAME, content: crimes }));
    const allowed = { largestInflated: 100 };
    await expect(importFiles(desk.platform, [archive], allowed)).rejects.toThrow('would unpack to');
    expect(await desk.state()).toEqual(untouched);
  });

  it('stops files that overlap in the archive', async () => {
    const lie = { compressedBytes: whole.length };
    const archive = zip({ name: STREET_NAME, content: crimes, lie }, { name: 'b.csv', content: crimes, lie });
    expect(await refusalOf('overlap.zip', archive)).toBe(
      '"overlap.zip" holds files that overlap, as in a zip bomb or a damaged archive: it was not unpacked.',
    );
  });
});

describe('boundaries that cannot be used', () => {
  const collection = (geometry: unknown, properties: unknown = { WD22CD: 'E05013698', WD22NM: 'Barnsbury' }) =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });
  const square = (x: number, y: number, side: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ],
    ],
  });

  it.each([
    ['British National Grid', collection(square(530_000, 180_000, 1000)), 'WGS84'],
    ['JSON that is not GeoJSON', '{"name":"Barnsbury","crimes":[1,2,3]}', 'cannot be imported'],
    ['a list', '[1,2,3]', 'cannot be imported'],
    ['broken JSON', '{"type":"FeatureCollection","features":[', 'cannot be imported'],
    ['areas of an unknown kind', collection(square(-0.1, 51.5, 0.01), { name: 'My patch' }), 'cannot be imported'],
    ['points', collection({ type: 'Point', coordinates: [-0.1, 51.5] }), 'cannot be imported'],
  ])('refuses %s', async (_, content, reason) => {
    expect(await refusalOf('areas.geojson', content)).toContain(reason);
  });
});

describe.skipIf(!existsSync(SHARED))('real bad files', () => {
  it.each([
    ['bad-input/ward-profiles_XLS_misnamed_as_csv.csv', 'is an Excel workbook (.xls), whatever its name says'],
    ['bad-input/mps-borough-missing-category-columns.csv', 'has lost its category columns'],
  ])('refuses %s', async (path, reason) => {
    expect(await sentenceFor({ path: real(path), name: path.split('/').at(-1) ?? '' })).toContain(reason);
  });

  it('refuses the burglary archive cut short', async () => {
    const bytes = await readFile(real('police-uk/city-of-london-street-2024-01_2025-12.zip'));
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.7));
    expect(await refusalOf('city.zip', cut)).toContain('cut short: download it again');
  });
});

/** The same noise every time. */
function noise(length: number): Buffer {
  let state = 42;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return (state >> 16) & 0xff;
    }),
  );
}
