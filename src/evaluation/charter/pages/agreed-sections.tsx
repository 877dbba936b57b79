import { monthName } from '../../../lib/calendar/month.ts';
import { findMeasure } from '../../../measures/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { Charter } from '../../model.ts';
import { METHOD_NAMES } from '../../pages/method-names.ts';

export interface AgreedSectionsProps {
  charter: Charter;
  areaNames: Readonly<Record<string, string>>;
}

const titleOf = (measure: string): string => findMeasure(measure)?.title ?? measure;
const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
const months = (each: readonly Charter['end'][]): string => andList(each.map(monthName));
const listOf = (items: readonly string[]) => (
  <ul class="w-body-list">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
const ROLES = {
  primary: 'Primary: benefit and harm are looked for',
  guard: 'Guard: harm is looked for',
  context: 'Context: shown, and decides nothing',
} as const;

/** What a charter agrees: where, what is measured, when it is looked at, what stops it, and how it is undone. */
export function AgreedSections({ charter, areaNames }: AgreedSectionsProps) {
  return (
    <>
      <section class="w-section" aria-labelledby="where">
        <h2 class="w-h2" id="where">
          Where and when
        </h2>
        <SummaryList rows={whereRows(charter, areaNames)} />
      </section>
      <Outcomes charter={charter} />
      <section class="w-section" aria-labelledby="stop">
        <h2 class="w-h2" id="stop">
          What stops it
        </h2>
        <SummaryList rows={stopRows(charter)} />
      </section>
      <section class="w-section" aria-labelledby="expected">
        <h2 class="w-h2" id="expected">
          What was expected, and weighed
        </h2>
        <SummaryList rows={expectedRows(charter)} />
      </section>
    </>
  );
}

function whereRows(
  { treated, chosenBecause, chosenForBeingHigh, comparison, preFrom, end, breaks }: Charter,
  areaNames: Readonly<Record<string, string>>,
) {
  const name = (code: string): string => areaNames[code] ?? code;
  const { from, excluded, adjoining, groups } = comparison;
  const transition = (count: number): string =>
    count === 0 ? '' : `; the first ${countWords(count, 'month')} belong to neither side`;
  return [
    ...treated.map((group) => ({
      key: group.name,
      value: `${andList(group.areas.map(name)) === group.name ? '' : `${andList(group.areas.map(name))}, `}from ${monthName(group.start)}${transition(group.transitionMonths)}`,
    })),
    { key: 'Why these areas', value: chosenBecause },
    {
      key: 'Chosen for being high on',
      value: chosenForBeingHigh.length === 0 ? 'nothing' : andList(chosenForBeingHigh.map(titleOf)),
    },
    { key: 'Months before', value: `from ${monthName(preFrom)} on` },
    { key: 'End', value: monthName(end) },
    { key: 'Compared with', value: from === 'all others' ? 'all other areas' : andList(from.map(name)) },
    {
      key: 'Left out of the comparison',
      value:
        excluded.length === 0 ? (
          'none'
        ) : (
          <ul class="w-body-list">
            {excluded.map(({ area, because }) => (
              <li key={area}>
                {name(area)}: {because}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'Areas that share a border',
      value: `${adjoining}; the other way is always shown beside. Set among ${groups === 'all' ? 'every group of its size' : 'groups whose areas adjoin'}.`,
    },
    {
      key: 'Known breaks in the figures',
      value: breaks.length === 0 ? 'none' : listOf(breaks.map(({ month, what }) => `${monthName(month)}: ${what}`)),
    },
  ];
}

function Outcomes({ charter: { outcomes, noDetriment, vintage } }: { charter: Charter }) {
  const figures = vintage.policy === 'latest' ? 'the latest publication held' : `the publication “${vintage.name}”`;
  return (
    <section class="w-section" aria-labelledby="outcomes">
      <h2 class="w-h2" id="outcomes">
        What is measured
      </h2>
      <DataTable
        caption="Outcomes"
        sub={`From ${figures}.`}
        columns={[
          { head: 'Outcome', rowHeader: true, cell: ({ measure }) => titleOf(measure) },
          { head: 'Part', cell: ({ role }) => ROLES[role] },
          {
            head: 'Smallest improvement worth having',
            number: true,
            cell: (each) => `${each.minimumEffectPercent}%`,
          },
          { head: 'Worsening that must not go unseen', number: true, cell: (each) => `${each.harmBoundPercent}%` },
        ]}
        rows={[...outcomes]}
        rowKey={({ measure }) => measure}
        phones="stack"
      />
      {noDetriment.length === 0 ? null : (
        <p class="w-body">
          In each treated area by itself these must not fall:{' '}
          {noDetriment.map(({ measure, margin }) => `${titleOf(measure)}, by more than ${margin}`).join('; ')}.
        </p>
      )}
    </section>
  );
}

const stopRows = ({ looks, stopRule, estimator, reversal }: Charter) => [
  { key: 'Looked at on the figures of', value: months(looks) },
  {
    key: 'Harm called by chance',
    value: `in ${percent(stopRule.harmRate)} of pilots that change nothing, over all looks and outcomes`,
  },
  { key: 'Benefit called by chance', value: `in ${percent(stopRule.benefitRate)} of them` },
  { key: 'When harm is called', value: `the signatories meet within ${countWords(stopRule.meetWithinDays, 'day')}` },
  { key: 'How it is undone', value: reversal },
  { key: 'Method that decides', value: METHOD_NAMES[estimator] },
];

const expectedRows = ({ benefits, alternatives, sources }: Charter) => [
  {
    key: 'Benefits predicted',
    value: benefits.length === 0 ? 'none' : listOf(benefits.map(({ what, by }) => `${what}, by ${monthName(by)}`)),
  },
  { key: 'Alternatives weighed', value: alternatives.length === 0 ? 'none' : listOf(alternatives) },
  { key: 'Sources', value: sources.length === 0 ? 'none' : listOf(sources) },
];
