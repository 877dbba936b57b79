import { monthName } from '../lib/calendar/month.ts';
import type { ImportedFile, ImportRecord, ImportReport, ReasonCount, RevertReport } from './model.ts';

const number = (value: number): string => value.toLocaleString('en-GB');

/** What a terminal says of an import or a dry run. */
export function importLines(report: ImportReport): string[] {
  const fresh = report.imports.filter(({ unchanged }) => !unchanged);
  return [...report.imports.flatMap(fileLines), outcome(report, fresh)];
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
    ...file.supersededMonths.map(
      ({ month, total, by, byTotal }) =>
        `  ${monthName(month)} is taken from ${by} instead: ${number(byTotal)} against ${number(total)} here`,
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
export function listRows(imports: readonly ImportRecord[]): string[][] {
  return imports.map((each) => [
    each.id,
    each.importedAt.slice(0, 10),
    each.vintage,
    each.file,
    each.recognisedAs,
    number(each.rowsUsed),
    each.revertedAt === null ? 'in use' : `taken back ${each.revertedAt.slice(0, 10)}`,
  ]);
}

/** What a terminal says of a revert. */
export function revertLines({ reverted, notices }: RevertReport): string[] {
  return [
    ...reverted.map(({ id, file, vintage }) => `Taken back: ${file} (import ${id}, vintage "${vintage}").`),
    ...notices,
  ];
}
