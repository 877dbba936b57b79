import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { NoFigure } from '../../ui/no-figure.tsx';
import { WhiskerAxis, WhiskerDrawing } from '../../ui/whisker-drawing.tsx';
import { type RatioRange, whiskerScale } from '../../ui/whisker-scale.ts';
import type { OutcomeEstimate, OutcomeResult } from '../model.ts';
import { METHOD_NAMES, SIDE_BY_SIDE } from './method-names.ts';
import { sayAsMuch, sayGap, sayGaps, sayP } from './say-figures.ts';

/** Pixels of the column of whiskers. */
const WHISKERS = 220;

/** An estimator in the table; without an estimate where it was not worked out. */
interface Row {
  method: OutcomeEstimate['method'];
  adjoining: OutcomeEstimate['adjoining'];
  estimate: OutcomeEstimate | null;
  decides: boolean;
}

/** What each estimator says of one outcome, with areas next door among the comparison and without them. */
export function EstimatorsSection({ outcome, areas }: { outcome: OutcomeResult; areas: string }) {
  const { title, group, primary, estimates } = outcome;
  const first = primary?.adjoining ?? estimates[0]?.adjoining ?? 'kept';
  const sides = first === 'kept' ? (['kept', 'left out'] as const) : (['left out', 'kept'] as const);
  return (
    <section class="w-section" aria-labelledby="estimators">
      <h2 class="w-h2" id="estimators">
        Would another method say the same?
      </h2>
      <p class="w-body">
        The charter names the one that decides; where the others differ much, the answer hangs on it.
      </p>
      <Details summary={`${title} in ${group}, by each method`}>
        <DataTable<Row>
          caption={`${title} in ${group}, by each method`}
          sub="Mean change over the months judged, in per cent of what would have been. The bar is the range that the comparison does not rule out."
          columns={columnsFor(outcome)}
          sections={sides.map((adjoining) => ({
            heading: `${adjoining === 'kept' ? 'With' : 'Without'} adjoining ${areas}`,
            kind: 'group',
            rows: rowsOf(outcome, adjoining),
          }))}
          rowKey={({ method, adjoining }) => `${method} ${adjoining}`}
          isHere={({ decides }) => decides}
          phones="stack"
        />
      </Details>
    </section>
  );
}

function rowsOf({ estimates, primary }: OutcomeResult, adjoining: OutcomeEstimate['adjoining']): Row[] {
  const same = estimates.filter((estimate) => estimate.adjoining === adjoining);
  const further = same.map(({ method }) => method).filter((method) => !SIDE_BY_SIDE.includes(method));
  return [...SIDE_BY_SIDE, ...further].map((method) => ({
    ...{ method, adjoining, estimate: same.find((estimate) => estimate.method === method) ?? null },
    decides: primary?.method === method && primary.adjoining === adjoining,
  }));
}

const rangeOf = ({ interval }: OutcomeEstimate): RatioRange | null =>
  interval === null ? null : [ratio(interval.low), Number.isFinite(interval.high) ? ratio(interval.high) : null];
/** A change in per cent as a ratio, above none so that it has a place on the scale. */
const ratio = (percent: number): number => Math.max(0.01, 1 + percent / 100);

function columnsFor({ estimates }: OutcomeResult): Column<Row>[] {
  const scale = whiskerScale(estimates.map(rangeOf), WHISKERS);
  return [
    {
      head: 'Method',
      rowHeader: true,
      cell: ({ method, decides }) => (
        <>
          {METHOD_NAMES[method]}
          {decides ? <small> decides</small> : null}
        </>
      ),
    },
    {
      head: 'Range as a drawing',
      hideHead: true,
      underHead: <WhiskerAxis scale={scale} />,
      full: true,
      cell: ({ estimate }) => {
        if (estimate?.refused != null) return estimate.refused;
        const range = estimate === null ? null : rangeOf(estimate);
        const percent = estimate?.percent ?? null;
        const clear = range !== null && (range[0] > 1 || (range[1] !== null && range[1] < 1));
        return (
          <WhiskerDrawing scale={scale} range={range} ratio={percent === null ? null : ratio(percent)} clear={clear} />
        );
      },
    },
    { head: 'Change', number: true, cell: ({ estimate }) => figure(estimate?.percent, sayGap) },
    {
      head: 'Could be',
      number: true,
      cell: ({ estimate }) => figure(estimate?.interval, ({ low, high }) => sayGaps(low, high)),
    },
    {
      head: 'Others that moved as far, either way',
      number: true,
      cell: ({ estimate }) => figure(estimate?.asMuch, sayAsMuch),
    },
    { head: 'Chance (p)', number: true, cell: ({ estimate }) => figure(estimate?.pValue, sayP) },
    {
      head: 'Off before the start',
      number: true,
      cell: ({ estimate }) => figure(estimate?.preRmspePercent, (percent) => `${percent.toFixed(1)}%`),
    },
  ];
}

const figure = <Value,>(value: Value | null | undefined, say: (value: Value) => string | null) =>
  value == null ? <NoFigure /> : say(value);
