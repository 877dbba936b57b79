import type { Command } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { numberColumns, textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { longDate } from '../../ui/long-date.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { comparisonJson } from '../comparison/comparison-json.ts';
import { asPublished } from './as-published-service.ts';
import type { AsPublished, JudgedRow } from './model.ts';
import { PUBLISHED_TABLES } from './published-tables.ts';

/** Adds "wardroom performance as-published". */
export function asPublishedCommand(performance: Command, open: OpenPlatform, output: Output): void {
  performance
    .command('as-published [name]')
    .description(
      'a table as it was published, and what each printed percentage can bear; without a name, which there are',
    )
    .option('--json', 'as JSON')
    .action(async (name: string | undefined, options: { json?: boolean }) => {
      if (name === undefined) {
        const tables = PUBLISHED_TABLES.map(({ rows: _rows, ...table }) => table);
        if (options.json) output.json(tables);
        else for (const each of tables) output.line(`${each.name}: ${each.title} (${each.source})`);
        return;
      }
      const { platform, close } = await open();
      try {
        const answer = await asPublished(platform, { name, asAt: todayInLondon(platform.now()) });
        if ('kind' in answer) {
          output.error(answer.because);
          output.exitCode(1);
        } else if (options.json) output.json({ ...answer, table: comparisonJson(answer.table) });
        else for (const line of linesOf(answer)) output.line(line);
      } finally {
        await close();
      }
    });
}

function linesOf({ title, source, published, table, rows, heldMadeUp }: AsPublished): string[] {
  const wrong = rows.filter(({ reproduced }) => !reproduced);
  const cells = rows.map(({ printed, row, held }) => [
    printed.printed,
    wholeNumber(printed.current),
    wholeNumber(printed.previous),
    `${printed.percent} ${printed.arrow}`,
    ...(heldMadeUp ? [] : [sayHeld(held)]),
    row.words,
  ]);
  const heads = ['', 'Current', 'Previous', 'Printed', ...(heldMadeUp ? [] : ['Held now']), 'What it can bear'];
  return [
    `${table.area.name}: ${title}, as published on ${longDate(published)}`,
    ...wrapText(table.answer),
    '',
    ...textTable(numberColumns(heads), cells),
    '',
    wrong.length === 0
      ? 'Every printed percentage is that of the printed counts.'
      : `Printed percentages that are not those of the printed counts: ${wrong.map(({ printed }) => printed.printed).join(', ')}.`,
    ...table.remarks.flatMap((remark) => wrapText(remark)),
    `Source: ${source}${table.vintage === null ? '' : `; how years differ from vintage ${table.vintage}`}.`,
  ];
}

function sayHeld(held: JudgedRow['held']): string {
  if (held === null || held.current === null || held.previous === null) return '';
  return `${wholeNumber(held.current)} v ${wholeNumber(held.previous)}`;
}
