import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { longDate } from '../../ui/long-date.ts';
import { sayTimeAway } from '../absences/say-absence.ts';
import type { Absence } from '../model.ts';
import { sayAt } from '../team/say-times.ts';
import type { SentRecord } from './model.ts';

/** What is said of a record that a person must look at: always that it is kept, and who looks. */
const KEPT = 'It is kept for your sergeant, who was told.';
const held = (why: string): string => `${why} ${KEPT}`;

export const SAID = {
  unreadable: held('This could not be read as a time called away.'),
  revoked: held('This phone was revoked, so nothing it sends is counted by itself.'),
  notYours: held('This is of a duty that is not yours, or was taken out of the roster.'),
  elsewhere: held('This duty is worked elsewhere and counted apart, so nobody is called away from it.'),
  takenName: held('Another record has the number of this one.'),
  refused: held('This could not be recorded beside what is there already.'),
  waitingForAway: 'Kept: it is recorded as soon as this phone has sent when you were called away.',
  withdrawn: held('What you came back from was withdrawn meanwhile.'),
  itsAwayIsHeld: held('What you came back from is being looked at.'),
} as const;

export const sayFuture = (at: Date, now: Date): string =>
  held(`By this phone’s clock it was at ${sayAt(at, now)}, which has not come yet.`);

export const sayOutside = (why: string): string => held(why);

export const sayWaitingForBack = (absence: Absence, now: Date): string =>
  `Kept: you are recorded as called away ${sayTimeAway(absence, now)}, and this is recorded as soon as this phone has sent when you were back.`;

export const saySame = (absence: Absence, now: Date): string => `Already recorded ${sayTimeAway(absence, now)}.`;

export function sayDiffers(sent: Pick<SentRecord, 'kind'> & { at: Date }, absence: Absence, now: Date): string {
  const what = sent.kind === 'away' ? 'called away' : 'back';
  return held(`Already recorded ${sayTimeAway(absence, now)}, and this says ${what} at ${sayAt(sent.at, now)}.`);
}

/** What may be on a phone that has not been in touch, and whom to ask. */
export function sayMayBeLost(
  { name, lastAt, waiting, revokedAt }: { name: string; lastAt: Date; waiting: number; revokedAt: Date | null },
  now: Date,
): string {
  const state = revokedAt === null ? '' : `, revoked ${longDate(todayInLondon(revokedAt))}`;
  return `Last in touch at ${sayAt(lastAt, now)} with ${waiting} waiting${state}: anything recorded on it after that may be lost, so ask ${name} what they were called away for.`;
}
