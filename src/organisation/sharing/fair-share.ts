import { InvalidArgument } from '../../lib/invalid-argument.ts';

/** Something that was booked, for a borough. */
export interface Used {
  /** Kind of asset, such as "vehicle". */
  kind: string;
  boroughCode: string;
  from: Date;
  /** The instant after its last. */
  to: Date;
}

/** One borough's use of one kind of asset, in hours that passed. */
export interface ShareRow {
  kind: string;
  boroughCode: string;
  hours: number;
  /** What it would have had by its share of all hours booked of the kind. */
  fairHours: number;
  /** hours − fairHours: above nothing, it had more than its share. */
  difference: number;
}

const HOUR = 60 * 60 * 1000;

/**
 * What each borough had of what is shared, beside its share: hours booked within a span, by kind. Bookings are cut at the
 * ends of the span; hours are those that pass, so that the night summer time begins is an hour shorter than it looks.
 * Of each kind the hours sum to those booked, and so do the fair hours.
 * @param used   bookings of the boroughs in `shares`
 * @param span   from an instant to the instant after its last
 * @param shares each borough's weight, by code: wards, officers or demand; any numbers ≥ 0 of which one is above 0
 * @returns a row for every borough of every kind that was booked in the span, by kind and then by borough
 * @throws InvalidArgument when a share is no weight, or a booking is for a borough without one
 * @example
 * fairShare([{ kind: 'vehicle', boroughCode: 'A', from, to: fourHoursLater }], span, new Map([['A', 1], ['B', 1]]));
 * // [{ kind: 'vehicle', boroughCode: 'A', hours: 4, fairHours: 2, difference: 2 }, { … 'B', 0, 2, -2 }]
 */
export function fairShare(
  used: readonly Used[],
  span: { from: Date; to: Date },
  shares: ReadonlyMap<string, number>,
): ShareRow[] {
  const weights = [...shares.values()];
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.some((weight) => !(weight >= 0 && Number.isFinite(weight))) || whole <= 0)
    throw new InvalidArgument('Shares are weights of which none is below 0 and one is above.');
  const cut = used.map((each) => ({ ...each, hours: hoursWithin(each, span) })).filter(({ hours }) => hours > 0);
  const stranger = cut.find(({ boroughCode }) => !shares.has(boroughCode));
  if (stranger !== undefined) throw new InvalidArgument(`The borough ${stranger.boroughCode} has no share.`);
  return [...new Set(cut.map(({ kind }) => kind))].toSorted().flatMap((kind) => {
    const ofKind = cut.filter((each) => each.kind === kind);
    const total = sumOf(ofKind);
    return [...shares].map(([boroughCode, weight]) => {
      const hours = sumOf(ofKind.filter((each) => each.boroughCode === boroughCode));
      const fairHours = (total * weight) / whole;
      return { kind, boroughCode, hours, fairHours, difference: hours - fairHours };
    });
  });
}

function hoursWithin(used: Used, span: { from: Date; to: Date }): number {
  const from = Math.max(used.from.getTime(), span.from.getTime());
  const to = Math.min(used.to.getTime(), span.to.getTime());
  return Math.max(0, to - from) / HOUR;
}

const sumOf = (rows: readonly { hours: number }[]): number => rows.reduce((sum, { hours }) => sum + hours, 0);
