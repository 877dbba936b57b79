import { expect, it } from 'vitest';
import { plainName } from './plain-name.ts';

it.each([
  ["St Mary's & St James'", 'st marys and st james'],
  ['St. Pancras and Somers Town', 'st pancras and somers town'],
  ['  KING’S   CROSS ', 'kings cross'],
  ['holborn-and-covent-garden', 'holborn and covent garden'],
  ['Holborn&Covent Garden', 'holborn and covent garden'],
  ['Bô', 'bo'],
  ['!', ''],
])('reads %s as %s', (text, plain) => {
  expect(plainName(text)).toBe(plain);
});
