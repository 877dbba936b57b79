import { exactFigure } from './claim-figure.ts';
import type { ClaimBinding, ClaimContent, ClaimFigures, ClaimFinding, ClaimKind } from './model.ts';
import { givesPrinted, printedValue } from './printed-value.ts';
import { PRINTED_BESIDE, sayFigures } from './say-figures.ts';

type Bound = Pick<ClaimContent, 'kind' | 'vintage'> & { binding: ClaimBinding };

/** What is held for the periods of a claim. */
interface Held {
  today: ClaimFigures | null;
  others: readonly ClaimFigures[];
  lacking: string;
  sameSource: boolean;
  least: number;
}

/**
 * How a claim stands: whether the figures it was made on, and those held now, give what was printed, to its printed
 * precision. It was made on the vintage it names or, where that is not held or not named, on the counts printed beside it;
 * without either, any vintage held that gives it is named.
 * @param today figures held now; null where there are none for the whole of the periods
 * @param others figures of every other vintage held that covers the periods, the latest imported first
 * @param lacking why there are no figures now; for people, without a full stop
 * @param sameSource whether the figures held now are known to be of the source it was made on: only then is a difference a revision
 * @param least counts under it are too few for a percentage
 */
export function judgeClaim(
  { kind, binding, vintage }: Bound,
  { today, others, lacking, sameSource, least }: Held,
): ClaimFinding {
  const printed = binding.printed === null ? null : printedValue(binding.printed);
  const gives = (figures: ClaimFigures): boolean | null => bearsOut(kind, figures, printed);
  const held = today === null ? others : [today, ...others];
  const made =
    held.find((figures) => figures.vintage === vintage) ??
    printedBeside(binding, today) ??
    (vintage === null ? (held.find((figures) => gives(figures) === true) ?? null) : null);
  const cannot = (because: string): ClaimFinding => ({ state: 'cannot be checked', made, today, because });
  const before = made === null || made.vintage === today?.vintage ? '' : ` ${sayFigures(kind, made, least)}`;
  if (today === null) return cannot(`${lacking}.${before}`);
  const now = sayFigures(kind, today, least);
  if (needsPrinted(kind) && printed === null)
    return cannot(`“${binding.printed ?? ''}” is no number that figures could be compared with. ${now}`);
  const nowGives = gives(today);
  if (nowGives === null) return cannot(`${now} There is nothing to set it against, since that count is 0.${before}`);
  const state = stateOf(made === null ? null : gives(made), nowGives);
  return { state, made, today, because: `${now}${before}${remark(state, { vintage, made, sameSource })}` };
}

function stateOf(made: boolean | null, now: boolean): ClaimFinding['state'] {
  if (now) return made === false ? 'supported today only' : 'supported';
  return made === true ? 'supported when made' : 'not supported';
}

/** What is to be said of the figures it was made on; begins with a space, or is nothing. */
function remark(
  state: ClaimFinding['state'],
  { vintage, made, sameSource }: { vintage: string | null; made: ClaimFigures | null; sameSource: boolean },
): string {
  if (vintage !== null && made?.vintage !== vintage) return ` Its own vintage, ${vintage}, is not held.`;
  if (state === 'supported today only') return ' So it did not follow from the figures it was made on.';
  if (state === 'supported when made')
    return vintage === null && made?.vintage !== PRINTED_BESIDE
      ? ' Its document does not say which release of figures it used; these bear it out.'
      : sameSource
        ? ' The figures were revised since.'
        : ' They come from another file, so the difference need be no revision.';
  return state === 'not supported' && made === null
    ? ' Its document does not say which release of figures it used, and none that is held gives it.'
    : '';
}

/** The counts printed beside a claim, as figures it was made on; null where there are none. */
function printedBeside({ counts }: ClaimBinding, today: ClaimFigures | null): ClaimFigures | null {
  if (counts === null) return null;
  return { vintage: PRINTED_BESIDE, ...counts, days: today?.days ?? [0, 0] };
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

/** Periods of unlike lengths, as a year and a baseline of several, are set against each other by day. */
function dailyRates({ current, previous, days, shares }: ClaimFigures): { current: number; previous: number } | null {
  if (shares === true) return previous === null ? null : { current, previous };
  return previous === null || days[0] === 0 || days[1] === 0
    ? null
    : { current: current / days[0], previous: previous / days[1] };
}
