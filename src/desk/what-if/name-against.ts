import { longDate } from '../../ui/long-date.ts';
import type { Against } from './changes.ts';

/** The plan that changes are measured against, by name: "the plan in force since 1 March 2026". */
export function nameAgainst({ inForceSince }: Against): string {
  return inForceSince === null
    ? 'the plan this page puts forward, for none is in force'
    : `the plan in force since ${longDate(inForceSince)}`;
}
