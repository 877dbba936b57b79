import { monthName } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import type { RevisionSum } from '../revisions/sum-revisions.ts';
import { revisionsFileAddress } from './measure-address.ts';
import type { AreaRevisions, MeasurePageModel } from './model.ts';
import { sayFigure } from './say-measure.ts';

/** What changed since another vintage; nothing where only one is held. */
export function RevisionsSection({ measure, place, revisions, publishable }: MeasurePageModel) {
  if (revisions === null) return null;
  const { from, to, areas } = revisions;
  return (
    <section class="w-section" aria-labelledby="revisions">
      <h2 class="w-h2" id="revisions">
        What changed since the vintage {from}
      </h2>
      <p class="w-body">
        Publications restate their past. These are the months that both {from} and {to} have, added up by financial
        year.
      </p>
      <div class={areas.length > 1 ? 'w-cols w-cols--half' : 'w-cols'}>
        {areas.map((each) => (
          <Revised key={each.area} revised={each} />
        ))}
      </div>
      {publishable ? (
        <p class="w-body">
          <a class="govuk-link" href={revisionsFileAddress(measure.name, place.word, from, to)} download>
            Every month of both vintages as CSV
          </a>
        </p>
      ) : null}
    </section>
  );
}

const COLUMNS: Column<RevisionSum>[] = [
  { head: 'Year', rowHeader: true, cell: ({ of }) => <span class="w-nw">{of}</span> },
  { head: 'Months changed', number: true, cell: ({ changed, months }) => `${changed} of ${months}` },
  { head: 'Before', number: true, cell: ({ before }) => sayFigure(before) },
  { head: 'After', number: true, cell: ({ after }) => sayFigure(after) },
  { head: 'Change', number: true, cell: ({ difference }) => signed(difference) },
];

/** Months that lie in no sum because one of the vintages seems to lack much of them. */
const sayDoubtful = (doubtful: number): string =>
  doubtful === 0
    ? ''
    : ` ${countWords(doubtful, 'month')} more ${doubtful === 1 ? 'is' : 'are'} doubtful in one of the two and left out.`;

function Revised({ revised: { area, total, years, largest } }: { revised: AreaRevisions }) {
  if (total.changed === 0)
    return (
      <p class="w-body">
        <b>{area}: nothing.</b> All {total.months} months that both vintages have are the same, {sayFigure(total.after)}{' '}
        in all.{sayDoubtful(total.doubtful)}
      </p>
    );
  return (
    <div>
      <DataTable<RevisionSum>
        caption={`${area}: ${total.changed} of ${total.months} months differ, ${signed(total.difference)} in all`}
        columns={COLUMNS}
        rows={years.toReversed()}
        rowKey={({ of }) => of}
        compact
      />
      {total.doubtful === 0 ? null : <p class="w-note">{sayDoubtful(total.doubtful).trim()}</p>}
      {largest.length === 0 ? null : (
        <p class="w-note">
          Largest:{' '}
          {largest
            .map(
              ({ month, before, after, difference }) =>
                `${monthName(month)}, ${sayFigure(before)} to ${sayFigure(after)} (${signed(difference)})`,
            )
            .join('; ')}
          .
        </p>
      )}
    </div>
  );
}

const signed = (value: number): string => (value > 0 ? `+${sayFigure(value)}` : sayFigure(value).replace('-', '−'));
