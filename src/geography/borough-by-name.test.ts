import { expect, it } from 'vitest';
import { boroughByName } from './borough-by-name.ts';
import { referenceAreas } from './reference-areas.ts';

it('knows every borough by its name and its code', () => {
  for (const borough of referenceAreas('boroughs-2022')) {
    expect(boroughByName(borough.name)).toBe(borough);
    expect(boroughByName(borough.code)).toBe(borough);
  }
});

it.each([
  ['Kensington & Chelsea', 'E09000020'],
  ['Royal Borough of Kensington and Chelsea', 'E09000020'],
  ['HAMMERSMITH AND FULHAM ', 'E09000013'],
  ['Barking & Dagenham', 'E09000002'],
  ['City of Westminster', 'E09000033'],
  ['City of London', 'E09000001'],
  ['City of London Corporation', 'E09000001'],
  ['London Borough of Camden', 'E09000007'],
  ['Kingston-upon-Thames', 'E09000021'],
  ['Richmond', 'E09000027'],
])('reads %s as %s', (text, code) => {
  expect(boroughByName(text)?.code).toBe(code);
});

it.each([
  'Unknown',
  'London Heathrow and London City Airports',
  'Aviation Security (SO18)',
  '',
  'London',
  'Camden Town',
  'constructor',
  'toString',
  'City of __proto__',
])('knows no borough "%s"', (text) => {
  expect(boroughByName(text)).toBeNull();
});
