import { gzipSync } from 'node:zlib';
import { madeZip, type ZipEntry } from '../../builders/zip.ts';
import type { Random } from './random.ts';

const NAME = '2024-01/2024-01-city-of-london-street.csv';
const MEGABYTE = 1024 ** 2;

/** Ways in which an archive of a street file goes bad. */
export function badArchives(street: Buffer, random: Random): { name: string; content: Buffer }[] {
  const zip = (...entries: ZipEntry[]): Buffer => madeZip(entries);
  const whole = zip({ name: NAME, content: street });
  const flipped = (at: number): Buffer => {
    const copy = Buffer.from(whole);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };
  const slips = ['../evil.csv', '/etc/evil.csv', 'a/../../evil.csv', 'C:\\evil.csv', '..\\evil.csv', 'a\0b.csv'];
  return [
    ...slips.map((name) => ({ name: `that names ${JSON.stringify(name)}`, content: zip({ name, content: street }) })),
    { name: 'that is a bomb', content: zip({ name: NAME, content: Buffer.alloc(40 * MEGABYTE, 'a') }) },
    {
      name: 'that lies about its length',
      content: zip({ name: NAME, content: Buffer.alloc(4 * MEGABYTE, 'a'), lie: { inflatedBytes: 5_000 } }),
    },
    { name: 'in an archive', content: zip({ name: 'inner.zip', content: whole }) },
    {
      name: 'in an archive in an archive',
      content: zip({ name: 'i.zip', content: zip({ name: 'i.zip', content: whole }) }),
    },
    { name: 'compressed again', content: gzipSync(whole) },
    { name: 'of gzip files', content: zip({ name: NAME, content: gzipSync(street) }) },
    { name: 'with a password', content: zip({ name: NAME, content: street, lie: { flags: 1 } }) },
    { name: 'packed in an unknown way', content: zip({ name: NAME, content: street, lie: { method: 99 } }) },
    { name: 'false to its checksum', content: zip({ name: NAME, content: street, lie: { crc: 1 } }) },
    {
      name: 'shorter than it says',
      content: zip({ name: NAME, content: street, lie: { inflatedBytes: street.length + 9 } }),
    },
    { name: 'with nothing in it', content: zip() },
    { name: 'with an empty file', content: zip({ name: NAME, content: '' }) },
    { name: 'with a note only', content: zip({ name: 'readme.txt', content: 'Hello.' }) },
    {
      name: 'with the same file twice',
      content: zip({ name: NAME, content: street }, { name: NAME, content: street }),
    },
    {
      name: 'with the same month twice',
      content: zip({ name: NAME, content: street }, { name: NAME.replace('2024-01/', 'b/'), content: street }),
    },
    {
      name: 'with a good file and a bad one',
      content: zip({ name: NAME, content: street }, { name: `${NAME}2`, content: 'Crime ID,Mo' }),
    },
    { name: 'with a file of NUL bytes', content: zip({ name: NAME, content: Buffer.alloc(500) }) },
    {
      name: 'with three thousand empty files',
      content: zip(...Array.from({ length: 3000 }, (_, n) => ({ name: `${n}.csv`, content: '' }))),
    },
    ...[4, 22, 60, whole.length - 60, whole.length - 30, whole.length - 12].map((end) => ({
      name: `cut at byte ${end}`,
      content: whole.subarray(0, end),
    })),
    ...Array.from({ length: 12 }, () => random.below(whole.length)).map((at) => ({
      name: `with byte ${at} turned over`,
      content: flipped(at),
    })),
  ];
}
