import { monthName } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { NoFigure } from '../../ui/no-figure.tsx';
import { numberWord } from '../../ui/number-word.ts';
import { signedNumber } from '../../ui/signed-number.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { EvaluationResult, OutcomeResult } from '../model.ts';
import { resultAddress } from './addresses.ts';
import { sayAsMuch, sayGap, sayGaps, sayP } from './say-figures.ts';
import { StateTag } from './state-tag.tsx';

/** Every outcome of every group in one table: nobody can show the one that suits them. */
export function OutcomesTable({ result, charter }: { result: EvaluationResult; charter: string }) {
  const { outcomes, groups } = result;
  const each = new Set(outcomes.map(({ measure }) => measure)).size;
  return (
    <section class="w-section" aria-labelledby="all">
      <h2 class="w-h2" id="all">
        All {numberWord(each)} outcomes, always together
      </h2>
      <DataTable<OutcomeResult>
        id="outcomes"
        caption={captionOf(outcomes)}
        sub="Gap in per cent of what would have been. “Cannot tell”: the stop rule called neither harm nor benefit, which never means that nothing changed. The chance allows for all the outcomes of the group. “Could have seen”: the smallest lasting change that would be called four times in five."
        synthetic={result.synthetic}
        columns={columnsFor(charter)}
        sections={groups.map(({ name }) => ({
          heading: name,
          kind: 'group',
          rows: outcomes.filter(({ group }) => group === name),
        }))}
        rowKey={({ measure }) => measure}
        phones="stack"
      />
      {outcomes.some(({ role }) => role === 'context') ? (
        <p class="w-note">
          An outcome that is context only is shown and not judged: as a total, for example, it holds the others.
        </p>
      ) : null}
    </section>
  );
}

function captionOf(outcomes: readonly OutcomeResult[]): string {
  const judged = outcomes.flatMap((outcome) => outcome.judged ?? []);
  const [first] = judged;
  if (first === undefined) return 'No month after the start is held yet';
  return judged.every(({ from, months }) => from === first.from && months === first.months)
    ? `Average over ${countWords(first.months, 'month')} from ${monthName(first.from)}`
    : 'Average over the months after each start';
}

const missing = <NoFigure />;

const saySeen = (
  { worse, better }: NonNullable<OutcomeResult['smallestSeen']>,
  polarity: OutcomeResult['polarity'],
) => {
  const [more, fewer] = polarity === 'more is better' ? [better, worse] : [worse, better];
  return `${sayGap(more)} or ${sayGap(-fewer)}`;
};

const columnsFor = (charter: string): Column<OutcomeResult>[] => [
  {
    head: 'Outcome',
    rowHeader: true,
    cell: ({ group, measure, title }) => (
      <a class="govuk-link" href={resultAddress(charter, { group, measure })}>
        {title}
      </a>
    ),
  },
  {
    head: 'Earlier monthly average',
    number: true,
    cell: ({ earlierAverage }) => (earlierAverage === null ? missing : wholeNumber(Math.round(earlierAverage))),
  },
  { head: 'Gap', number: true, cell: ({ primary }) => (primary?.percent == null ? missing : sayGap(primary.percent)) },
  {
    head: 'Could be',
    number: true,
    cell: ({ primary }) => (primary?.interval == null ? missing : sayGaps(primary.interval.low, primary.interval.high)),
  },
  {
    head: 'A month, about',
    number: true,
    cell: ({ primary }) => (primary?.perMonth == null ? missing : signedNumber(Math.round(primary.perMonth))),
  },
  {
    head: 'Others that moved as far, either way',
    number: true,
    cell: ({ primary }) => sayAsMuch(primary?.asMuch ?? null) ?? missing,
  },
  { head: 'Chance', number: true, cell: ({ adjustedP }) => (adjustedP === null ? missing : sayP(adjustedP)) },
  {
    head: 'Could have seen',
    number: true,
    cell: ({ smallestSeen, polarity }) => (smallestSeen === null ? missing : saySeen(smallestSeen, polarity)),
  },
  {
    head: 'State',
    cell: ({ role, state }) => (role === 'context' ? <small>context only</small> : <StateTag state={state} />),
  },
];
