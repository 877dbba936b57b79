import { personOf } from '../access/may.ts';
import type { Principal } from '../access/model.ts';

/** Who acts, by whom a second person is told from the first: a person is the same person on the command line. */
export function whoActs(principal: Principal): string {
  const person = personOf(principal);
  if (person !== null) return person;
  return principal.kind === 'operator' ? `cli:${principal.name}` : principal.kind;
}

/** Whether it is somebody at the command line who names nobody. */
export const isNameless = (who: string): boolean => who.startsWith('cli:');
