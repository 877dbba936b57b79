import type { TimeAway } from './ruling-rule.ts';

const MINUTE = 60_000;

/**
 * Whole minutes that a time away lasted, together with those of the same reason that touch it on either side: two responses
 * with no minute between are one, however they were recorded.
 * @param beside  other absences of the duty; the time itself may be among them
 * @param dutyEnd taken for the end of what is open
 */
export function lastedMinutes(away: TimeAway, beside: readonly TimeAway[], dutyEnd: Date): number {
  const span = ({ from, to }: TimeAway) => ({
    from: from.getTime(),
    to: Math.max(from.getTime(), (to ?? dutyEnd).getTime()),
  });
  const others = beside.filter(({ reason }) => reason === away.reason).map(span);
  let { from, to } = span(away);
  for (let grown = true; grown; ) {
    const touching = others.filter((each) => each.from <= to && each.to >= from);
    const [first, last] = [
      Math.min(from, ...touching.map((each) => each.from)),
      Math.max(to, ...touching.map((each) => each.to)),
    ];
    grown = first < from || last > to;
    from = first;
    to = last;
  }
  return Math.round((to - from) / MINUTE);
}
