import { countWords } from '../../../ui/count-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { NoFigure } from '../../../ui/no-figure.tsx';
import type { PowerForPage } from '../../power/model.ts';
import { sayPercent } from '../../words/say-amount.ts';

/** What the pilot could see: the smallest change by outcome and length, what it would probably miss, and the drift. */
export function PowerSection({ power }: { power: PowerForPage }) {
  return (
    <section class="w-section" aria-labelledby="power">
      <h2 class="w-h2" id="power">
        What could this pilot see?
      </h2>
      <Power power={power} />
    </section>
  );
}

function Power({ power }: { power: PowerForPage }) {
  if (power.kind === 'working')
    return <p class="w-body">This is being worked out: open the page again in a minute or two.</p>;
  if (power.kind === 'refused') return <p class="w-body">That cannot be said yet: {power.because}</p>;
  const told = power.powers.filter(({ refused }) => refused === null);
  const sentences = (of: (each: Told) => readonly string[]): string[] => [...new Set(told.flatMap(of))];
  const groups = [...new Set(told.map(({ group }) => group))];
  const months = [...new Set(told.flatMap(({ lengths }) => lengths.map((length) => length.months)))];
  return (
    <>
      {sentences(({ warnings }) => warnings).map((warning) => (
        <p class="w-body" key={warning}>
          <b>{warning}</b>
        </p>
      ))}
      {sentences(({ drift }) => (drift === null ? [] : [drift.because])).map((because) => (
        <p class="w-body" key={because}>
          {because}
        </p>
      ))}
      <DataTable<Told>
        caption="Smallest lasting worsening that would be called four times in five"
        sub={`By the charter’s own stop rule, for pilots of several lengths. ${sentences(({ tried }) => [tried]).join(' ')}`}
        columns={columnsFor(months)}
        sections={groups.map((name) => ({
          heading: name,
          kind: 'group',
          rows: told.filter(({ group }) => group === name),
        }))}
        rowKey={({ measure }) => measure}
        phones="stack"
      />
    </>
  );
}

type Told = Extract<PowerForPage, { kind: 'worked out' }>['powers'][number];

const columnsFor = (months: readonly number[]): Column<Told>[] => [
  { head: 'Outcome', rowHeader: true, cell: ({ title }) => title },
  ...months.map(
    (length): Column<Told> => ({
      head: countWords(length, 'month'),
      number: true,
      cell: ({ lengths }) => {
        const seen = lengths.find((each) => each.months === length);
        const worse = seen?.looks?.worse ?? null;
        return worse === null ? <NoFigure because={seen?.refused ?? 'no change up to tenfold'} /> : sayPercent(worse);
      },
    }),
  ),
];
