import { expect, test } from 'vitest';
import { listParts } from './list-parts.ts';

test.each<[string[], string]>([
  [[], ''],
  [['Violence and robbery'], 'violence and robbery'],
  [['Recorded crime', 'Residents'], 'recorded crime and residents'],
  [['Violence and robbery', 'Anti-social behaviour'], 'violence and robbery, and anti-social behaviour'],
  [['Residents', 'Deprivation', 'Violence and robbery'], 'residents, deprivation, and violence and robbery'],
])('%j in a sentence', (titles, said) => {
  expect(listParts(titles)).toBe(said);
});
