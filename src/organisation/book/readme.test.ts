import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import { ABOUT_COLUMNS } from './kinds/about.ts';

type Columns = (typeof BOOK_KINDS)['posts']['columns'];

const listed = (name: string, says: string, columns: Columns) =>
  [
    `### ${name}.csv`,
    '',
    says,
    '',
    '| Column | Holds |',
    '|---|---|',
    ...columns.map(
      (column) => `| ${column.needed ? `**${column.name}**` : column.name} | ${column.says.replaceAll('|', '\\|')} |`,
    ),
    '',
  ].join('\n');

it('lists every column of every file as the code reads it', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const about = listed('book', 'What the book is, in one line; a folder may do without.', ABOUT_COLUMNS);
  const kinds = KIND_NAMES.map((name) => listed(name, BOOK_KINDS[name].says, BOOK_KINDS[name].columns));
  expect(readme.slice(readme.indexOf('### '))).toBe([...kinds, about].join('\n'));
});
