import { expect, it, test } from 'vitest';
import { CATALOGUE, findMeasure } from '../../measures/index.ts';
import { barredFromDemand } from './barred-from-demand.ts';

test.each([
  ['black-residents', 'ethnicity'],
  ['victims-black', 'ethnicity'],
  ['residents-aged-10-to-17', 'age'],
  ['stop-and-search', 'what officers did'],
  ['stop-and-search-ethnicity-black', 'what officers did'],
  ['outcomes-charged', 'achieved'],
  ['knife-crime-positive-outcomes', 'achieved'],
  ['response-i-within-15-minutes', 'served'],
  ['charges-personal-robbery', 'became of crimes'],
  ['ward-officer-minutes-aid', 'time of the officers'],
])('%s must not be weighed', (name, because) => {
  const measure = findMeasure(name);
  expect(measure).not.toBeNull();
  if (measure !== null) expect(barredFromDemand(measure)).toContain(because);
});

test.each([
  'recorded-crime',
  'residents',
  'deprivation',
  'anti-social-behaviour',
  'harm-weighted-crime',
  'knife-crime',
])('%s may be', (name) => {
  const measure = findMeasure(name);
  expect(measure !== null && barredFromDemand(measure)).toBeNull();
});

it('bars what does not add up', () => {
  expect(barredFromDemand({ name: 'made', adds: false })).toContain('do not add up');
});

it('lets no measure through that is by ethnicity or age, whatever it is called', () => {
  const allowed = CATALOGUE.filter((measure) => barredFromDemand(measure) === null);
  const protectedWords =
    /\b(asian|black|mixed|white|ethnic|ethnicity|aged|religion|muslim|christian|women|men|male|female)\b/i;
  const named = allowed.filter(({ name, title }) => protectedWords.test(`${name} ${title}`)).map(({ name }) => name);
  // These count offences by whom they were done to, as the force and the public plan do; not who lives where.
  expect(named).toEqual([
    'knife-injury-victims-1-24',
    'knife-injury-victims-1-24-not-domestic',
    'violence-against-women-and-girls',
  ]);
});
