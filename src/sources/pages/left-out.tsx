import { countWords } from '../../ui/count-words.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { runsText } from '../changes/change-lines.ts';
import type { ImportedFile, ReasonCount } from '../model.ts';
import { supersededByFile } from '../superseded-by-file.ts';

type Counts = Pick<ImportedFile, 'refused' | 'notices' | 'supersededMonths'>;

export interface LeftOutProps {
  file: Counts;
  /** Address of the CSV of the rows left out. */
  download: string;
}

/** What of a file was not used, and why, behind one line that gives the numbers. Nothing when all of it was. */
export function LeftOut({ file, download }: LeftOutProps) {
  const { refused, notices, supersededMonths } = file;
  if (refused.length + notices.length + supersededMonths.length === 0) return null;
  return (
    <details class="govuk-details w-left-out">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{leftOutSummary(file)}</span>
      </summary>
      <div class="govuk-details__text">
        <RowsLeftOut reasons={refused} download={download} />
        <Notes reasons={notices} />
        {supersededMonths.length === 0 ? null : (
          <>
            <p class="w-small">Months taken from a more complete file of the same vintage</p>
            <ul class="govuk-list w-small">
              {supersededByFile(supersededMonths).map(({ by, months, total, byTotal }) => (
                <li key={by}>
                  {runsText(months)}: {wholeNumber(total)} here, {wholeNumber(byTotal)} in {by}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}

/** "55 rows left out, 3 notes, 2 months from a more complete file". A row may come under several notes. */
export function leftOutSummary({ refused, notices, supersededMonths }: Counts): string {
  const parts = [
    refused.length > 0 ? `${countWords(sum(refused), 'row')} left out` : '',
    notices.length > 0 ? countWords(notices.length, 'note') : '',
    supersededMonths.length > 0 ? `${countWords(monthsOf(supersededMonths), 'month')} from a more complete file` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function RowsLeftOut({ reasons, download }: { reasons: ReasonCount[]; download: string }) {
  if (reasons.length === 0) return null;
  const only = download.includes('?') ? '&' : '?';
  return (
    <>
      <p class="w-small">Rows left out</p>
      <ul class="govuk-list w-small">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            {wholeNumber(count)}: {reason}{' '}
            <a class="govuk-link w-nw" href={`${download}${only}reason=${encodeURIComponent(reason)}`}>
              download<span class="govuk-visually-hidden"> rows left out: {reason}</span>
            </a>
          </li>
        ))}
      </ul>
      {reasons.length === 1 ? null : (
        <p class="w-small">
          <a class="govuk-link" href={download}>
            Download all {wholeNumber(sum(reasons))} rows left out
          </a>{' '}
          (CSV)
        </p>
      )}
    </>
  );
}

function Notes({ reasons }: { reasons: ReasonCount[] }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <p class="w-small">Rows used, with a limit</p>
      <ul class="govuk-list w-small">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            {wholeNumber(count)}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

const monthsOf = (given: Counts['supersededMonths']) => new Set(given.map(({ month }) => month)).size;
const sum = (reasons: ReasonCount[]) => reasons.reduce((total, { count }) => total + count, 0);
