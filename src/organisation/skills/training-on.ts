import type { Training } from '../post-book.ts';

/** Whether somebody holds a course on a date: they did it by then, and it has not expired. */
export function holdsCourse(training: readonly Training[], date: string): boolean {
  return training.some(({ completedOn, expiresOn }) => completedOn <= date && (expiresOn === null || date < expiresOn));
}

/** held: beyond the notice. expiring: held, and over within it. expired: was held. never: not done by the date. */
export type TrainingState = 'held' | 'expiring' | 'expired' | 'never';

const NOTICE_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * What somebody's training in one course comes to on a date. "Expiring" is what will not be held 90 days later unless it is
 * done again.
 * @param training theirs, in that course
 */
export function trainingOn(training: readonly Training[], date: string): TrainingState {
  if (holdsCourse(training, date)) {
    const later = new Date(Date.parse(`${date}T00:00:00Z`) + NOTICE_DAYS * DAY_MS).toISOString().slice(0, 10);
    const done = training.filter(({ completedOn }) => completedOn <= date);
    return holdsCourse(done, later) ? 'held' : 'expiring';
  }
  return training.some(({ completedOn }) => completedOn <= date) ? 'expired' : 'never';
}
