import type { QueuedRecord } from './model.ts';

/** What the server answers for one record, by its id. */
export interface AnswerForRecord {
  id: string;
  outcome: 'taken' | 'again' | 'waiting' | 'held';
  said: string;
}

/** Most records in one request. */
const MOST_SENT_AT_ONCE = 50;

/** What is sent next: oldest first, and nothing that the server has put to a person already. */
export const recordsToSend = (queue: readonly QueuedRecord[]): QueuedRecord[] =>
  queue
    .filter(({ held }) => held === null)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .slice(0, MOST_SENT_AT_ONCE);

/**
 * What becomes of the queue once the server has answered: what it has answered for goes, what it holds stays in sight with
 * its sentence, and what it said nothing of waits on. Nothing leaves the queue for any other cause.
 * @returns ids to remove, and records to keep in place of those of their id
 */
export function settleAnswers(
  queue: readonly QueuedRecord[],
  answers: readonly AnswerForRecord[],
): { remove: string[]; hold: QueuedRecord[] } {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const answered = queue.flatMap((record) => {
    const answer = byId.get(record.id);
    return answer === undefined ? [] : [{ record, answer }];
  });
  return {
    remove: answered.filter(({ answer }) => answer.outcome !== 'held').map(({ record }) => record.id),
    hold: answered
      .filter(({ answer }) => answer.outcome === 'held')
      .map(({ record, answer }) => ({ ...record, held: answer.said })),
  };
}

/** Whether a phone still keeps a duty: until it is over, and not one minute of it longer. */
export const isStillKept = ({ to }: { to: string }, now: Date): boolean => now.getTime() < Date.parse(to);
