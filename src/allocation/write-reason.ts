import { ordinal } from '../ui/ordinal.ts';
import { percent } from '../ui/percent.ts';
import type { Post } from './model.ts';

/** One turn of the hand-out, with names. */
export interface NamedTurn {
  rank: number;
  /** Turns in all. */
  turns: number;
  post: Post;
  ward: string;
  demandShare: number;
  /** Officers after the turn. */
  officers: number;
  priority: number;
  /** The ward that would have had the turn otherwise; null when no other may have more. */
  runnerUp: { ward: string; priority: number; tied: boolean } | null;
  /** True when a ward had reached its ceiling by then and was passed over. */
  someFull: boolean;
}

/**
 * Says in one sentence why this ward got this officer. Demand for each officer is reckoned between the number a ward
 * has and the next one (their geometric mean), and given per ten thousand as "priority".
 */
export function writeReason(turn: NamedTurn): string {
  const noun = turn.post === 'dwo' ? 'officer' : 'PCSO';
  const got = `${turn.ward} got the ${ordinal(turn.rank)} of ${turn.turns} extra ${noun}${turn.turns === 1 ? '' : 's'}`;
  return `${got}: ${because(turn, noun)}.`;
}

function because(turn: NamedTurn, noun: string): string {
  const { runnerUp, demandShare, officers, priority } = turn;
  const share = `with ${percent(demandShare)} of demand`;
  if (runnerUp === null) return `${share} it was the only ward below its ceiling`;
  if (demandShare === 0)
    return `no ward with demand could have more, and it comes before ${runnerUp.ward} by ward code`;
  if (officers === 1) {
    const next = runnerUp.tied ? `it comes before ${runnerUp.ward} by ward code` : `${runnerUp.ward} came next`;
    return `${share} it had no ${noun}, and none gets a second before every ward with demand has one; ${next}`;
  }
  const counted = `${share}, and counted between ${officers - 1} ${officers === 2 ? noun : `${noun}s`} and ${officers}, it had`;
  if (runnerUp.tied) {
    return `${counted} as much demand for each ${noun} as ${runnerUp.ward} (priority ${perTenThousand(priority, 1)}) and comes first by ward code`;
  }
  const [mine, theirs] = toldApart(priority, runnerUp.priority);
  return `${counted} more demand for each ${noun} than any other ward${turn.someFull ? ' below its ceiling' : ''} (priority ${mine}); ${runnerUp.ward} came next (${theirs})`;
}

const perTenThousand = (priority: number, decimals: number) => (priority * 10_000).toFixed(decimals);

/** Two different priorities with as few decimals as tell them apart; nine at most, beyond which they read as equal. */
function toldApart(a: number, b: number): [string, string] {
  for (let decimals = 1; ; decimals += 1) {
    const [one, other] = [perTenThousand(a, decimals), perTenThousand(b, decimals)];
    if (one !== other || decimals === 9) return [one, other];
  }
}
