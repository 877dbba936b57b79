import { expect, it } from 'vitest';
import { aboutNeighbourhood } from './about-neighbourhood.ts';
import { forceOfWebsite } from './force-websites.ts';
import { readNeighbourhood } from './read-neighbourhood.ts';

const ABOUT = 'metropolitan/E05013669N';
function read(value: unknown, about: string | null = ABOUT) {
  const file = readNeighbourhood(JSON.stringify(value), about);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}
const because = (value: unknown, about: string | null = ABOUT) => {
  const file = readNeighbourhood(JSON.stringify(value), about);
  return file.kind === 'refused' ? file.because : 'read';
};

const DETAILS = {
  id: 'E05013669N',
  name: 'Somers Town',
  description: '<p>North of <b>Euston</b></p>',
  url_force: 'https://www.met.police.uk/a/your-area/',
  contact_details: { email: 'team@example.org', telephone: '101', web: null },
  centre: { latitude: '51.53', longitude: '-0.13' },
  links: [{ title: 'Council', url: 'javascript:alert(1)', description: null }],
  locations: [{ name: 'Station', type: 'station', address: '1 Road\n, London', postcode: null, latitude: null }],
  population: '0',
};

it('reads details as plain text, and tells whose they are by the force’s web address', () => {
  const file = read(DETAILS, null);
  expect(file).toMatchObject({
    rowsRead: 1,
    rowsUsed: 1,
    notices: [{ reason: 'a field that is not used: population', count: 1 }],
    recognisedAs: 'Neighbourhood details of data.police.uk: metropolitan/E05013669N',
  });
  expect(file.neighbourhood).toEqual([
    {
      force: 'metropolitan',
      neighbourhood: 'E05013669N',
      part: 'details',
      body: {
        name: 'Somers Town',
        description: 'North of Euston',
        website: 'https://www.met.police.uk/a/your-area/',
        contact: { email: 'team@example.org', telephone: '101' },
        centre: { latitude: 51.53, longitude: -0.13 },
        links: [{ title: 'Council', website: null, description: null }],
        locations: [
          {
            name: 'Station',
            type: 'station',
            address: '1 Road\n, London',
            postcode: null,
            telephone: null,
            description: null,
            place: null,
          },
        ],
      },
    },
  ]);
});

it('lets nothing stand that the details and the operator say differently', () => {
  expect(because(DETAILS, 'metropolitan/e05013669n')).toBe('read');
  expect(because(DETAILS, 'metropolitan/E05000001N')).toContain('says itself that it is metropolitan/E05013669N');
  expect(because(DETAILS, 'kent/E05013669N')).toContain('check --about');
  const elsewhere = { ...DETAILS, url_force: 'https://example.org/' };
  expect(because(elsewhere, null)).toContain('of a force that its web address does not tell: say which with --about');
  expect(read(elsewhere, 'kent/E05013669N').neighbourhood?.[0]?.force).toBe('kent');
});

it('reads team, priorities and events', () => {
  const bodyOf = (value: unknown) => read(value).neighbourhood?.[0]?.body;
  expect(bodyOf([{ name: 'A', rank: 'Sgt', bio: '<p>x</p>', contact_details: {} }])).toEqual([
    { name: 'A', rank: 'Sgt', biography: 'x', contact: {} },
  ]);
  const hostile = { 'e\u001b[31mmail\u202e': 'a\u0007b', '\u001b': 'x', telephone: '101' };
  expect(bodyOf([{ name: 'A', rank: 'Sgt', contact_details: hostile }])).toMatchObject([
    { contact: { 'e [31mmail': 'a b', telephone: '101' } },
  ]);
  expect(
    bodyOf([{ issue: '<p>Bikes</p>', 'issue-date': '2016-04-14T00:00:00', action: null, 'action-date': null }]),
  ).toEqual([{ issue: 'Bikes', issuedOn: '2016-04-14', action: null, actedOn: null }]);
  expect(bodyOf([{ title: 'Surgery', type: 'meeting', start_date: '2016-09-17T12:00:00', end_date: null }])).toEqual([
    {
      title: 'Surgery',
      type: 'meeting',
      description: null,
      address: null,
      startsAt: '2016-09-17T12:00',
      endsAt: null,
      contact: {},
    },
  ]);
});

it('leaves out a record whose date or name cannot be read, and keeps the others', () => {
  const event = { title: 'Surgery', start_date: '2016-09-17T12:00:00' };
  const file = read([
    event,
    { ...event, start_date: 'soon' },
    { ...event, title: '<p> </p>' },
    { ...event, start_date: '2016-02-30T12:00:00' },
  ]);
  expect(file).toMatchObject({ rowsRead: 4, rowsUsed: 1 });
  expect(file.refused).toEqual([
    { reason: 'a record whose start_date cannot be read', count: 2 },
    { reason: 'a record whose title cannot be read', count: 1 },
  ]);
  expect(file.refusedRows.map(({ line }) => line)).toEqual([2, 3, 4]);
});

it('keeps a boundary whole or not at all', () => {
  const points = [0, 1, 2].map((at) => ({ latitude: `51.${at}`, longitude: `-0.${at}` }));
  expect(read(points).neighbourhood?.[0]?.body).toEqual([
    [-0, 51],
    [-0.1, 51.1],
    [-0.2, 51.2],
  ]);
  expect(because([...points, { latitude: 'x', longitude: '0' }])).toContain('with a point that cannot be read');
  expect(because(points.slice(1))).toContain('fewer than 3 points');
});

it.each([
  [
    [{ name: 'A', rank: 'Sgt' }],
    "holds a neighbourhood's team (senior officers of a force look the same and are not kept) and does not say of which neighbourhood",
  ],
  [
    [{ issue: 'x', 'issue-date': null }],
    "holds a neighbourhood's priorities and does not say of which neighbourhood: say which with --about FORCE/NEIGHBOURHOOD",
  ],
])('asks of which %j is', (value, reason) => {
  for (const about of [null, 'leicestershire', 'E05000130']) expect(because(value, about)).toContain(reason);
});

it('refuses a text cut short and a part without a record that can be used', () => {
  expect(readNeighbourhood('[{"name":"A","rank":', ABOUT)).toMatchObject({
    because: expect.stringContaining('whole JSON'),
  });
  expect(because([{ name: '', rank: 'Sgt' }])).toContain('has no record that can be used (a record whose name cannot');
});

it.each([
  ['leicestershire/NC04', { force: 'leicestershire', neighbourhood: 'NC04' }],
  [' Avon-and-Somerset/BW 1 ', { force: 'avon-and-somerset', neighbourhood: 'BW 1' }],
  ['leicestershire', null],
  ['a/b/c', null],
  ['E05000130', null],
])('reads --about %s', (about, named) => {
  expect(aboutNeighbourhood(about)).toEqual(named);
});

it.each([
  ['http://www.leics.police.uk/local-policing', 'leicestershire'],
  ['https://www.met.police.uk', 'metropolitan'],
  ['https://www.cityoflondon.police.uk/', 'city-of-london'],
  ['https://www.thamesvalley.police.uk/x', 'thames-valley'],
  ['https://www.example.org/police.uk', null],
  ['https://met.police.uk.example.org', null],
])('tells the force of %s', (url, force) => {
  expect(forceOfWebsite(url)).toBe(force);
});
