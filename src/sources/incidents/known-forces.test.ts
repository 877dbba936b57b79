import { expect, it } from 'vitest';
import { isKnownForce, KNOWN_FORCES } from './known-forces.ts';

it('names 43 forces of England and Wales, and two more, each once and in order', () => {
  expect(KNOWN_FORCES).toHaveLength(45);
  expect([...new Set(KNOWN_FORCES)].toSorted()).toEqual(KNOWN_FORCES);
});

it.each(['metropolitan', 'btp', 'northern-ireland'])('knows %s', (name) => expect(isKnownForce(name)).toBe(true));
it.each(['2020', 'Metropolitan', 'met', ''])('does not know "%s"', (name) => expect(isKnownForce(name)).toBe(false));
