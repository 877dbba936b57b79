import type { Principal } from '../access/index.ts';

/** Whether the command line acts, by itself or for somebody: it owns the data folder, and could read and write it all. */
export const isOwnerOfTheFolder = (principal: Principal): boolean => principal.kind === 'operator';

export const MADE_UP_STAYS =
  'People of the demonstration stay as they are for the next visitor: only the owner of the data folder changes them.';
