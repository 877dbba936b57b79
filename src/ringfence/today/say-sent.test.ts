import { expect, it } from 'vitest';
import { saySent } from './say-sent.ts';

const taken = (id: string, said = `Taken ${id}.`) => ({ id, outcome: 'taken', said }) as const;

it('says of one record what the server said, and of more how many', () => {
  expect(saySent([])).toBe('');
  expect(saySent([taken('a', 'Recorded: called away from 15:12.')])).toBe('Recorded: called away from 15:12.');
  expect(saySent([taken('a'), taken('b')])).toBe('2 records sent.');
});

it('keeps what is other than taken, once, and leaves what is held to its own place', () => {
  const again = { id: 'c', outcome: 'again', said: 'Already recorded.' } as const;
  const held = { id: 'd', outcome: 'held', said: 'Look.' } as const;
  expect(saySent([taken('a'), again, { ...again, id: 'e' }, held])).toBe('3 records sent. Already recorded.');
  expect(saySent([held])).toBe('');
});
