import type { OptimalPlan } from '../../../allocation/index.ts';
import { findComponent } from '../../../demand/index.ts';
import { boundarySet } from '../../../geography/index.ts';
import { monthName } from '../../../lib/calendar/month.ts';
import { findMeasure } from '../../../measures/index.ts';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';

interface Part {
  component: string;
  title: string;
  /** Share of all weights as asked for. */
  asked: number;
  /** Weight it counts with; null when it is missing. */
  counts: number | null;
  from: string;
}

/** Which parts make up demand, what each counts for, where its figures come from, and which are missing. */
export function WhatCounts({ plan, weightsSum }: { plan: OptimalPlan; weightsSum: number | null }) {
  const parts = partsOf(plan);
  const rescaled = plan.missing.length > 0;
  return (
    <>
      <h2 class="w-h2">What counts as demand</h2>
      {weightsSum === null ? null : (
        <p class="w-body">
          <b>The weights sum to {Number(weightsSum.toFixed(3))}, not 100.</b> They were rescaled, each in proportion.
        </p>
      )}
      <DataTable<Part>
        caption={`Weights: ${plan.weights.name}`}
        sub={`Version ${plan.weights.version}. ${windowSentence(plan)}`}
        phones="stack"
        compact
        rows={parts}
        rowKey={(part) => part.component}
        columns={[
          { head: 'Part', rowHeader: true, cell: (part) => part.title },
          { head: rescaled ? 'Weight' : 'Counts for', number: true, cell: (part) => percentOf(part.asked) },
          ...(rescaled
            ? [
                {
                  head: 'Counts for',
                  number: true,
                  cell: (part: Part) => (part.counts === null ? 'missing' : percentOf(part.counts)),
                },
              ]
            : []),
          { head: 'Source', full: true, cell: (part) => <small class="w-file">{part.from}</small> },
        ]}
      />
      {rescaled ? (
        <p class="w-note">
          {countWords(plan.missing.length, 'part')} {plan.missing.length === 1 ? 'is' : 'are'} missing and left out, not
          guessed. The other weights were rescaled to make up the whole.
        </p>
      ) : null}
    </>
  );
}

function windowSentence(plan: OptimalPlan): string {
  const { window } = plan;
  const vintage = oneVintage(plan);
  const from = vintage === null ? '' : plan.synthetic ? ` All are ${vintage}.` : ` All from vintage ${vintage}.`;
  if (window === null) return `No monthly figures are used.${from}`;
  return `Monthly figures are summed over ${countWords(window.months, 'month')}, ${monthName(window.from)} to ${monthName(window.to)}.${from}`;
}

/** The vintage that every part comes from; null when they come from several. */
function oneVintage({ used }: OptimalPlan): string | null {
  const [vintage, ...others] = new Set(used.map((part) => part.vintage));
  return vintage !== undefined && others.length === 0 ? vintage : null;
}

/** Whether months are counted in which these wards did not exist. */
function beforeTheWards({ window, boundaryVersion }: OptimalPlan): boolean {
  return window !== null && window.from < boundarySet(boundaryVersion).from.slice(0, 7);
}

function partsOf(plan: OptimalPlan): Part[] {
  const vintage = oneVintage(plan);
  const known = plan.missing.reduce((total, part) => total + part.weight, 0);
  const used = plan.used.map((part) => ({
    component: part.component,
    title: part.title,
    asked: part.weight * (1 - known),
    counts: part.weight,
    from: [
      isCount(part) ? `${wholeNumber(part.total)} in all` : 'residents times a made-up score',
      part.synthetic ? '' : filesText(part.files),
      vintage !== null ? '' : part.synthetic ? part.vintage : `vintage ${part.vintage}`,
      part.origins.length === 0 && part.backCast && beforeTheWards(plan)
        ? 'recounted for wards that did not exist yet'
        : '',
      part.synthetic ? '' : part.origins.map(asClause).join('; '),
    ]
      .filter(Boolean)
      .join(', '),
  }));
  const missing = plan.missing.map((part) => ({
    component: part.component,
    title: findComponent(part.component)?.title ?? part.component,
    asked: part.weight,
    counts: null,
    from: part.reason,
  }));
  return [...used.toSorted((a, b) => b.asked - a.asked), ...missing];
}

/** Whether the total counts something: the demonstration makes up scores times residents, whose sum means nothing. */
const isCount = ({ component, synthetic }: OptimalPlan['used'][number]): boolean =>
  !synthetic || findMeasure(component)?.derivedFrom === undefined;

/** "Published by ward." becomes "published by ward". */
const asClause = (sentence: string): string => sentence.slice(0, 1).toLowerCase() + sentence.slice(1, -1);

/** "a.csv", "a.csv and 25 more". */
function filesText(files: string[]): string {
  const [first, ...others] = files;
  return others.length === 0 ? (first ?? 'no file') : `${first} and ${others.length} more`;
}

/** "35%", "33.3%". */
const percentOf = (share: number) => percent(share, 1).replace('.0%', '%');
