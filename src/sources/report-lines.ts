import { monthName } from '../lib/calendar/month.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { changeLines, runsText } from './changes/change-lines.ts';
import type { ImportedFile, ImportReport, ReasonCount, RevertReport } from './model.ts';
import { sayState } from './standing/say-state.ts';
import type { StandingImport } from './standing/standing-import.ts';
import { supersededByFile } from './superseded-by-file.ts';

const number = (value: number): string => value.toLocaleString('en-GB');

/** What a terminal says of an import or a dry run. */
export function importLines(report: ImportReport): string[] {
  const fresh = report.imports.filter(({ unchanged }) => !unchanged);
  return [...report.imports.flatMap(fileLines), ...changed(report), outcome(report, fresh)];
}

function changed({ changes }: ImportReport): string[] {
  const lines = changes === null ? [] : changeLines(changes);
  return lines.length === 0 ? [] : ['What would change:', ...lines.map((line) => `  ${line}`), ''];
}

function outcome({ vintage, dryRun }: ImportReport, fresh: ImportedFile[]): string {
  if (fresh.length === 0) return 'Nothing was changed: everything is held already.';
  const files = fresh.length === 1 ? 'One file' : `${fresh.length} files`;
  return dryRun
    ? `${files} would be imported as the vintage "${vintage}". Nothing was changed: this was a dry run.`
    : `${files} imported as the vintage "${vintage}".`;
}

function fileLines(file: ImportedFile): string[] {
  const id = file.id === null ? '' : ` (import ${file.id})`;
  const held = file.unchanged ? ', held already' : '';
  return [
    `${file.file}: ${file.recognisedAs}${id}${held}`,
    `  ${number(file.rowsRead)} rows read, ${number(file.rowsUsed)} used${period(file)}`,
    ...reasonLines('left out', file.refused),
    ...reasonLines('noted', file.notices),
    ...supersededByFile(file.supersededMonths).map(
      ({ by, months, total, byTotal }) =>
        `  ${runsText(months)} ${months.length === 1 ? 'is' : 'are'} taken from ${by} instead: ${number(byTotal)} against ${number(total)} here`,
    ),
    '',
  ];
}

function period({ from, to }: ImportedFile): string {
  if (from === null || to === null) return '';
  return from === to ? `, ${monthName(from)}` : `, ${monthName(from)} to ${monthName(to)}`;
}

function reasonLines(word: string, counts: readonly ReasonCount[]): string[] {
  return counts.map(({ reason, count }) => `  ${number(count)} ${word}: ${reason}`);
}

/** Columns and rows of the list of imports for a terminal. */
export function listRows(imports: readonly StandingImport[]): string[][] {
  return imports.map((each) => [
    each.id,
    todayInLondon(new Date(each.importedAt)),
    each.vintage,
    each.file,
    each.recognisedAs,
    number(each.rowsUsed),
    sayState(each.state),
  ]);
}

/** What a terminal says of a revert. */
export function revertLines({ reverted, notices }: RevertReport): string[] {
  return [
    ...reverted.map(({ id, file, vintage }) => `Taken back: ${file} (import ${id}, vintage "${vintage}").`),
    ...notices,
  ];
}
