import { londonSpan, nextDay } from '../../lib/calendar/london-span.ts';
import { londonInstant } from '../../lib/calendar/london-time.ts';
import type { RingfencePolicy, TimeSpan } from '../model.ts';
import type { CoverGap, CoverKind } from './model.ts';
import type { OnWard } from './on-ward-stretches.ts';

/** One stretch of a ward's planned cover. */
interface CoverWindow extends TimeSpan {
  kind: CoverKind;
  planned: number;
}

/**
 * The stretches of a ward's planned cover on which fewer are on the ward than planned, in order, officers before PCSOs.
 * A window of cover belongs to the day on which it starts; neither kind stands in for the other.
 * @param cover    planned cover, by London's clock
 * @param day      "2026-03-10"
 * @param stretches when whom is on the ward; of other wards they are left out
 */
export function coverGaps(
  place: number,
  cover: RingfencePolicy['cover'],
  day: string,
  stretches: readonly OnWard[],
): CoverGap[] {
  const own = stretches.filter((each) => each.place === place);
  return windowsOn(cover, day).flatMap((window) => gapsIn(window, place, own));
}

function windowsOn(cover: RingfencePolicy['cover'], day: string): CoverWindow[] {
  const spans = cover.flatMap(({ from, to, officers, pcsos }) => {
    const span = spanOf(day, from, to);
    return span === null ? [] : [{ span, officers, pcsos }];
  });
  const windows = [
    ...spans.map(({ span, officers }) => ({ ...span, kind: 'officer' as const, planned: officers })),
    ...spans.map(({ span, pcsos }) => ({ ...span, kind: 'pcso' as const, planned: pcsos })),
  ];
  return windows.filter(({ planned }) => planned > 0);
}

/** A window that ends at the time it starts is a whole day. */
function spanOf(day: string, from: string, to: string): TimeSpan | null {
  if (from === to) return { from: londonInstant(day, from), to: londonInstant(nextDay(day), from) };
  const span = londonSpan(day, from, to);
  return span === null ? null : { from: span.from, to: span.to };
}

function gapsIn({ kind, planned, ...window }: CoverWindow, place: number, stretches: readonly OnWard[]): CoverGap[] {
  const there = stretches.filter((each) => each.kind === kind && each.from < window.to && each.to > window.from);
  const changes = [window.from, window.to, ...there.flatMap(({ from, to }) => [from, to])]
    .map((at) => at.getTime())
    .filter((at) => at >= window.from.getTime() && at <= window.to.getTime());
  const instants = [...new Set(changes)].toSorted((a, b) => a - b);
  const gaps: CoverGap[] = [];
  for (const [index, at] of instants.slice(0, -1).entries()) {
    const until = new Date(instants[index + 1] ?? at);
    const count = there.filter(({ from, to }) => from.getTime() <= at && to.getTime() > at).length;
    if (count >= planned) continue;
    const last = gaps.at(-1);
    if (last !== undefined && last.there === count && last.to.getTime() === at)
      gaps[gaps.length - 1] = { ...last, to: until };
    else gaps.push({ place, kind, planned, there: count, from: new Date(at), to: until });
  }
  return gaps;
}
