import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { openPromise } from 'yauzl';
import { addMonths, type Month, parseMonth } from '../../src/lib/calendar/month.ts';

/** A real archive repeated back in time, as zips of chosen sizes and as the same files unzipped. */
export interface MadeArchive {
  /** Rows asked for. */
  target: number;
  rows: number;
  files: number;
  csvBytes: number;
  zip: string;
  /** Unzipped, in the order of the archive. */
  csvs: string[];
}

interface Packed {
  name: string;
  path: string;
  rows: number;
  inflated: number;
  compressed: number;
  crc: number;
  /** Where its part of the file of parts starts, and where it ends. */
  from: number;
  to: number;
}

const DEFLATED = 8;
const FAST = 1;
const PLACE = /^(\d{4}-\d{2})\/\d{4}-\d{2}-(.+)$/;
const COPY_LETTERS = 'ghijklmnopqrstuvwxyz';

/**
 * Repeats an archive until there are rows enough. Copy 0 is the archive itself; copy k has the same rows k times its
 * span of months earlier (the import refuses months to come), so each file's month is its own, and the first digit of
 * each crime ID is a letter that no real ID has, so no row repeats one of another copy. Nothing is random.
 * @param targets rows wanted, in rising order; each archive is a beginning of the largest
 * @param folder where everything is written: about 300 bytes a row
 */
export async function makeArchives(source: string, folder: string, targets: readonly number[]): Promise<MadeArchive[]> {
  const files = await readArchive(source);
  const months = files.map(({ month }) => month).sort();
  const span = monthsIn(months);
  const parts = join(folder, 'parts');
  const out = await open(parts, 'w');
  const packed: Packed[] = [];
  const most = targets.at(-1) ?? 0;
  let [rows, at] = [0, 0];
  for (let copy = 0; rows < most && copy <= COPY_LETTERS.length; copy += 1) {
    for (const file of files) {
      if (rows >= most) break;
      const made = await packCopy(file, copy, span, folder, at);
      await out.writeFile(made.bytes);
      at = made.packed.to;
      rows += made.packed.rows;
      packed.push(made.packed);
    }
  }
  await out.close();
  const archives: MadeArchive[] = [];
  for (const target of targets) archives.push(await assemble(packed, parts, folder, target));
  return archives;
}

interface SourceFile {
  month: Month;
  rest: string;
  text: string;
}

async function readArchive(path: string): Promise<SourceFile[]> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const files: SourceFile[] = [];
  for await (const entry of zip.eachEntry()) {
    const [, month, rest] = PLACE.exec(entry.fileName) ?? [];
    if (month === undefined || rest === undefined) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.push({ month: parseMonth(month), rest, text: Buffer.concat(chunks).toString() });
  }
  zip.close();
  return files;
}

function monthsIn(sorted: readonly Month[]): number {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) throw new Error('The archive has no street file.');
  let span = 1;
  for (let month = first; month !== last; month = addMonths(month, 1)) span += 1;
  return span;
}

async function packCopy(file: SourceFile, copy: number, span: number, folder: string, from: number) {
  const month = addMonths(file.month, -copy * span);
  const text = copy === 0 ? file.text : shifted(file, month, COPY_LETTERS[copy - 1] ?? '');
  const content = Buffer.from(text);
  const path = join(folder, 'csv', String(copy), `${month}-${file.rest}`);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  const body = deflateRawSync(content, { level: FAST });
  const name = `${month}/${month}-${file.rest}`;
  const crc = crc32(content);
  const packed = {
    name,
    path,
    rows: text.split('\n').length - 2,
    inflated: content.length,
    compressed: body.length,
    crc,
  };
  const bytes = Buffer.concat([localHeader(packed), Buffer.from(name), body]);
  return { bytes, packed: { ...packed, from, to: from + bytes.length } };
}

function shifted({ text, month: before }: SourceFile, month: Month, letter: string): string {
  return text.replaceAll(/^([^,\n]*),(\d{4}-\d{2}),/gm, (line, id: string, held: string) =>
    held === before ? `${id === '' ? '' : letter + id.slice(1)},${month},` : line,
  );
}

async function assemble(
  packed: readonly Packed[],
  parts: string,
  folder: string,
  target: number,
): Promise<MadeArchive> {
  let rows = 0;
  const chosen = packed.filter((each) => {
    const wanted = rows < target;
    if (wanted) rows += each.rows;
    return wanted;
  });
  const end = chosen.at(-1)?.to ?? 0;
  const zip = join(folder, `${target}.zip`);
  await pipeline(createReadStream(parts, { start: 0, end: end - 1 }), createWriteStream(zip));
  const directory = Buffer.concat(chosen.flatMap((each) => [centralHeader(each), Buffer.from(each.name)]));
  await writeFile(zip, Buffer.concat([directory, endRecord(chosen.length, directory.length, end)]), { flag: 'a' });
  return {
    target,
    rows,
    files: chosen.length,
    csvBytes: chosen.reduce((sum, { inflated }) => sum + inflated, 0),
    zip,
    csvs: chosen.map(({ path }) => path),
  };
}

type Fields = Pick<Packed, 'name' | 'crc' | 'compressed' | 'inflated'>;

function localHeader(fields: Fields): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeFields(header, 8, fields);
  return header;
}

function centralHeader(fields: Fields & { from: number }): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  writeFields(header, 10, fields);
  header.writeUInt32LE(fields.from, 42);
  return header;
}

function writeFields(header: Buffer, at: number, { name, crc, compressed, inflated }: Fields): void {
  header.writeUInt16LE(DEFLATED, at);
  header.writeUInt32LE(crc, at + 6);
  header.writeUInt32LE(compressed, at + 10);
  header.writeUInt32LE(inflated, at + 14);
  header.writeUInt16LE(Buffer.byteLength(name), at + 18);
}

function endRecord(files: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
