import type { ApproversFound } from './grant-store.ts';
import type { PersonId } from './model.ts';

/** The first administrator, while no second person who may approve has ever existed; null otherwise. */
export const aloneOf = ({ firstAdministrator, secondEver }: ApproversFound): PersonId | null =>
  secondEver ? null : firstAdministrator;
