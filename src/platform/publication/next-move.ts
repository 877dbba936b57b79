import type { PublicationItem } from './model.ts';
import type { Preview } from './preview-item.ts';

/** What who looks may do next with an item on its way, or why nothing. */
export type NextMove = { kind: 'approve'; alone: boolean } | { kind: 'publish' } | { kind: 'nothing'; because: string };

/** Why there is nothing to do in these states, whoever looks. */
const OVER: Partial<Record<PublicationItem['state'], string>> = {
  draft: 'It is a draft: its author has not proposed it yet.',
  published: 'It is published: there is nothing left to approve.',
  withdrawn: 'It was withdrawn, so it cannot be approved any more.',
};

/**
 * What who looks at a preview may do next.
 * @param otherwise why they may do nothing, where their role does not approve; null where it does
 */
export function nextMove(
  { item, after, mayApprove }: Pick<Preview<unknown>, 'item' | 'after' | 'mayApprove'>,
  otherwise: string | null,
): NextMove {
  const over = OVER[item.state];
  if (over !== undefined) return { kind: 'nothing', because: over };
  if (otherwise !== null) return { kind: 'nothing', because: otherwise };
  if (after.kind === 'not protected') return { kind: 'nothing', because: after.because };
  if (item.state === 'approved') return { kind: 'publish' };
  if (mayApprove.kind === 'refused') return { kind: 'nothing', because: mayApprove.because };
  return { kind: 'approve', alone: mayApprove.kind === 'alone' };
}
