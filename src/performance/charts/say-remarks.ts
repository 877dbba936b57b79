import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import type { ControlChart, FalseAlarmRate, HeldLimits } from './model.ts';
import { sayHeldLimits } from './say-held-limits.ts';

/** The sentences below a chart: how limits were set, what they are worth, and what was left out. */
export function sayRemarks(
  chart: Omit<ControlChart, 'finding' | 'remarks'>,
  { held, every }: { held: readonly HeldLimits[]; every: 'month' | 'quarter' },
): string[] {
  return [
    ...sayKind(chart),
    ...chart.segments.flatMap(saySegment),
    ...sayHeldLimits(chart, held),
    ...(chart.falseAlarms === null ? [] : sayAlarms(chart.falseAlarms, chart.kind, every)),
    ...saySeason(chart),
    ...sayDoubtful(chart),
    ...(chart.figures.backCast ? ['The publisher counted again for wards that did not exist yet.'] : []),
    ...(chart.figures.synthetic ? ['The figures are made up.'] : []),
  ];
}

function sayKind({ kind }: Pick<ControlChart, 'kind'>): string[] {
  return kind === 'g'
    ? [
        'Less than one a month is too few to draw month by month: each point is how many months had none before a month with any. Days are not known, and a month with several counts once.',
      ]
    : [];
}

function saySegment({ baseline, because, from, to }: ControlChart['segments'][number], turn: number): string[] {
  const change = because === null ? '' : ` after a step change in ${monthName(from)} (${because.replace(/[.]$/, '')})`;
  if (baseline === null)
    return [`There are too few months to draw limits from ${monthName(from)} to ${monthName(to)}${change}.`];
  const then = baseline.to < to ? ', then held' : '';
  return [
    `${turn === 0 ? 'Limits' : 'New limits'}${change} from ${monthName(baseline.from)} to ${monthName(baseline.to)}${then}.`,
  ];
}

/** Above this chance the usual limits are said to mislead. */
const OFTEN = 0.2;

function sayAlarms(
  { chart, atLeast, atMost, judged, autocorrelation, history, designed, widening }: FalseAlarmRate,
  kind: ControlChart['kind'],
  every: string,
): string[] {
  const points = countWords(judged, kind === 'g' ? 'point' : every);
  const [low, high] = [inHundred(atLeast), inHundred(atMost)];
  const range =
    low === high
      ? ''
      : ` (between ${low} and ${high}, as far as ${countWords(history, every)} up to the limits’ end tell)`;
  const rate = `Even if nothing had changed, the usual rules would mark at least one of the ${points} judged on about ${inHundred(chart)} of 100 such charts${range}: a mark by itself may be chance.`;
  const why =
    autocorrelation > 0.1
      ? ` Part of it is that each ${every} resembles the one before (autocorrelation ${autocorrelation.toFixed(2)}).`
      : '';
  const bound = `which would call something clear on at most ${Math.round(designed * 100)} of 100`;
  const wide = `What is said above the chart goes by limits ${widening.toFixed(1)} times as wide, and by the mean of seven ${every}s on one side, ${bound}.`;
  const rare = `What is said above the chart goes by a wider limit, and by how many came in a month and in the twelve months up to it, ${bound}.`;
  return [`${rate}${why}`, ...(chart > OFTEN || widening > 1 || kind === 'g' ? [kind === 'g' ? rare : wide] : [])];
}

/** A chance as so many of a hundred, no finer than it is known: in fives, near the ends in ones. */
function inHundred(chance: number): string {
  const hundredths = Math.round(chance * 100);
  if (hundredths >= 100) return 'more than 99';
  if (hundredths < 1) return 'fewer than 1';
  return String(hundredths > 95 || hundredths < 5 ? hundredths : 5 * Math.round(hundredths / 5));
}

function saySeason({ season, kind }: Pick<ControlChart, 'season' | 'kind'>): string[] {
  if (kind !== 'xmr') return [];
  if (season === null)
    return [
      'There are not three full years before the limits end to tell whether the year has a cycle: none is taken out.',
    ];
  const years = countWords(season.years, 'full year');
  return season.adjusted
    ? [
        `The year’s usual cycle, from ${years}, is taken out of the values drawn; the table has the figures as recorded.`,
      ]
    : [`No year’s cycle is clear in ${years}: none is taken out.`];
}

function sayDoubtful({ points }: Pick<ControlChart, 'points'>): string[] {
  const doubtful = points.filter((point) => point.doubtful).map(({ month }) => monthName(month));
  if (doubtful.length === 0) return [];
  const shown = doubtful.length > 6 ? countWords(doubtful.length, 'month') : andList(doubtful);
  return [`${shown} ${doubtful.length === 1 ? 'seems' : 'seem'} to lack much of what happened: shown, but not judged.`];
}
