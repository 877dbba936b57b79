import type { ClaimBinding, ClaimContent, ClaimFigures, ClaimFinding, ClaimKind } from './model.ts';
import { type ExactFigure, givesPrinted, printedValue } from './printed-value.ts';
import { sayFigures } from './say-figures.ts';

type Bound = Pick<ClaimContent, 'kind' | 'vintage'> & { binding: ClaimBinding };

/**
 * How a claim stands: whether the figures of the vintage it was made on, and those held now, give what was printed, to
 * its printed precision. Where it does not say its vintage, any vintage held that gives it is named.
 * @param today figures held now; null where there are none for the whole of the periods
 * @param others figures of every other vintage held that covers the periods, the latest imported first
 * @param lacking why there are no figures now; for people, without a full stop
 */
export function judgeClaim(
  { kind, binding, vintage }: Bound,
  { today, others, lacking }: { today: ClaimFigures | null; others: readonly ClaimFigures[]; lacking: string },
): ClaimFinding {
  const printed = binding.printed === null ? null : printedValue(binding.printed);
  const cannot = (because: string): ClaimFinding => ({ state: 'cannot be checked', made: null, today, because });
  if (needsPrinted(kind) && printed === null)
    return cannot(`“${binding.printed ?? ''}” is no number that figures could be compared with.`);
  const gives = (figures: ClaimFigures): boolean | null => bearsOut(kind, figures, printed);
  const all = today === null ? others : [today, ...others];
  const made =
    vintage === null
      ? (all.find((figures) => gives(figures) === true) ?? null)
      : (all.find((figures) => figures.vintage === vintage) ?? null);
  if (all.length === 0) return cannot(`${lacking}.`);
  const nowGives = today === null ? null : gives(today);
  const madeGives = made === null ? null : gives(made);
  const state = stateOf(madeGives, nowGives, vintage);
  const because = sayWhy({ state, kind, vintage, made, today, nowGives });
  return { state, made, today, because };
}

function stateOf(made: boolean | null, now: boolean | null, vintage: string | null): ClaimFinding['state'] {
  if (made === null && now === null) return vintage === null ? 'not supported' : 'cannot be checked';
  if (now === true) return made === false ? 'supported today only' : 'supported';
  return made === true ? 'supported when made' : 'not supported';
}

interface Why extends Pick<ClaimFinding, 'state' | 'made' | 'today'> {
  kind: ClaimKind;
  vintage: string | null;
  nowGives: boolean | null;
}

function sayWhy({ state, kind, vintage, made, today, nowGives }: Why): string {
  const now = today === null ? 'No figures are held for the whole of its periods now.' : sayFigures(kind, today);
  if (today !== null && nowGives === null) return `${now} There is nothing to set it against, since that count is 0.`;
  const apart = made !== null && made.vintage !== today?.vintage;
  const before = made !== null && apart ? ` ${sayFigures(kind, made)}` : '';
  if (state === 'supported today only') return `${now}${before} So it did not follow from the figures it was made on.`;
  if (state === 'supported when made')
    return `${now}${before} ${vintage === null ? 'It does not say its vintage; this one bears it out.' : 'The figures were revised since.'}`;
  if (vintage !== null && made === null) return `${now} Its own vintage, ${vintage}, is not held.`;
  if (vintage === null && state === 'not supported')
    return `${now} It does not say its vintage, and none held gives it.`;
  return `${now}${before}`;
}

const needsPrinted = (kind: ClaimKind): boolean => kind === 'percentage change' || kind === 'count' || kind === 'share';

/** Whether figures bear a claim out; null where they cannot, as a percentage of nothing. */
function bearsOut(kind: ClaimKind, figures: ClaimFigures, printed: ReturnType<typeof printedValue>): boolean | null {
  if (kind === 'lower than a baseline' || kind === 'higher than a baseline') {
    const rates = dailyRates(figures);
    if (rates === null) return null;
    return kind === 'lower than a baseline' ? rates.current < rates.previous : rates.current > rates.previous;
  }
  const exact = exactFigure(kind, figures);
  return exact === null || printed === null ? null : givesPrinted(exact, printed);
}

/** The figure that was printed, as a fraction; null where its base is 0. */
export function exactFigure(kind: ClaimKind, { current, previous }: ClaimFigures): ExactFigure | null {
  if (kind === 'count') return { numerator: current, denominator: 1 };
  if (previous === null || previous === 0) return null;
  const numerator = 100 * (kind === 'share' ? current : current - previous);
  return { numerator, denominator: previous };
}

/** Periods of unlike lengths, as a year and a baseline of several, are set against each other by day. */
function dailyRates({ current, previous, days }: ClaimFigures): { current: number; previous: number } | null {
  return previous === null || days[1] === 0 ? null : { current: current / days[0], previous: previous / days[1] };
}
