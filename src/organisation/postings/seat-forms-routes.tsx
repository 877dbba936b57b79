import type { FastifyInstance } from 'fastify';
import { referenceAreas, wardSetAsAt } from '../../geography/index.ts';
import { isDate } from '../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { may, NotAllowed, type Place } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { boroughsOn } from '../boroughs-on.ts';
import type { CommandUnit } from '../model.ts';
import { RANKS } from '../reference/ranks.ts';
import { STRANDS } from '../reference/strands.ts';
import { listUnits } from '../service.ts';
import { type Address, askRoutes } from './ask-routes.tsx';
import { keyIn } from './choose-post-routes.tsx';
import { daysOf, lastDay, sayDays } from './days.ts';
import { postWithHolders } from './find-service.ts';
import type { Seat } from './model.ts';
import { ABOVE, RANK_CHOICES, WRITES } from './officer-forms-routes.tsx';
import { day, dayOrNone, fraction, oneOf, readForm, type Typed, words } from './read-form.ts';
import { saySeat } from './say-seat.ts';
import { closePost, openPost, setFillDate } from './seat-service.ts';

const pageOf = ({ id }: Seat) => `/organisation/postings/posts/${id}`;
const aboveOf = (seat: Seat) => [...ABOVE, { text: seat.reference, href: pageOf(seat) }];
const seatAt = async (platform: Platform, { params }: Address) =>
  (await postWithHolders(platform, keyIn(params.post) ?? -1)).seat;

/** Mounts what is done with a post: opening and closing it, and when it is expected to be filled. */
export function seatFormsRoutes(server: FastifyInstance): void {
  openRoute(server);
  closeRoute(server);
  fillDateRoute(server);
}

function fillDateRoute(server: FastifyInstance): void {
  askRoutes<Seat>(server, {
    url: '/organisation/postings/posts/:post/fill-date',
    access: WRITES,
    subjectOf: seatAt,
    asking: (seat) => ({
      title: `When ${seat.reference} is expected to be filled`,
      above: aboveOf(seat),
      facts: [{ key: 'Post', value: saySeat(seat) }],
      fields: [{ kind: 'date', name: 'filled', label: 'Day', hint: 'Leave it empty where nobody knows.' }],
      button: 'Save',
    }),
    startOf: (seat) => ({ filled: seat.expectedFilled ?? '' }),
    versionOf: (seat) => seat.version,
    submit: async (platform, { subject, typed, version }) => {
      const { filled } = readForm(typed, { filled: dayOrNone });
      await setFillDate(platform, { post: subject.id, version, expectedFilled: filled });
      return `${pageOf(subject)}?done=fill-date`;
    },
  });
}

function closeRoute(server: FastifyInstance): void {
  askRoutes<Seat>(server, {
    url: '/organisation/postings/posts/:post/close',
    access: WRITES,
    subjectOf: seatAt,
    asking: (seat) => ({
      title: `Close the post ${seat.reference}`,
      above: aboveOf(seat),
      lead: 'It stays in the book with its days.',
      facts: [
        { key: 'Post', value: saySeat(seat) },
        { key: 'There', value: sayDays(seat.during) },
      ],
      fields: [{ kind: 'date', name: 'last', label: 'Last day' }],
      button: 'Close it',
    }),
    startOf: (seat) => ({ last: lastDay(seat.during) ?? '' }),
    versionOf: (seat) => seat.version,
    submit: async (platform, { subject, typed, version }) => {
      const { last } = readForm(typed, { last: day });
      await closePost(platform, { post: subject.id, version, last });
      return `${pageOf(subject)}?done=closed`;
    },
  });
}

const RANK_NAMES = RANKS.map(({ rank }) => rank);
const DUTIES = ['ward', 'pan-borough', 'leadership'] as const;
const CLASSES = ['', 'floor', 'extra'] as const;

function openRoute(server: FastifyInstance): void {
  askRoutes<CommandUnit[]>(server, {
    url: '/organisation/postings/posts/new',
    access: WRITES,
    subjectOf: async (platform) => {
      const units = await listUnits(platform.records);
      if (!mayOpenPosts(platform, units))
        throw new NotAllowed('Posts are opened for a borough or the unit: ask an inspector of the borough.');
      return units;
    },
    asking: (units, platform) => ({
      title: 'Open a post',
      above: ABOVE,
      lead: 'A seat for at most one person. A post of a ward ends with its ward set.',
      facts: [],
      fields: [
        { kind: 'text', name: 'reference', label: 'Reference', hint: 'The unit’s own, such as ISL-W07-FLOOR-1.' },
        { kind: 'text', name: 'title', label: 'Title' },
        { kind: 'select', name: 'rank', label: 'Rank', choices: RANK_CHOICES },
        { kind: 'select', name: 'strand', label: 'Strand', choices: STRANDS.map((value) => ({ value, text: value })) },
        {
          kind: 'select',
          name: 'duty',
          label: 'Duty',
          choices: [
            { value: 'ward', text: 'In a ward team' },
            { value: 'pan-borough', text: 'For a borough or several' },
            { value: 'leadership', text: 'Leadership' },
          ],
        },
        {
          kind: 'select',
          name: 'place',
          label: 'Where',
          choices: [
            { value: '', text: 'Choose a place' },
            ...placesToOpen(platform, units, todayInLondon(platform.now())),
          ],
        },
        {
          kind: 'select',
          name: 'class',
          label: 'In its ward',
          choices: [
            { value: '', text: 'Neither, or no ward post' },
            { value: 'floor', text: 'Part of the floor' },
            { value: 'extra', text: 'Above the floor' },
          ],
        },
        { kind: 'number', name: 'fraction', label: 'Full-time equivalents', hint: '1, or 0.5 for half a post.' },
        { kind: 'date', name: 'from', label: 'First day' },
        { kind: 'date', name: 'last', label: 'Last day', hint: 'Leave it empty for a post without an end.' },
      ],
      button: 'Open it',
    }),
    startOf: (_, platform) => ({ strand: 'neighbourhoods', fraction: '1', from: todayInLondon(platform.now()) }),
    submit: async (platform, { subject, typed }) => {
      await openPost(platform, seatOf(typed, { platform, units: subject }));
      return `/organisation/postings?seek=${encodeURIComponent((typed.reference ?? '').trim())}`;
    },
  });
}

/** Reads a post from what was typed. @throws Refused */
function seatOf(
  typed: Typed,
  { platform, units }: { platform: Platform; units: readonly CommandUnit[] },
): Omit<Seat, 'id' | 'version'> {
  const today = todayInLondon(platform.now());
  const from = (typed.from ?? '').trim();
  // Wards of today are what the form offers; a post of before is opened in the wards of its own first day.
  const places = [today, ...(isDate(from) ? [from] : [])]
    .flatMap((asAt) => placesToOpen(platform, units, asAt))
    .map(({ value }) => value);
  const read = readForm(typed, {
    reference: words('Type its reference.', 60),
    title: words('Type its title.', 100),
    rank: oneOf(RANK_NAMES, 'Choose its rank.'),
    strand: oneOf(STRANDS, 'Choose its strand.'),
    duty: oneOf(DUTIES, 'Choose its duty.'),
    place: oneOf(places, 'Choose where it is.'),
    class: oneOf(CLASSES, 'Choose one of the list.'),
    fraction,
    from: day,
    last: dayOrNone,
  });
  const [unit = '', borough = null, ward = null] = read.place.split('/');
  const inWard = read.duty === 'ward';
  if (ward !== null && !inWard)
    throw new Refused([
      { field: 'duty', sentence: 'A post of one ward is in a ward team: choose that, or a whole borough.' },
    ]);
  if (read.class !== '' && !inWard)
    throw new Refused([
      { field: 'class', sentence: 'Only a post in a ward team is part of the floor or above it: choose neither.' },
    ]);
  if (read.last !== null && read.last < read.from)
    throw new Refused([{ field: 'last', sentence: 'Choose its first day or a later one.' }]);
  return {
    unit,
    reference: read.reference,
    title: read.title,
    rank: read.rank,
    strand: read.strand,
    team: null,
    duty: read.duty,
    fullTimeEquivalents: read.fraction,
    boroughs: borough === null ? [] : [borough],
    wards: ward === null ? [] : [ward],
    boundaryVersion: ward === null ? null : setOfWard(ward),
    wardClass: read.class === '' ? null : read.class,
    expectedFilled: null,
    during: daysOf(read.from, read.last),
  };
}

/** Whether the principal may open a post anywhere at all. */
export function mayOpenPosts(platform: Platform, units: readonly CommandUnit[]): boolean {
  return placesToOpen(platform, units, todayInLondon(platform.now())).length > 0;
}

/** Where the principal may open a post: the unit, and its boroughs of a day with their wards, for who writes all of each. */
function placesToOpen({ principal }: Platform, units: readonly CommandUnit[], asAt: string) {
  const wards = referenceAreas(wardSetAsAt(asAt).version);
  const writes = (place: Place) => may(principal, { module: 'postings', act: 'write', place });
  return units.flatMap((unit) => [
    ...(writes({ unit: unit.name }) ? [{ value: unit.name, text: `${unit.name}, the whole unit` }] : []),
    ...boroughsOn(unit, asAt)
      .filter(({ code }) => writes({ unit: unit.name, borough: code }))
      .flatMap(({ code, name }) => [
        { value: `${unit.name}/${code}`, text: `${name}, the whole borough` },
        ...wards
          .filter(({ boroughCode }) => boroughCode === code)
          .map((ward) => ({ value: `${unit.name}/${code}/${ward.code}`, text: `${ward.name}, ${name}` })),
      ]),
  ]);
}

/** The latest ward set that has a ward of this code. */
function setOfWard(code: string): Seat['boundaryVersion'] {
  const has = (version: 'wards-2022' | 'wards-2014') => referenceAreas(version).some((ward) => ward.code === code);
  return has('wards-2022') ? 'wards-2022' : 'wards-2014';
}
