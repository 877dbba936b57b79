import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';

/** A phone or computer that may hold records which have not been sent. */
export interface Device {
  id: string;
  person: string;
  officer: number;
  /** Of whom it is, by name. */
  name: string;
  reference: string;
  /** "Firefox on Android"; empty where it did not say. */
  browser: string;
  firstAt: Date;
  /** When it was last in touch. */
  lastAt: Date;
  /** How many records it still held then. */
  waiting: number;
  revokedAt: Date | null;
  revokedBy: string | null;
  /** When it said that it had erased what it held. */
  erasedAt: Date | null;
}

const deviceRow = z.object({
  id: z.string(),
  person: z.string(),
  officer: z.coerce.number(),
  name: z.string(),
  reference: z.string(),
  browser: z.string(),
  firstAt: z.date(),
  lastAt: z.date(),
  waiting: z.number(),
  revokedAt: z.date().nullable(),
  revokedBy: z.string().nullable(),
  erasedAt: z.date().nullable(),
});
const DEVICES = sql`select device.id, device.person, device.officer, coalesce(officer.name, '') as name,
    coalesce(officer.reference, '') as reference, browser, first_at as "firstAt", last_at as "lastAt", waiting,
    revoked_at as "revokedAt", revoked_by as "revokedBy", erased_at as "erasedAt"
  from ringfence.device left join organisation.officer on officer.id = device.officer`;

export async function readDevice(trx: Records, id: string): Promise<Device | null> {
  const { rows } = await sql`${DEVICES} where device.id = ${id}`.execute(trx);
  return z.array(deviceRow).parse(rows)[0] ?? null;
}

/** The phones of one officer, or of all whose duties whoever acts may see, by when they were last in touch. */
export async function readDevices(trx: Records, officer: number | null): Promise<Device[]> {
  const whose = officer === null ? sql`true` : sql`device.officer = ${officer}`;
  const { rows } = await sql`${DEVICES} where ${whose} order by last_at desc, device.id`.execute(trx);
  return z.array(deviceRow).parse(rows);
}

/** Adds a phone of who acts. @returns false where it is there already, theirs or somebody else's */
export async function insertDevice(
  trx: Records,
  { id, person, officer, browser, at }: { id: string; person: string; officer: number; browser: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into ringfence.device (id, person, officer, browser, first_at, last_at)
    values (${id}, ${person}, ${officer}, ${browser}, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (id) do nothing`.execute(trx);
  return numAffectedRows === 1n;
}

/**
 * Notes that a phone was in touch, and how much it still held.
 * @returns whether it was revoked; null where it is no phone of who acts
 */
export async function touchDeviceRow(
  trx: Records,
  { id, person, waiting, erased, at }: { id: string; person: string; waiting: number; erased: boolean; at: Date },
): Promise<{ revoked: boolean } | null> {
  const { rows } = await sql`update ringfence.device set last_at = ${at}::timestamptz, waiting = ${waiting},
      erased_at = case when ${erased} and revoked_at is not null then coalesce(erased_at, ${at}::timestamptz) else erased_at end
    where id = ${id} and person = ${person} returning revoked_at is not null as revoked`.execute(trx);
  return z.array(z.object({ revoked: z.boolean() })).parse(rows)[0] ?? null;
}

/** @returns false where it was revoked before, or is not whoever acts may change */
export async function revokeDeviceRow(
  trx: Records,
  { id, by, at }: { id: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update ringfence.device set revoked_at = ${at}::timestamptz, revoked_by = ${by}
    where id = ${id} and revoked_at is null`.execute(trx);
  return numAffectedRows === 1n;
}

/** A phone, with the first time of duty of its officer since it was last in touch that has begun. */
export interface SilentDevice {
  id: string;
  /** When that duty began, or the phone was last in touch, whichever is later. */
  since: Date;
}

/** Of phones whose duties whoever acts may see, those whose officer has been on duty since they were last in touch. */
export async function readOnDutySince(trx: Records, now: Date): Promise<SilentDevice[]> {
  const { rows } = await sql`select device.id, min(greatest(lower(duty.during), device.last_at)) as since
    from ringfence.device join ringfence.duty on duty.officer = device.officer and duty.kind = 'ward'
      and upper(duty.during) > device.last_at and lower(duty.during) < ${now}::timestamptz
    group by device.id`.execute(trx);
  return z.array(z.object({ id: z.string(), since: z.date() })).parse(rows);
}
