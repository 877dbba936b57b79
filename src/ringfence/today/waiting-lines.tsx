import { countWords } from '../../ui/count-words.ts';
import type { Contact, QueuedRecord } from './model.ts';
import { sayWaiting } from './say-waiting.ts';

/** What waits on this phone, what the server put to a person, and that somebody else's records wait here too. */
export function WaitingLines({
  queue,
  others,
  contact,
}: {
  queue: readonly QueuedRecord[];
  others: number;
  contact: Contact;
}) {
  const waiting = sayWaiting(queue.filter(({ held }) => held === null));
  const held = queue.filter((record) => record.held !== null);
  return (
    <div class="w-waiting" role="status">
      {waiting === null ? null : (
        <p>
          <b>{waiting.count}</b>, {waiting.since}.{contact === 'in touch' ? ' Being sent now.' : ''}
        </p>
      )}
      {held.map(({ id, held: said }) => (
        <p key={id}>
          {said}{' '}
          <button type="button" class="w-waiting__read" data-read={id}>
            I have read this
          </button>
        </p>
      ))}
      {others === 0 ? null : (
        <p>
          {countWords(others, 'record')} of somebody else {others === 1 ? 'waits' : 'wait'} on this phone, sealed: only
          they can send {others === 1 ? 'it' : 'them'}, by signing in here.
        </p>
      )}
    </div>
  );
}
