import { csvRecords } from '../../lib/tables/index.ts';
import type { TextSource } from '../text-source.ts';
import { TEXT_SOURCES } from '../text-sources.ts';
import { recogniseColumns } from './recognise-columns.ts';
import type { Recognised } from './recognised.ts';

/** How much of a file is looked at. */
export const HEAD_BYTES = 65_536;

const MAGIC: { bytes: number[]; because: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    because: 'is an Excel workbook (.xls), whatever its name says: open it and save the sheet as CSV (UTF-8)',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], because: 'is a PDF: download the CSV file instead' },
  { bytes: [0x1f, 0x8b], because: 'is compressed with gzip: unpack it first' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], because: 'is a 7-Zip archive: unpack it first' },
  { bytes: [0x52, 0x61, 0x72, 0x21], because: 'is a RAR archive: unpack it first' },
  {
    bytes: [0x50, 0x41, 0x52, 0x31],
    because: 'is a Parquet file, which is not imported: give the CSV it was made from',
  },
  { bytes: [0xff, 0xfe], because: 'is in UTF-16: save it again as CSV (UTF-8)' },
  { bytes: [0xfe, 0xff], because: 'is in UTF-16: save it again as CSV (UTF-8)' },
];
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ARCHIVE = [0x50, 0x4b, 0x05, 0x06];

/**
 * Recognises a file by its content; its name plays no part.
 * @param head first bytes of the file, up to {@link HEAD_BYTES}
 * @param size length of the whole file in bytes
 * @param sources kinds of text file there are
 */
export function recognise(head: Uint8Array, size: number, sources: readonly TextSource[] = TEXT_SOURCES): Recognised {
  if (size === 0) return refused('is empty (0 bytes): download it again');
  if (startsWith(head, ARCHIVE)) return { kind: 'archive' };
  if (startsWith(head, EMPTY_ARCHIVE)) return refused('is an archive with nothing in it: download it again');
  const magic = MAGIC.find(({ bytes }) => startsWith(head, bytes));
  if (magic) return refused(magic.because);
  if (head.includes(0)) return refused(nulBytes(head));
  const text = decode(head, head.length < size);
  if (text === null) {
    return hasControls(head) ? refused(BINARY) : recogniseWindows1252(head, sources);
  }
  if (hasControls(head)) return refused('holds control characters and is probably damaged: download it again');
  return recogniseText(text, sources);
}

/** Only the kinds that are published in Windows-1252 may be in it: in another, a wrong letter may be a wrong place. */
function recogniseWindows1252(head: Uint8Array, sources: readonly TextSource[]): Recognised {
  const recognised = recogniseText(new TextDecoder('windows-1252').decode(head), sources);
  return recognised.kind === 'text' && recognised.source.mayBeWindows1252 === true
    ? recognised
    : refused('is not in UTF-8: save it again as CSV (UTF-8)');
}

function recogniseText(text: string, sources: readonly TextSource[]): Recognised {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return refused('holds nothing but blank space: download it again');
  if (/^<(!doctype html|html|head|body)/i.test(start)) {
    return refused('is a web page, not a file of figures: the download failed or asked to sign in, so try it again');
  }
  if (start.startsWith('<')) return refused('is XML, which is not imported: look for the same figures as CSV');
  if (start.startsWith('{') || start.startsWith('[')) return recogniseJson(start, sources);
  const [first] = csvRecords(start);
  if (!first?.fields) return refused('has a first line whose quotation marks do not close: download it again');
  return recogniseColumns(
    first.fields.map((field) => field.trim()),
    sources,
  );
}

function recogniseJson(start: string, sources: readonly TextSource[]): Recognised {
  for (const source of sources) {
    const known = source.knows({ kind: 'json', start });
    if (typeof known === 'object') return refused(known.refused);
    if (known) return { kind: 'text', source };
  }
  return { kind: 'geojson' };
}

function refused(because: string): Recognised {
  return { kind: 'refused', because };
}

function startsWith(head: Uint8Array, bytes: number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function nulBytes(head: Uint8Array): string {
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const every = zeros / head.length;
  if (every > 0.3 && every < 0.6) return 'is in UTF-16: save it again as CSV (UTF-8)';
  return hasControls(head.filter((byte) => byte !== 0))
    ? BINARY
    : 'holds NUL bytes, so it is not text or is damaged: download it again';
}

const BINARY = 'is not text but binary, of no kind Wardroom knows: download it again';

function decode(head: Uint8Array, partial: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: partial });
  } catch {
    return null;
  }
}

/** Control characters other than tab, line feed and carriage return. */
function hasControls(head: Uint8Array): boolean {
  return head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}
