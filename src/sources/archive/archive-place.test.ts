import { expect, it } from 'vitest';
import { archivePlace } from './archive-place.ts';

it('reads month, force and kind in an official name, in its folder or out of it', () => {
  expect(archivePlace('2016-01/2016-01-metropolitan-street.csv')).toEqual({
    month: '2016-01',
    force: 'metropolitan',
    kind: 'street',
  });
  expect(archivePlace('2016-01-city-of-london-stop-and-search.csv')).toEqual({
    month: '2016-01',
    force: 'city-of-london',
    kind: 'stop-and-search',
  });
  expect(archivePlace('any/2023-03/2023-03-btp-outcomes.csv')).toMatchObject({ force: 'btp', kind: 'outcomes' });
});

it.each(['2016-13/2016-13-metropolitan-street.csv', 'my crimes.csv', '2016-01--street.csv', '2016-01-street.csv', ''])(
  'reads nothing in %j',
  (name) => expect(archivePlace(name)).toBeNull(),
);
