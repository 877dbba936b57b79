import type { Random } from './random.ts';

/** One way in which a file goes bad. */
export interface Damage {
  name: string;
  /** True when the damaged file may rightly say other figures than the good one: then these are not compared. */
  mayChangeFigures: boolean;
  /** The damaged content; null when this damage cannot be done to it. */
  to(content: Buffer, random: Random): Buffer | null;
}

const text = (content: Buffer): string => content.toString('latin1');
const bytes = (content: string): Buffer => Buffer.from(content, 'latin1');
const linesOf = (content: Buffer): string[] => text(content).split('\n');
const fromLines = (lines: string[]): Buffer => bytes(lines.join('\n'));

/** Changes the fields of the lines after the first; lines with quotation marks are left as they are. */
function fields(content: Buffer, change: (fields: string[], line: number) => string[]): Buffer {
  const lines = linesOf(content);
  return fromLines(
    lines.map((line, at) =>
      at === 0 || line === '' || line.includes('"') ? line : change(line.split(','), at).join(','),
    ),
  );
}

/** Changes the number in one random field of one random line. */
function oneNumber(content: Buffer, random: Random, put: (number: string) => string): Buffer | null {
  const lines = linesOf(content);
  const withNumbers = lines.flatMap((line, at) => (at > 0 && /(^|,)\d+(\.\d+)?(,|\r?$)/.test(line) ? [at] : []));
  const at = random.pick(withNumbers);
  if (at === undefined) return null;
  const parts = (lines[at] as string).split(',');
  const places = parts.flatMap((part, place) => (/^\d+(\.\d+)?\r?$/.test(part) ? [place] : []));
  const place = random.pick(places);
  if (place === undefined) return null;
  parts[place] = put(parts[place] as string);
  return fromLines(lines.with(at, parts.join(',')));
}

const cut = (name: string, where: (content: Buffer, random: Random) => number): Damage => ({
  name,
  mayChangeFigures: true,
  to: (content, random) => content.subarray(0, where(content, random)),
});

const number = (name: string, put: (number: string) => string): Damage => ({
  name: `a figure that is ${name}`,
  // The figure itself may be null afterwards, and the total it belongs to as well; nothing else may differ.
  mayChangeFigures: false,
  to: (content, random) => oneNumber(content, random, put),
});

/** Damage that any file may take. */
export const ANY_FILE: Damage[] = [
  cut('cut to nothing', () => 0),
  cut('cut after one byte', () => 1),
  cut('cut in the middle of its beginning', (content) => Math.floor(Math.max(content.indexOf(10), 40) / 2)),
  cut('cut somewhere', (content, random) => random.below(content.length)),
  cut('cut before its last byte', (content) => content.length - 2),
  {
    name: 'in UTF-16',
    mayChangeFigures: false,
    to: (content) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content.toString('utf8'), 'utf16le')]),
  },
  {
    name: 'in UTF-16 without its mark',
    mayChangeFigures: false,
    to: (content) => Buffer.from(content.toString('utf8'), 'utf16le'),
  },
  {
    name: 'with a NUL byte',
    mayChangeFigures: false,
    to: (content, random) => {
      const at = random.below(content.length);
      return Buffer.concat([content.subarray(0, at), Buffer.from([0]), content.subarray(at)]);
    },
  },
  {
    name: 'with bytes that are no UTF-8',
    mayChangeFigures: true,
    to: (content, random) => {
      const at = random.below(content.length);
      return Buffer.concat([content.subarray(0, at), Buffer.from([0xc3, 0x28, 0xff]), content.subarray(at)]);
    },
  },
  { name: 'twice over', mayChangeFigures: true, to: (content) => Buffer.concat([content, content]) },
  { name: 'backwards', mayChangeFigures: true, to: (content) => Buffer.from(content).reverse() },
];

/** Damage to a table. */
export const TABLE: Damage[] = [
  cut('cut after its header', (content) => content.indexOf(10) + 1),
  cut('cut at the end of its header', (content) => content.indexOf(10)),
  cut('cut in the middle of a row', (content, random) => {
    const lines = linesOf(content);
    const row = 1 + random.below(Math.max(lines.length - 2, 1));
    return lines.slice(0, row).join('\n').length + 1 + Math.floor((lines[row]?.length ?? 0) / 2);
  }),
  {
    name: 'with the names of two columns exchanged',
    mayChangeFigures: true,
    to: (content, random) => {
      const [header = '', ...rest] = linesOf(content);
      const names = header.split(',');
      if (names.length < 2 || header.includes('"')) return null;
      const [a, b] = [random.below(names.length - 1), names.length - 1];
      return fromLines([
        names
          .with(a, names[b] as string)
          .with(b, names[a] as string)
          .join(','),
        ...rest,
      ]);
    },
  },
  {
    name: 'with a column named twice',
    mayChangeFigures: true,
    to: (content, random) => {
      const [header = '', ...rest] = linesOf(content);
      const names = header.split(',');
      const place = random.below(names.length - 1) + 1;
      return fromLines([names.with(place, names[place - 1] as string).join(','), ...rest]);
    },
  },
  {
    name: 'without one of its columns',
    mayChangeFigures: true,
    to: (content, random) => {
      const place = random.below(Math.max(1, linesOf(content)[0]?.split(',').length ?? 1));
      return fromLines(
        linesOf(content).map((line) =>
          line.includes('"')
            ? line
            : line
                .split(',')
                .filter((_, at) => at !== place)
                .join(','),
        ),
      );
    },
  },
  {
    name: 'with fields of some rows moved one to the right',
    mayChangeFigures: true,
    to: (content) => fields(content, (row, line) => (line % 3 === 0 ? ['', ...row.slice(0, -1)] : row)),
  },
  {
    name: 'with a field of a megabyte',
    mayChangeFigures: true,
    to: (content) => fields(content, (row, line) => (line === 2 ? row.with(0, 'x'.repeat(1_000_000)) : row)),
  },
  {
    name: 'with a row of many thousand fields',
    mayChangeFigures: true,
    to: (content) => fields(content, (row, line) => (line === 2 ? Array(50_000).fill('1') : row)),
  },
  {
    name: 'with a quotation mark that does not close',
    mayChangeFigures: true,
    to: (content) => fields(content, (row, line) => (line === 2 ? row.with(0, `"${row[0]}`) : row)),
  },
  {
    name: 'with line breaks inside its fields',
    mayChangeFigures: true,
    to: (content) =>
      fields(content, (row, line) =>
        line === 2 ? row.with(0, `"${row[0]?.slice(0, 3)}\n\r\n${row[0]?.slice(3)}"`) : row,
      ),
  },
  {
    name: 'with line ends of an old Mac',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll('\n', '\r')),
  },
  {
    name: 'with formulas for words',
    mayChangeFigures: true,
    to: (content) =>
      fields(content, (row) => row.map((field) => (/^[A-Za-z]/.test(field) ? `=cmd|' /C calc'!A0` : field))),
  },
  {
    name: 'with words that mean something to the language',
    mayChangeFigures: true,
    to: (content) =>
      fields(content, (row, line) =>
        row.map((field) =>
          /^[A-Za-z ]+$/.test(field) ? (['constructor', '__proto__', 'toString'][line % 3] ?? '') : field,
        ),
      ),
  },
  {
    name: 'with every row twice',
    mayChangeFigures: true,
    to: (content) =>
      fromLines(linesOf(content).flatMap((line, at) => (at === 0 || line === '' ? [line] : [line, line]))),
  },
  {
    name: 'with months of the year 2099',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/\b20[12]\d(?=-?(0[1-9]|1[0-2])\b)/g, '2099')),
  },
  {
    name: 'with a thirteenth month',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/\b(20[12]\d)(-?)0[1-9]\b/g, '$1$213')),
  },
  {
    name: 'with its codes in small letters',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/\bE0(\d{7})\b/g, 'e0$1')),
  },
  number('below nothing', (figure) => `-${figure}`),
  number('a word', () => 'many'),
  number('a formula', (figure) => `=${figure}+1`),
  number('not finite', () => '1e999'),
  number('NaN', () => 'NaN'),
  number('Infinity', () => 'Infinity'),
  number('written with full-width digits', () => '１２'),
  number('in hexadecimal', () => '0x1F'),
  number('of forty digits', () => '9'.repeat(40)),
];

/** Damage to files with coordinates. */
export const PLACES: Damage[] = [
  {
    name: 'with longitude and latitude exchanged',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/(-?0\.\d{4,}),(5[01]\.\d{4,})/g, '$2,$1')),
  },
  {
    name: 'in the sea',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/(-?0\.\d{4,}),(5[01]\.\d{4,})/g, '-30.123456,$2')),
  },
  {
    name: 'off the earth',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/(-?0\.\d{4,}),(5[01]\.\d{4,})/g, '200.5,$2')),
  },
  {
    name: 'in metres of the National Grid',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/(-?0\.\d{4,}),(5[01]\.\d{4,})/g, '530000,180000')),
  },
];

/** Damage to JSON. */
export const JSON_TEXT: Damage[] = [
  { name: 'with a comma too many', mayChangeFigures: true, to: (content) => bytes(text(content).replace('}', ',}')) },
  {
    name: 'nested a hundred thousand deep',
    mayChangeFigures: true,
    to: () => bytes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  },
  { name: 'of one number', mayChangeFigures: true, to: () => bytes('[1]') },
  { name: 'of nulls', mayChangeFigures: true, to: () => bytes('[null,null]') },
  {
    name: 'with keys that mean something to the language',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll('"type"', '"__proto__"').replaceAll('"category"', '"constructor"')),
  },
  {
    name: 'with lists for texts',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/:"([^"]*)"/g, ':["$1"]')),
  },
  {
    name: 'with coordinates that are words',
    mayChangeFigures: true,
    to: (content) =>
      bytes(
        text(content)
          .replaceAll(/\[-?\d+\.\d+,/g, '["west",')
          .replaceAll(/"(-?\d+\.\d+)"/g, '"west"'),
      ),
  },
  {
    name: 'with coordinates without end',
    mayChangeFigures: true,
    to: (content) => bytes(text(content).replaceAll(/\[-?\d+\.\d+,/g, '[1e999,')),
  },
];
