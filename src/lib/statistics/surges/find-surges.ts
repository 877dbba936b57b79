import { InvalidArgument } from '../../invalid-argument.ts';
import { betaLower } from '../distributions/index.ts';

/** A month of what is rare. */
export interface SurgeMonth {
  /** Whole ≥ 0; null where it is not known, and so not judged. */
  count: number | null;
  /** Whether it is one of those that tell what is usual. */
  reference: boolean;
}

/** More than is usual, in a month or in the twelve up to it. */
export interface Surge {
  events: number;
  /** Months they came in: 1, or those known of the latest twelve. */
  months: number;
  /** Events that the reference months would bring in so many months. */
  usual: number;
  /** Chance of so many or more, were nothing changed. */
  chance: number;
}

/** Months of the rolling sum. */
const WINDOW = 12;
/** What lies nearer to the usual than this many standard deviations is no surge, and its chance need not be known. */
const LEAST_DEVIATIONS = 2;

/** Events, months and squared counts up to each month. */
interface Sums {
  events: number[];
  months: number[];
  reference: Reference[];
}

interface Reference {
  events: number;
  months: number;
  squares: number;
}

/**
 * Months in which more came than is usual: in the month by itself, or in it and the eleven before. What is usual is told by
 * the reference months outside those judged, so that a reference month is judged too. Half of `allowed` is given to each
 * of the two, in equal parts for every month, so that at most that share of series has any when nothing changed
 * (Bonferroni). A month that is a surge by itself is no part of sums or of what is usual for others.
 * @param allowed share of unchanged series in which one may be found, in (0, 1)
 * @returns the surge of each month, in order; null for none
 * @throws InvalidArgument when the share is out of range
 */
export function findSurges(months: readonly SurgeMonth[], allowed: number): (Surge | null)[] {
  if (!(allowed > 0 && allowed < 1)) throw new InvalidArgument(`a share lies between 0 and 1, not ${allowed}`);
  const most = allowed / (2 * Math.max(1, months.filter(({ count }) => count !== null).length));
  const first = singly(months, sumsOf(months), most);
  if (first.every((surge) => surge === null)) return beside(months, first, most);
  // A series with a surge is no unchanged one: to look again without it finds no surge in a further series that is.
  const others = months.map((month, at) => (first[at] ? { count: null, reference: false } : month));
  const second = singly(others, sumsOf(others), most);
  const alone = first.map((surge, at) => surge ?? second[at] ?? null);
  return beside(
    months.map((month, at) => (alone[at] ? { count: null, reference: false } : month)),
    alone,
    most,
  );
}

function singly(months: readonly SurgeMonth[], sums: Sums, most: number): (Surge | null)[] {
  return months.map(({ count }, at) => (count ? surgeIn(sums, at, at + 1, most) : null));
}

/** The surges of single months, and of the twelve up to each other month. */
function beside(months: readonly SurgeMonth[], alone: readonly (Surge | null)[], most: number): (Surge | null)[] {
  const sums = sumsOf(months);
  return months.map(
    ({ count }, at) => alone[at] ?? (count ? surgeIn(sums, Math.max(0, at + 1 - WINDOW), at + 1, most) : null),
  );
}

function sumsOf(months: readonly SurgeMonth[]): Sums {
  const sums: Sums = { events: [0], months: [0], reference: [{ events: 0, months: 0, squares: 0 }] };
  for (const [at, { count, reference }] of months.entries()) {
    const known = count ?? 0;
    sums.events.push((sums.events[at] as number) + known);
    sums.months.push((sums.months[at] as number) + (count === null ? 0 : 1));
    const before = sums.reference[at] as Reference;
    sums.reference.push(
      reference && count !== null
        ? { events: before.events + known, months: before.months + 1, squares: before.squares + known ** 2 }
        : before,
    );
  }
  return sums;
}

function surgeIn(sums: Sums, from: number, to: number, most: number): Surge | null {
  const within = (of: readonly number[]) => (of[to] as number) - (of[from] as number);
  const [events, months] = [within(sums.events), within(sums.months)];
  const outside = (pick: (each: Reference) => number) =>
    pick(sums.reference.at(-1) as Reference) -
    pick(sums.reference[to] as Reference) +
    pick(sums.reference[from] as Reference);
  const reference = {
    events: outside((each) => each.events),
    months: outside((each) => each.months),
    squares: outside((each) => each.squares),
  };
  if (reference.months < 2) return null;
  const usual = (months * reference.events) / reference.months;
  const spread = dispersionOf(reference) * usual * (1 + months / reference.months);
  if (events <= usual + LEAST_DEVIATIONS * Math.sqrt(spread)) return null;
  const chance = surgeChance(events, months, reference);
  return chance <= most ? { events, months, usual, chance } : null;
}

/**
 * Chance that so many months bring so many events or more, were their rate that of the reference months: the tail of the
 * predictive distribution, in which the rate is known only as far as the reference tells. For Poisson months it is that of
 * a negative binomial with one more event than the reference has, which is never below the exact conditional test. Where
 * reference months scatter more, both counts are divided by how much more.
 * @param reference events, months (at least 2) and sum of squared counts
 * @source conditional test of two Poisson rates: Przyborowski and Wilenski (1940), doi:10.1093/biomet/31.3-4.313
 */
export function surgeChance(events: number, months: number, reference: Reference): number {
  if (events === 0) return 1;
  const dispersion = dispersionOf(reference);
  return betaLower(months / (reference.months + months), events / dispersion, reference.events / dispersion + 1);
}

/** Variance of the reference months over their mean, at least 1. */
function dispersionOf({ events, months, squares }: Reference): number {
  return events === 0 ? 1 : Math.max(1, (squares - events ** 2 / months) / (months - 1) / (events / months));
}
