import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { csvLines, type OpenTable, toCsvw, toJson, toNotes } from '../../lib/tables/index.ts';

/** What a table's file ends in: the figures, the notes beside them, their description for machines, all as JSON. */
export const TABLE_FORMATS = ['csv', 'txt', 'csv-metadata.json', 'json'] as const;
type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table's file as its address names it: "theft-E09000007.csv" is of the table "theft-E09000007", as CSV. */
export function tableFile(file: string): { base: string; format: TableFormat } | null {
  const format = TABLE_FORMATS.toSorted((a, b) => b.length - a.length).find((each) => file.endsWith(`.${each}`));
  return format === undefined ? null : { base: file.slice(0, -format.length - 1), format };
}

const TYPE: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  txt: 'text/plain; charset=utf-8',
  'csv-metadata.json': 'application/csvm+json; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const CHUNK_CHARACTERS = 65_536;

/**
 * Answers with a table in a format; the CSV as a stream, naming its description as CSV on the Web asks.
 * What follows a "?" in the address asked is part of the address of the CSV too.
 * @param at the table's name in its address, where that is another than the name of its file
 * @source W3C, Model for Tabular Data and Metadata on the Web, section 5.2, https://www.w3.org/TR/tabular-data-model/
 */
export function sendTable(
  reply: FastifyReply,
  table: OpenTable,
  format: TableFormat,
  at: { base?: string } = {},
): FastifyReply {
  const { base = table.name } = at;
  const { url } = reply.request;
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  const answer = reply
    .type(TYPE[format])
    .header('cache-control', 'no-store')
    .header('content-disposition', `${format === 'csv' ? 'attachment' : 'inline'}; filename="${table.name}.${format}"`);
  if (format === 'txt') return answer.send(toNotes(table));
  if (format === 'json') return answer.send(JSON.stringify(toJson(table)));
  if (format === 'csv-metadata.json')
    return answer.send(JSON.stringify({ ...toCsvw(table), url: `${base}.csv${query}` }, null, 2));
  const description = `<${base}.csv-metadata.json${query}>; rel="describedby"; type="application/csvm+json"`;
  return answer.header('link', description).send(Readable.from(chunks(csvLines(table)), { objectMode: false }));
}

/** Lines put together, so that a long table is not sent a line at a time. */
function* chunks(lines: Iterable<string>): Generator<string, void> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
