import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../platform/database/index.ts';
import { NEIGHBOURHOOD_BODY, type NeighbourhoodParts } from './neighbourhood-body.ts';

const row = z.object({
  force: z.string(),
  neighbourhood: z.string(),
  part: z.enum(['details', 'people', 'priorities', 'events', 'boundary']),
  body: z.unknown(),
  file: z.string(),
  importedOn: z.string(),
});

/** Each part from the newest live import that has it, whatever the capitals of the names. */
const live = sql`
  select distinct on (lower(force), lower(neighbourhood), part) force, neighbourhood, part, body, file,
    to_char(imported_at at time zone 'Europe/London', 'YYYY-MM-DD') as "importedOn"
  from geography.police_neighbourhood
  join sources.import on import.id = import_id and import.reverted_at is null
  order by lower(force), lower(neighbourhood), part, import_id desc`;

/**
 * What a force publishes of a neighbourhood, each part from the newest live import that has it.
 * @param force as the API names it, such as "leicestershire"
 * @param neighbourhood its code, such as "NC04"
 * @returns null when nothing of it is held
 */
export async function readNeighbourhoodParts(
  records: Records,
  force: string,
  neighbourhood: string,
): Promise<NeighbourhoodParts | null> {
  const { rows } = await sql`select * from (${live}) as held
    where lower(force) = lower(${force}) and lower(neighbourhood) = lower(${neighbourhood})`.execute(records);
  const parts = z.array(row).parse(rows);
  const [first] = parts;
  if (first === undefined) return null;
  const body = (wanted: string): unknown => parts.find(({ part }) => part === wanted)?.body ?? null;
  return {
    force: first.force,
    neighbourhood: first.neighbourhood,
    details: NEIGHBOURHOOD_BODY.details.nullable().parse(body('details')),
    people: NEIGHBOURHOOD_BODY.people.nullable().parse(body('people')),
    priorities: NEIGHBOURHOOD_BODY.priorities.nullable().parse(body('priorities')),
    events: NEIGHBOURHOOD_BODY.events.nullable().parse(body('events')),
    boundary: NEIGHBOURHOOD_BODY.boundary.nullable().parse(body('boundary')),
    sources: parts.map(({ part, file, importedOn }) => ({ part, file, importedOn })),
  };
}

/** Neighbourhoods of which anything is held, by force and code. */
export async function neighbourhoodsHeld(records: Records): Promise<{ force: string; neighbourhood: string }[]> {
  const { rows } = await sql`select distinct on (lower(force), lower(neighbourhood)) force, neighbourhood
    from (${live}) as held order by lower(force), lower(neighbourhood), force, neighbourhood`.execute(records);
  return z.array(row.pick({ force: true, neighbourhood: true })).parse(rows);
}
