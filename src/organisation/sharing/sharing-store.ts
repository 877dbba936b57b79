import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { Asset, Booking } from './model.ts';
import { assetRow, bookingRow } from './sharing-rows.ts';

const ASSETS = sql`select id, unit, reference, kind, name, borough_code as "boroughCode",
    jsonb_build_object('from', to_char(lower(during), 'YYYY-MM-DD'), 'until', to_char(upper(during), 'YYYY-MM-DD')) as during
  from organisation.asset`;
const BOOKINGS = sql`select id, asset, borough_code as "boroughCode", lower(during) as "from", upper(during) as "to",
    purpose, booked_by as "bookedBy"
  from organisation.booking`;
const range = ({ from, to }: { from: Date; to: Date }) => sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`;

async function rowsOf<Row>(trx: Records, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  return z.array(row).parse((await query.execute(trx)).rows);
}

/** What is shared on a day or later, by kind and name. */
export const readAssets = (trx: Records, { synthetic, asAt }: { synthetic: boolean; asAt: string }): Promise<Asset[]> =>
  rowsOf(
    trx,
    assetRow,
    sql`${ASSETS} where synthetic = ${synthetic} and (upper_inf(during) or upper(during) > ${asAt}::date)
      order by kind, name, reference`,
  );

export async function readAsset(trx: Records, id: number): Promise<Asset | null> {
  const [found = null] = await rowsOf(trx, assetRow, sql`${ASSETS} where id = ${id}`);
  return found;
}

/** Bookings that are not over at an instant, the next first. */
export const readBookingsFrom = (
  trx: Records,
  { assets, from }: { assets: readonly number[]; from: Date },
): Promise<Booking[]> =>
  rowsOf(
    trx,
    bookingRow,
    sql`${BOOKINGS} where asset = any(${assets}::bigint[]) and upper(during) > ${from} order by lower(during)`,
  );

/** Bookings of what is shared that overlap a span, with the kind of asset. */
export function readUse(
  trx: Records,
  { span, synthetic }: { span: { from: Date; to: Date }; synthetic: boolean },
): Promise<(Booking & { kind: string })[]> {
  return rowsOf(
    trx,
    z.intersection(bookingRow, z.object({ kind: z.string() })),
    sql`select booking.id, asset, booking.borough_code as "boroughCode", lower(booking.during) as "from",
        upper(booking.during) as "to", purpose, booked_by as "bookedBy", asset.kind
      from organisation.booking join organisation.asset on asset.id = booking.asset
      where asset.synthetic = ${synthetic} and booking.during && ${range(span)}`,
  );
}

export async function readBooking(trx: Records, id: number): Promise<Booking | null> {
  const [found = null] = await rowsOf(trx, bookingRow, sql`${BOOKINGS} where id = ${id}`);
  return found;
}

/** The first booking in the way of a span. */
export async function findClash(trx: Records, asset: number, span: { from: Date; to: Date }): Promise<Booking | null> {
  const query = sql`${BOOKINGS} where asset = ${asset} and during && ${range(span)} order by during limit 1`;
  const [found = null] = await rowsOf(trx, bookingRow, query);
  return found;
}

export async function insertBooking(trx: Records, booking: Omit<Booking, 'id'>, at: Date): Promise<void> {
  await sql`insert into organisation.booking (asset, borough_code, during, purpose, booked_by, booked_at)
    values (${booking.asset}, ${booking.boroughCode}, ${range(booking)}, ${booking.purpose}, ${booking.bookedBy}, ${at})
    `.execute(trx);
}

/** @returns whether it was there still, and theirs to take away */
export async function deleteBooking(trx: Records, id: number): Promise<boolean> {
  const { rows } = await sql`delete from organisation.booking where id = ${id} returning id`.execute(trx);
  return rows.length > 0;
}

/** Full-time equivalents that are posted on a day, by borough: a posting in several counts in each by its post's shares. */
export async function readPostedByBorough(
  trx: Records,
  { unit, asAt, synthetic }: { unit: string; asAt: string; synthetic: boolean },
): Promise<Map<string, number>> {
  const { rows } = await sql`
    select borough_code as borough, sum(posting.fraction * post_share.fraction) as posted
    from organisation.posting join organisation.post on post.id = posting.post
      join organisation.post_share on post_share.post = post.id and post_share.during @> ${asAt}::date
    where post.unit = ${unit} and post.synthetic = ${synthetic} and posting.during @> ${asAt}::date
    group by borough_code`.execute(trx);
  const row = z.object({ borough: z.string(), posted: z.coerce.number() });
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ borough, posted }) => [borough, posted]),
  );
}
