import { type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import type { ChartKind, ChartPoint, FalseAlarmRate } from './model.ts';
import { saySurges } from './say-surges.ts';

/** What a finding is said of. */
export interface Found {
  place: string;
  kind: ChartKind;
  every: 'month' | 'quarter';
  points: readonly ChartPoint[];
  falseAlarms: FalseAlarmRate | null;
}

/** Most stretches of time that a finding names. */
const MOST_NAMED = 3;

/** The sentence above a chart: what is out of the ordinary by the wider limits, and no more than the chart can bear. */
export function sayFinding({ place, kind, every, points, falseAlarms }: Found): string {
  if (falseAlarms === null) return `${place}: too few ${every}s to say what is ordinary.`;
  const clear = points.filter((point) => point.clear && point.lines !== null && point.value !== null);
  if (clear.length > 0) {
    const surges = saySurges(points.map(({ month, surge = null }) => ({ month, surge })));
    const others = clear.filter(({ surge }) => !surge);
    return `${place}: ${andList([...sayStretches(others, kind, points), ...surges.slice(-MOST_NAMED)])}.`;
  }
  const marked = points.filter((point) => point.mark !== null).length;
  if (marked === 0) return `${place}: nothing out of the ordinary in any ${every}.`;
  const marks = `The usual rules mark ${countWords(marked, every)} of ${falseAlarms.judged}`;
  return `${place}: nothing clearly out of the ordinary. ${marks}, which may be chance: they mark some on ${inTen(falseAlarms.chart)} charts like this where nothing has changed.`;
}

/** A chance as so many of ten: "about 8 of 10", "nearly all", "few". */
function inTen(chance: number): string {
  if (chance >= 0.95) return 'nearly all';
  const tenths = Math.round(chance * 10);
  return tenths < 1 ? 'fewer than 1 of 10' : `about ${tenths} of 10`;
}

/** "higher than before in March 2024", "lower than before from May to July 2025", "and in 2 further stretches". */
function sayStretches(clear: readonly ChartPoint[], kind: ChartKind, points: readonly ChartPoint[]): string[] {
  const stretches: { from: Month; to: Month; high: boolean; next: number }[] = [];
  const turns = new Map(points.map((point, turn) => [point, turn]));
  for (const point of clear) {
    const turn = turns.get(point) ?? 0;
    const high = (point.value ?? 0) > (point.lines?.centre ?? 0);
    const last = stretches.at(-1);
    if (last && last.high === high && last.next === turn) {
      last.to = point.month;
      last.next = turn + 1;
    } else stretches.push({ from: point.month, to: point.month, high, next: turn + 1 });
  }
  const [more, fewer] =
    kind === 'g'
      ? ['more months without any than is ordinary', 'fewer months without any than is ordinary']
      : ['more than is ordinary', 'less than is ordinary'];
  // The latest are what a reader asks about.
  const named = stretches
    .slice(-MOST_NAMED)
    .map(({ from, to, high }) => `${high ? more : fewer} ${sayMonths(from, to)}`);
  const rest = stretches.length - named.length;
  return rest > 0 ? [...named, `earlier ${rest === 1 ? 'once' : `in ${rest} other stretches`}`] : named;
}

function sayMonths(from: Month, to: Month): string {
  return monthsBetween(from, to) === 0 ? `in ${monthName(from)}` : `from ${monthName(from)} to ${monthName(to)}`;
}
