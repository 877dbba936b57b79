import { z } from 'zod';
import type {
  NeighbourhoodDetails,
  NeighbourhoodEvent,
  NeighbourhoodPerson,
  NeighbourhoodPriority,
} from '../../../geography/index.ts';
import { isDate } from '../../../lib/calendar/is-date.ts';
import { plainText } from './plain-text.ts';

/** Longer texts are no text of a neighbourhood; a real one reaches about 2,000 letters. */
const LONGEST = 100_000;

const cleaned = z.string().max(LONGEST).transform(plainText);
/** Text, plain; null for none. */
const text = cleaned.nullish().transform((value) => (value === undefined || value === '' ? null : value));
/** Text that must be there. */
const words = cleaned.refine((value) => value !== '');
/** A web address; anything that is none, such as a script, becomes null. */
const website = z
  .string()
  .nullish()
  .transform((value) => (value && /^https?:\/\/\S+$/i.test(value.trim()) ? value.trim() : null));
const contact = z
  .record(z.string().max(60), z.unknown())
  .nullish()
  .transform((value) =>
    Object.fromEntries(
      Object.entries(value ?? {}).flatMap(([kind, how]) => {
        const cleanedHow = typeof how === 'string' ? plainText(how.slice(0, LONGEST)) : '';
        const cleanedKind = plainText(kind);
        return cleanedHow === '' || cleanedKind === '' ? [] : [[cleanedKind, cleanedHow]];
      }),
    ),
  );
const degrees = (most: number) =>
  z
    .union([z.string().regex(/^-?\d{1,3}(\.\d{1,15})?$/), z.number()])
    .transform(Number)
    .refine((value) => Math.abs(value) <= most);
const point = z.object({ latitude: degrees(90), longitude: degrees(180) });
/** A place; null where it is not given or is none. */
const place = z.unknown().transform((value) => point.safeParse(value).data ?? null);

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(([01]\d|2[0-3]):[0-5]\d):[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;
/** "2016-09-17T12:00"; a record whose date cannot be read is left out, for a wrong day is worse than none. */
const instant = z
  .string()
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || value === '') return null;
    const [, day = '', time = ''] = INSTANT.exec(value) ?? [];
    if (isDate(day)) return { day, time };
    context.addIssue({ code: 'custom', message: 'no date' });
    return z.NEVER;
  });
const day = instant.transform((value) => value?.day ?? null);
const dayAndTime = instant.transform((value) => value && `${value.day}T${value.time}`);

const rawLink = z
  .object({ title: text, url: website, description: text })
  .transform(({ url, ...link }) => ({ ...link, website: url }));
const rawLocation = z
  .looseObject({
    name: text,
    type: text,
    address: text,
    postcode: text,
    telephone: text,
    description: text,
  })
  .transform(({ name, type, address, postcode, telephone, description, ...rest }) => ({
    name,
    type,
    address,
    postcode,
    telephone,
    description,
    place: place.parse(rest),
  }));

/** Details as the API gives them, and as they are kept. */
export const rawDetails = z
  .object({
    id: z.string().trim().min(1).max(60),
    name: words,
    description: text,
    url_force: website,
    contact_details: contact,
    centre: place,
    links: z.array(rawLink).nullish(),
    locations: z.array(rawLocation).nullish(),
  })
  .transform((raw) => ({
    id: raw.id,
    body: {
      name: raw.name,
      description: raw.description,
      website: raw.url_force,
      contact: raw.contact_details,
      centre: raw.centre,
      links: raw.links ?? [],
      locations: raw.locations ?? [],
    } satisfies NeighbourhoodDetails,
  }));

export const rawPerson = z.object({ name: words, rank: text, bio: text, contact_details: contact }).transform(
  ({ name, rank, bio, contact_details }): NeighbourhoodPerson => ({
    name,
    rank,
    biography: bio,
    contact: contact_details,
  }),
);

export const rawPriority = z.object({ issue: words, 'issue-date': day, action: text, 'action-date': day }).transform(
  (raw): NeighbourhoodPriority => ({
    issue: raw.issue,
    issuedOn: raw['issue-date'],
    action: raw.action,
    actedOn: raw['action-date'],
  }),
);

export const rawEvent = z
  .object({
    title: words,
    type: text,
    description: text,
    address: text,
    start_date: dayAndTime,
    end_date: dayAndTime,
    contact_details: contact,
  })
  .transform(
    (raw): NeighbourhoodEvent => ({
      title: raw.title,
      type: raw.type,
      description: raw.description,
      address: raw.address,
      startsAt: raw.start_date,
      endsAt: raw.end_date,
      contact: raw.contact_details,
    }),
  );

export const rawPoint = point.transform(({ longitude, latitude }): [number, number] => [longitude, latitude]);

/** Fields that are read of each part; others are named in a notice. */
export const FIELDS_READ = {
  details: ['id', 'name', 'description', 'url_force', 'contact_details', 'centre', 'links', 'locations'],
  people: ['name', 'rank', 'bio', 'contact_details'],
  priorities: ['issue', 'issue-date', 'action', 'action-date'],
  events: ['title', 'type', 'description', 'address', 'start_date', 'end_date', 'contact_details'],
  boundary: ['latitude', 'longitude'],
} as const;
