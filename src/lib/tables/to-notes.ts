import { LICENCE } from './licence.ts';
import type { OpenTable } from './model.ts';

/** What stands beside a CSV for people, as NAME.txt: a CSV itself holds figures only. */
export function toNotes(table: Omit<OpenTable, 'rows'>): string {
  const part = (heading: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', heading, ...lines.map((line) => `- ${line}`)] : [];
  return [
    table.title,
    '',
    table.description,
    ...part('Notes', table.notes),
    ...part(
      'Columns',
      table.columns.map(({ name, description }) => `${name}: ${description}`),
    ),
    ...part('Apostrophes', [
      'Text that a spreadsheet would take for a formula has an apostrophe before it; the JSON form has it without.',
    ]),
    ...part(
      'Sources',
      table.sources.map(({ title, path }) => (path === undefined ? title : `${title}, ${path}`)),
    ),
    '',
    `${LICENCE.attribution} ${LICENCE.path}`,
    `Made on ${table.made}.`,
    '',
  ].join('\r\n');
}
