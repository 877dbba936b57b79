import { expect, it } from 'vitest';
import { sayLeaving } from './say-leaving.ts';

const waiting = [
  { kind: 'away', at: '2026-03-04T14:42:00Z' },
  { kind: 'back', at: '2026-03-04T15:00:00Z' },
] as const;

it('names what waits, by London’s clock, and says why', () => {
  const { title, sentence } = sayLeaving(waiting, 'no network');
  expect(title).toBe('2 records not sent yet');
  expect(sentence).toContain('Waiting: called away at 14:42, back at 15:00. There is no signal');
});

it('says another reason where there is signal', () => {
  expect(sayLeaving(waiting, 'in touch').sentence).not.toContain('no signal');
});
