import { londonTime } from '../../lib/calendar/london-time.ts';
import type { AuditReport } from './report.ts';

/** What checking the audit found, in plain sentences. */
export function verifyLines(report: AuditReport): string[] {
  const { ok, erased, heads, proven, because, imports } = report;
  return [
    ok ? fineLine(report) : 'The audit is not as it was written:',
    ...because.map((sentence) => `  ${sentence}`),
    ...restoreLines(report),
    ...(ok || proven === 0 ? [] : [`Up to entry ${proven} it is as it was when a head was signed.`]),
    ...(erased === 0 ? [] : [erasedLine(report)]),
    ...erasureLines(report),
    ...report.setBack.map(
      ({ seq, from, to }) => `A clock was set back before entry ${seq}, from ${clock(from)} to ${clock(to)}.`,
    ),
    heads === 0
      ? 'No exported head was found.'
      : `${counted(heads, 'exported head was', 'exported heads were')} checked.`,
    ...(imports === null || imports.checked + imports.withoutRoot === 0 ? [] : [importsLine(imports)]),
    ...report.notes,
    windowLine(report),
  ];
}

/** No more than was proven: an audit that fits together may still be another one than was written. */
function fineLine({ rows, proven }: AuditReport): string {
  const holds = `The audit holds ${counted(rows, 'entry', 'entries')}`;
  if (rows === 0) return 'The audit holds no entry yet.';
  if (proven === 0) {
    return `${holds}. The entries fit together; no head proves that they are the ones written.`;
  }
  if (proven < rows) {
    return `${holds}. Nothing up to entry ${proven.toLocaleString('en-GB')} was changed; what comes after it fits together, and no head proves it.`;
  }
  return `${holds}, and nothing of it was changed.`;
}

function restoreLines({ restores }: AuditReport): string[] {
  return restores.map(({ at, by, reason, head, from, to }) => {
    const what = from === to ? `ENTRY ${to} of ${head} WAS` : `ENTRIES ${from} to ${to} of ${head} WERE`;
    return `${what} ABANDONED by a restore, as ${by} said at ${clock(at)}: ${reason}`;
  });
}

function erasedLine({ ok, rows, erased }: AuditReport): string {
  return ok
    ? `Of ${counted(erased, 'entry', 'entries')} the content was erased, all of them by the rules in force.`
    : `Of ${counted(erased, 'entry', 'entries')} of ${rows.toLocaleString('en-GB')} the content is gone.`;
}

function erasureLines({ erasures, adoptions }: AuditReport): string[] {
  return [
    ...adoptions.flatMap(({ at, by, rules }) =>
      rules.map(
        ({ module, months, from, source }) =>
          `At ${clock(at)} ${by} adopted the rule that ${module} is kept ${months === null ? 'for ever' : `${months} months`} from ${from} on (${source}).`,
      ),
    ),
    ...erasures.map(
      ({ at, by, entries, module, until, months, source }) =>
        `At ${clock(at)} ${by} erased ${counted(entries, 'entry', 'entries')} of ${module} from before ${clock(until)}, kept ${months} months (${source}).`,
    ),
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
  if (entries === 0) return `Every entry is covered by the head exported at ${clock(since)}.`;
  return `${counted(entries, 'entry', 'entries')} since ${clock(since)} ${entries === 1 ? 'is' : 'are'} not covered by an exported head yet.`;
}

function clock(instant: string): string {
  const { date, time } = londonTime(new Date(instant));
  return `${time} on ${date}`;
}

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}
