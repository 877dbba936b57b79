import { londonTime } from '../../lib/calendar/london-time.ts';
import type { AuditReport } from './report.ts';

/** What checking the audit found, in plain sentences. */
export function verifyLines(report: AuditReport): string[] {
  const { ok, rows, erased, heads, proven, because, imports } = report;
  return [
    ok
      ? `The audit holds ${counted(rows, 'entry', 'entries')}, and nothing of it was changed.`
      : 'The audit is not as it was written:',
    ...because.map((sentence) => `  ${sentence}`),
    ...(ok || proven === 0 ? [] : [`Up to entry ${proven} it is as it was when a head was signed.`]),
    ...(erased === 0
      ? []
      : [`Of ${counted(erased, 'entry', 'entries')} the content was erased when its time was over.`]),
    heads === 0
      ? 'No exported head was found.'
      : `${counted(heads, 'exported head was', 'exported heads were')} checked.`,
    ...(imports === null || imports.checked + imports.withoutRoot === 0 ? [] : [importsLine(imports)]),
    windowLine(report),
  ];
}

function importsLine({ checked, withoutRoot }: NonNullable<AuditReport['imports']>): string {
  const before =
    withoutRoot === 0 ? '' : ` ${withoutRoot} from before their figures were written down in the audit were not.`;
  return `${counted(checked, 'import was', 'imports were')} compared with what the audit says of their figures.${before}`;
}

/** Entries that who holds the database could still rewrite unnoticed. */
function windowLine({ sinceExport: { entries, since } }: AuditReport): string {
  if (since === null) {
    return entries === 0
      ? 'Nothing was written yet.'
      : `No exported head covers any of the ${counted(entries, 'entry', 'entries')} yet: export one with "wardroom audit head".`;
  }
  const { date, time } = londonTime(new Date(since));
  if (entries === 0) return `Every entry is covered by the head exported at ${time} on ${date}.`;
  return `${counted(entries, 'entry', 'entries')} since ${time} on ${date} ${entries === 1 ? 'is' : 'are'} not covered by an exported head yet.`;
}

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}
