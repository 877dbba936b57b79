import type { ClaimKind } from './model.ts';

const KINDS: Readonly<Record<ClaimKind, string>> = {
  'percentage change': 'A change in percent',
  count: 'A count',
  'lower than a baseline': 'Lower than in another period',
  'higher than a baseline': 'Higher than in another period',
  share: 'A share in percent',
  narrative: 'A narrative: nothing that is counted',
};

/** A kind of claim for people. */
export const sayKind = (kind: ClaimKind): string => KINDS[kind];
