import type { RingfenceEvent } from '../model.ts';
import { shippedEvents } from './shipped-events.ts';

/** The calendar of some years: what Wardroom ships, but where a unit entered an event of the same key, and the others it entered. */
export function eventsWith(entered: readonly RingfenceEvent[], years: readonly number[]): RingfenceEvent[] {
  const keys = new Set(entered.map(({ key }) => key));
  const shipped = years.flatMap(shippedEvents).filter(({ key }) => !keys.has(key));
  return [...shipped, ...entered].sort((a, b) => (`${a.firstDay}${a.key}` < `${b.firstDay}${b.key}` ? -1 : 1));
}
