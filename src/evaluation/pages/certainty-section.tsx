import { monthName } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { Details } from '../../ui/details.tsx';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { OutcomeResult } from '../model.ts';
import { sayGap, sayGaps, sayP } from './say-figures.ts';

/** How sure one can be of one outcome: what each way to doubt it comes to. */
export function CertaintySection({ outcome, areas }: { outcome: OutcomeResult; areas: string }) {
  return (
    <section class="w-section" aria-labelledby="sure">
      <h2 class="w-h2" id="sure">
        How sure can we be?
      </h2>
      <Details summary={`${outcome.title} in ${outcome.group}, doubted in every way that the figures allow`}>
        <SummaryList rows={rowsOf(outcome, areas)} />
      </Details>
    </section>
  );
}

function rowsOf(outcome: OutcomeResult, areas: string): SummaryRow[] {
  return [
    ...earlierStarts(outcome),
    ...leaveOneOut(outcome, areas),
    ...chances(outcome),
    ...fitBefore(outcome, areas),
    ...drift(outcome),
  ];
}

function earlierStarts({ inTime }: OutcomeResult): SummaryRow[] {
  if (inTime.length === 0) return [];
  const said = inTime
    .map(
      ({ start, percent, pValue }) =>
        `${sayGap(percent)} from ${monthName(start)}${pValue === null ? '' : ` (chance ${sayP(pValue)})`}`,
    )
    .join(', ');
  return [
    {
      key: 'Had it begun earlier',
      value: `The same method says ${said}, where nothing had begun: what it says from the true start is to be read beside that.`,
    },
  ];
}

function leaveOneOut({ leaveOneOut: range }: OutcomeResult, areas: string): SummaryRow[] {
  if (range === null) return [];
  return [
    {
      key: 'Without any one of the others',
      value: `Leaving out each of the ${areas} compared with in turn, the change lies between ${sayGap(range.low)} and ${sayGap(range.high)}.`,
    },
  ];
}

function chances({ primary, adjustedP, conformalP, estimates }: OutcomeResult): SummaryRow[] {
  const { pValue = null, smallestP = null, interval = null } = primary ?? {};
  const judged = adjustedP === null ? '' : `; allowing for every outcome that is judged, ${sayP(adjustedP)}`;
  const least =
    smallestP === null
      ? ''
      : ` The least that so many groups can say is 1 in ${wholeNumber(Math.round(1 / smallestP))}.`;
  return [
    ...(pValue === null
      ? []
      : [
          {
            key: 'If the areas had been picked at random',
            value: `The chance of a change as large is ${sayP(pValue)}${judged}.${least}`,
          },
        ]),
    ...(interval === null
      ? []
      : [
          {
            key: 'What it could be',
            value: `${sayGaps(interval.low, interval.high)}, at a level of ${Math.round(interval.level * 1000) / 10}%: the one nearest 95% that the number of groups allows.`,
          },
        ]),
    ...(conformalP === null
      ? []
      : [
          {
            key: 'Shuffling months instead of areas',
            value: `The chance of a change as large is ${sayP(conformalP)} (conformal, by blocks of months).`,
          },
        ]),
    ...(estimates.some(({ refused }) => refused !== null)
      ? [
          {
            key: 'Refused',
            value: `${countWords(estimates.filter(({ refused }) => refused !== null).length, 'estimate')} of ${estimates.length} would not have been worth a number: each says why above.`,
          },
        ]
      : []),
  ];
}

function fitBefore({ primary }: OutcomeResult, areas: string): SummaryRow[] {
  if (primary?.preRmspePercent == null) return [];
  const median =
    primary.medianPreRmspePercent === null
      ? ''
      : `; half of the other groups of ${areas} are off by more than ${primary.medianPreRmspePercent.toFixed(1)}%`;
  const gap =
    primary.dualityGap === null
      ? ''
      : ` No other mix fits better by more than ${primary.dualityGap.toExponential(0)} (duality gap).`;
  return [
    {
      key: 'Before the start',
      value: `The comparison was off by ${primary.preRmspePercent.toFixed(1)}% in a usual month${median}.${gap}`,
    },
  ];
}

function drift({ expectedDriftPercent }: OutcomeResult): SummaryRow[] {
  if (expectedDriftPercent === null) return [];
  return [
    {
      key: 'Chosen for being high',
      value: `What is high tends to fall by itself: ${sayGap(expectedDriftPercent)} is to be expected with no pilot at all.`,
    },
  ];
}
