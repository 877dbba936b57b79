import { countWords } from '../../ui/count-words.ts';
import type { Contact, PhoneRecord } from './model.ts';
import { timeOf } from './say-waiting.ts';

/** What signing out leaves behind, as it is asked before: what waits, why it was not sent, and what becomes of it. */
export function sayLeaving(
  waiting: readonly Pick<PhoneRecord, 'kind' | 'at'>[],
  contact: Contact,
): { title: string; sentence: string } {
  const list = waiting.map(({ kind, at }) => `${kind === 'away' ? 'called away' : 'back'} at ${timeOf(at)}`).join(', ');
  const because = {
    'in touch': 'The server did not take what waits.',
    'no network': 'There is no signal, so nothing can be sent now.',
    'signed out': 'Your session has ended, so nothing can be sent now.',
  }[contact];
  return {
    title: `${countWords(waiting.length, 'record')} not sent yet`,
    sentence: `Waiting: ${list}. ${because} If you sign out, what waits stays sealed on this phone until you sign in on it again, and your duty is erased from it.`,
  };
}
