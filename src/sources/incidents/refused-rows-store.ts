import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile as appendText, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { Lake } from '../../platform/lake/index.ts';
import { quoted } from './rows-store.ts';

/** A file of a batch: where it lies, and its name. */
export interface EntryLines {
  path: string;
  name: string;
}

/** A CSV of the rows left out of one import, which grows batch by batch and never enters this process's memory. */
export interface RefusedRowsFile {
  /**
   * Adds the rows of the tables `fault` (row_at, reason) and `unread` (entry, line, reason, said) of the batch.
   * @param columns of the table `raw`, in the file's order
   */
  add(lake: Lake, columns: readonly string[]): Promise<void>;
  /**
   * Adds the blank lines of the batch's files, which the lake passes over: by their line as an editor counts.
   * @param most as many as were counted; those inside quotation marks that do not close may be among them
   */
  addBlank(entries: readonly EntryLines[], reason: string, most: number): Promise<void>;
  /** Where it lies; null while it has no row. */
  path(): string | null;
}

/**
 * Starts a file of rows left out: the columns file (of an archive only), line, reason and text. The line is the record's
 * number in its file, the header being 1: that of the line as an editor counts, unless a blank line or a line break
 * inside quotation marks comes before it. The text of a line that could not be read is as it stands; that of a row whose
 * content cannot be used is made of its fields, quoted where they must be.
 * @param folder staging folder
 */
export function refusedRowsFile(folder: string, { ofArchive }: { ofArchive: boolean }): RefusedRowsFile {
  const path = join(folder, 'left-out.csv');
  let begun = false;
  return {
    async add(lake, columns) {
      const [some] = await lake.query('select 1 from fault union all select 1 from unread limit 1');
      if (some === undefined) return;
      const part = join(folder, 'left-out-part.csv');
      const select = `select ${ofArchive ? 'entry.name as file, ' : ''}line, reason, text
        from (${refusedRows(columns)}) as refused join entry on entry.id = refused.entry order by entry.id, line`;
      await lake.query(`copy (${select}) to ${quoted(part)} (format csv, header ${begun ? 'false' : 'true'})`);
      await appendFile(part, path);
      begun = true;
    },
    async addBlank(entries, reason, most) {
      let left = most;
      for (const { path: read, name } of entries) {
        if (left <= 0) return;
        const lines = await blankLines(read, left);
        left -= lines.length;
        const head = begun || lines.length === 0 ? '' : `${ofArchive ? 'file,' : ''}line,reason,text\n`;
        const rows = lines.map(
          (line) => `${[...(ofArchive ? [name] : []), String(line), reason].map(inQuotes).join(',')},\n`,
        );
        await appendText(path, head + rows.join(''));
        begun ||= lines.length > 0;
      }
    },
    path: () => (begun ? path : null),
  };
}

/** Numbers of the first blank lines of a file after its header, at most so many. */
async function blankLines(path: string, most: number): Promise<number[]> {
  const found: number[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text !== '' || line === 1) continue;
    found.push(line);
    if (found.length === most) break;
  }
  return found;
}

function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Puts files of rows left out together in one, the first line of all but the first left away. */
export async function joinRefusedRows(paths: readonly string[], target: string): Promise<string | null> {
  const [first, ...others] = paths;
  if (first === undefined || others.length === 0) return first ?? null;
  await pipeline(createReadStream(first), createWriteStream(target));
  for (const path of others) await appendFile(path, target, { withoutFirstLine: true });
  return target;
}

async function appendFile(path: string, target: string, { withoutFirstLine = false } = {}): Promise<void> {
  const out = createWriteStream(target, { flags: 'a' });
  if (withoutFirstLine) await pipeline(createReadStream(path), afterFirstLine, out);
  else await pipeline(createReadStream(path), out);
  await rm(path);
}

const LINE_FEED = 10;

/** The columns are plain words, so the first line ends at the first line feed. */
async function* afterFirstLine(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isPast = false;
  for await (const chunk of chunks) {
    if (isPast) yield chunk;
    else if (chunk.includes(LINE_FEED)) {
      isPast = true;
      yield chunk.subarray(chunk.indexOf(LINE_FEED) + 1);
    }
  }
}

/**
 * SQL of the rows left out of a batch. Rows of `raw` keep the order of their files, so a row's line is its place among
 * the rows read of its file, and one more for the header and for each unread line before it.
 */
function refusedRows(columns: readonly string[]): string {
  const fields = columns.map(
    (column) => `case when raw.${column} is null then '' when regexp_matches(raw.${column}, '[",\\r\\n]')
      then '"' || replace(raw.${column}, '"', '""') || '"' else raw.${column} end`,
  );
  return `
    select entry, line, reason, said as text from unread
    union all
    select row.entry, row.place + 1 + coalesce(before.lines, 0), row.reason, row.text
    from (
      select raw.entry, raw.rowid - first.at + 1 as place, fault.reason, concat_ws(',', ${fields.join(', ')}) as text
      from fault join raw on raw.rowid = fault.row_at
      join (select entry, min(rowid) as at from raw group by entry) as first on first.entry = raw.entry) as row
    asof left join (
      -- How many lines were not read, by the least place that a row after them can have.
      select entry, line - nth as place, max(nth) as lines
      from (select entry, line, row_number() over (partition by entry order by line) as nth from unread)
      group by entry, line - nth) as before
    on before.entry = row.entry and row.place >= before.place`;
}
