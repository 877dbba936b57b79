import { z } from 'zod';
import { REASON_NAMES } from '../absences/reason-names.ts';
import { ORDERED_BY } from '../model.ts';
import type { SentRecord } from './model.ts';

/** Text that the records can keep: whole characters, and no NUL. */
const kept = (text: string): string => text.replaceAll(/\p{Surrogate}|\0/gu, '\uFFFD');
const uuid = z.guid().transform((text) => text.toLowerCase());
const words = (most: number) => z.string().max(most).transform(kept);
/** Instants that the records can keep, whatever a clock shows. */
const [EARLIEST, LATEST] = [Date.UTC(2000, 0), Date.UTC(2100, 0)];
const instant = z.iso.datetime({ offset: true }).refine((text) => {
  const at = Date.parse(text);
  return at >= EARLIEST && at < LATEST;
});

/** A record as a phone sends it; what it says besides is left out. */
const recordShape = z.object({
  id: uuid,
  kind: z.enum(['away', 'back']),
  absence: uuid,
  duty: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  at: instant,
  reason: z.enum(REASON_NAMES).optional(),
  orderedBy: z.enum(ORDERED_BY).optional(),
  event: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80)
    .optional(),
  note: words(500).optional(),
});

/** Whether a text is the identity of a phone. */
export const isDevice = (text: unknown): boolean => z.guid().safeParse(text).success;

/** One record as it was read. */
export interface ReadRecord {
  /** As it was sent, for its answer. */
  sentId: string;
  /** As it is kept. */
  id: string;
  /** null where it cannot be read. */
  record: SentRecord | null;
  /** What is kept of it, whatever becomes of it. */
  body: object;
}

const MOST_KEPT_OF_UNREADABLE = 4000;
const named = z.object({ id: z.guid() });

/** Reads one record of a request; null where it has no identity by which it could be answered. */
export function readRecord(sent: unknown): ReadRecord | null {
  const { data: has } = named.safeParse(sent);
  if (has === undefined) return null;
  const { data } = recordShape.safeParse(sent);
  const id = has.id.toLowerCase();
  if (data !== undefined && (data.kind === 'back' || data.reason !== undefined)) {
    const record: SentRecord = definedOf(data);
    return { sentId: has.id, id, record, body: record };
  }
  const written = kept(JSON.stringify(sent).slice(0, MOST_KEPT_OF_UNREADABLE));
  return { sentId: has.id, id, record: null, body: { written } };
}

function definedOf({ reason, orderedBy, event, note, ...rest }: z.infer<typeof recordShape>): SentRecord {
  return {
    ...rest,
    ...(reason === undefined ? {} : { reason }),
    ...(orderedBy === undefined ? {} : { orderedBy }),
    ...(event === undefined ? {} : { event }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A record as it was kept; null for one that could not be read. */
export function keptRecord(body: unknown): SentRecord | null {
  const { data } = recordShape.safeParse(body);
  return data === undefined ? null : definedOf(data);
}
