import { countWords } from '../../ui/count-words.ts';

const MINUTE = 60;
/** A clock that is wrong by no more than this is put right and not spoken of: what is sent takes time as well. */
const UNSPOKEN_SECONDS = 2 * MINUTE;
/** Most that the records can keep, 68 years; a clock that is further out holds everything it says. */
const MOST_SECONDS = 2 ** 31 - 1;

/** Seconds that a phone's clock is ahead of ours, below nothing where it is behind; latency counts as being behind. */
export function clockAhead(sentAt: Date, receivedAt: Date): number {
  const seconds = Math.round((sentAt.getTime() - receivedAt.getTime()) / 1000);
  return Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, seconds));
}

/** When something was, that a phone says was at an instant of its own clock. */
export const putRight = (at: Date, aheadSeconds: number): Date => new Date(at.getTime() - aheadSeconds * 1000);

/** "This phone’s clock was 40 minutes ahead, so the time was put right." null where it is not worth saying. */
export function sayClock(aheadSeconds: number): string | null {
  const seconds = Math.abs(aheadSeconds);
  if (seconds <= UNSPOKEN_SECONDS) return null;
  return `This phone’s clock was ${lasting(seconds)} ${aheadSeconds > 0 ? 'ahead' : 'behind'}, so the time was put right.`;
}

function lasting(seconds: number): string {
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 120) return countWords(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? countWords(hours, 'hour') : countWords(Math.round(hours / 24), 'day');
}
