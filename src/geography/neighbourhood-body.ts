import { z } from 'zod';

/** A day written "2016-04-14", or an instant of London's clocks written "2016-09-17T12:00". */
const when = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
  .nullable();
/** Plain text; null where there is none. Never markup, but to be escaped like any text. */
const text = z.string().nullable();
/** Ways to reach someone, by kind: "email", "telephone", "twitter". */
const contact = z.record(z.string(), z.string());
const place = z.object({ longitude: z.number(), latitude: z.number() }).nullable();

const details = z.object({
  name: z.string(),
  description: text,
  website: text,
  contact,
  centre: place,
  links: z.array(z.object({ title: text, website: text, description: text })),
  locations: z.array(
    z.object({ name: text, type: text, address: text, postcode: text, telephone: text, description: text, place }),
  ),
});
const person = z.object({ name: z.string(), rank: text, biography: text, contact });
const priority = z.object({ issue: z.string(), issuedOn: when, action: text, actedOn: when });
const event = z.object({
  title: z.string(),
  type: text,
  description: text,
  address: text,
  startsAt: when,
  endsAt: when,
  contact,
});
/** Longitude and latitude in degrees. */
const boundary = z.array(z.tuple([z.number(), z.number()]));

export type NeighbourhoodDetails = z.infer<typeof details>;
export type NeighbourhoodPerson = z.infer<typeof person>;
export type NeighbourhoodPriority = z.infer<typeof priority>;
export type NeighbourhoodEvent = z.infer<typeof event>;
type NeighbourhoodBoundary = z.infer<typeof boundary>;

/** What is held of one neighbourhood of data.police.uk; null for a part that no live import has. */
export interface NeighbourhoodParts {
  force: string;
  neighbourhood: string;
  details: NeighbourhoodDetails | null;
  people: NeighbourhoodPerson[] | null;
  priorities: NeighbourhoodPriority[] | null;
  events: NeighbourhoodEvent[] | null;
  boundary: NeighbourhoodBoundary | null;
  /** File and day of import of each part held. */
  sources: { part: string; file: string; importedOn: string }[];
}

/** What the body of each part of a neighbourhood is; importers write it and readers parse it by this. */
export const NEIGHBOURHOOD_BODY = {
  details,
  people: z.array(person),
  priorities: z.array(priority),
  events: z.array(event),
  boundary,
} as const;
