import type { PublicationState } from './model.ts';

/** What can be done to an item. */
export type Move = 'change' | 'propose' | 'approve' | 'publish' | 'withdraw';

const ALLOWED: Readonly<Record<Move, readonly PublicationState[]>> = {
  change: ['draft', 'proposed'],
  propose: ['draft'],
  approve: ['proposed'],
  publish: ['approved'],
  withdraw: ['draft', 'proposed', 'approved', 'published'],
};

const STANDS: Readonly<Record<PublicationState, string>> = {
  draft: 'is a draft that was not proposed yet',
  proposed: 'waits for approval',
  approved: 'is approved already',
  published: 'is published already',
  withdrawn: 'was withdrawn',
};

const DONE: Readonly<Record<Move, string>> = {
  change: 'changed',
  propose: 'proposed',
  approve: 'approved',
  publish: 'published',
  withdraw: 'withdrawn',
};

/** Why an item cannot be moved so from where it stands, in one sentence; null when it can. */
export function refusalOfMove(move: Move, state: PublicationState): string | null {
  if (ALLOWED[move].includes(state)) return null;
  const instead = state === 'withdrawn' || state === 'published' ? ': make a new one instead' : '';
  return `It ${STANDS[state]}, so it cannot be ${DONE[move]}${instead}.`;
}
