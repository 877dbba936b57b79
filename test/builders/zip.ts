import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a made archive; lies are for tests of refusals. */
export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  /** What the archive says instead of the truth. */
  lie?: { inflatedBytes?: number; compressedBytes?: number; crc?: number; flags?: number; method?: number };
}

const DEFLATED = 8;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;

/** A zip archive of the given files, deflated, in order. */
export function madeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content, { level: 9 });
    const name = Buffer.from(entry.name);
    const fields = {
      flags: entry.lie?.flags ?? 0,
      method: entry.lie?.method ?? DEFLATED,
      crc: entry.lie?.crc ?? crc32(content),
      compressed: entry.lie?.compressedBytes ?? packed.length,
      inflated: entry.lie?.inflatedBytes ?? content.length,
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL_HEADER, 0);
    local.writeUInt16LE(20, 4);
    writeFields(local, 6, fields);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, name, packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL_HEADER, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    writeFields(central, 8, fields);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    centrals.push(central, name);
    offset += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function writeFields(
  header: Buffer,
  at: number,
  fields: { flags: number; method: number; crc: number; compressed: number; inflated: number },
): void {
  header.writeUInt16LE(fields.flags, at);
  header.writeUInt16LE(fields.method, at + 2);
  header.writeUInt32LE(fields.crc >>> 0, at + 8);
  header.writeUInt32LE(fields.compressed, at + 12);
  header.writeUInt32LE(fields.inflated, at + 16);
}
