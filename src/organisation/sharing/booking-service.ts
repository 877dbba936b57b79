import { isOn } from '../../lib/calendar/day-runs.ts';
import { londonTime } from '../../lib/calendar/london-time.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded, may, type Place, permissionsFor } from '../../platform/access/index.ts';
import { withoutDoubleBooking } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { saySpan } from '../../ui/say-span.ts';
import { boroughsOn } from '../boroughs-on.ts';
import { changeBook, type Told } from '../postings/change-book-service.ts';
import { sayDays } from '../postings/days.ts';
import { readUnits } from '../store.ts';
import { bookingAsWritten } from './booking-as-written.ts';
import type { Asset, Booking } from './model.ts';
import { deleteBooking, findClash, insertBooking, readAsset, readBooking } from './sharing-store.ts';

/** A booking that is asked for. */
export interface AskedBooking extends Pick<Booking, 'asset' | 'boroughCode' | 'from' | 'to' | 'purpose'> {
  /** Name of a borough by its code, for a sentence. */
  nameOf: (borough: string) => string;
}

async function placeOfBooking(platform: Platform, { asset, boroughCode }: AskedBooking): Promise<Place> {
  const found = await inTransaction(platform, (trx) => readAsset(trx, asset));
  return found === null ? {} : { unit: found.unit, borough: boroughCode };
}

/**
 * Books a building, vehicle or technology for a borough, for a time.
 * @throws DoubleBooked with a sentence that says when it is taken and by which borough; Refused where it is not there then
 */
export const bookAsset = guarded(
  { name: 'organisation.book-asset', module: 'postings', act: 'write', place: placeOfBooking },
  (platform: Platform, asked: AskedBooking): Promise<void> =>
    changeBook(platform, 'organisation.book-asset', async ({ trx, revise }): Promise<Told> => {
      const asset = await readAsset(trx, asked.asset);
      if (asset === null) throw new NotFound('Nothing that is shared is kept at this address.');
      refuseOutside(asset, asked);
      await refuseForeign(trx, asset, asked);
      const { nameOf, ...booking } = asked;
      const rule = {
        constraint: 'bookings_never_overlap',
        findClash: (within: typeof trx) => findClash(within, asset.id, booking),
        say: (clash: Booking | null) =>
          clash === null
            ? `${asset.name} is taken then: choose another time.`
            : `${asset.name} is taken ${saySpan(clash)} by ${nameOf(clash.boroughCode)}: choose another time.`,
      };
      const row = { ...booking, bookedBy: platform.actor };
      await withoutDoubleBooking(trx, rule, () => insertBooking(trx, row, platform.now()));
      const reference = `booking of ${asset.reference} from ${booking.from.toISOString()}`;
      await revise({
        unit: asset.unit,
        kind: 'bookings',
        reference,
        before: null,
        after: bookingAsWritten(row, asset),
      });
      return { subject: asset.reference, detail: { borough: booking.boroughCode, from: booking.from.toISOString() } };
    }),
);

function refuseOutside({ name, during }: Asset, { from, to }: AskedBooking): void {
  const days = [from, new Date(to.getTime() - 1)].map((at) => londonTime(at).date);
  if (days.every((day) => isOn(during, day))) return;
  throw new Refused([{ field: 'date', sentence: `${name} is there ${sayDays(during)}: choose another day.` }]);
}

/** What a unit shares is for the boroughs that it has on the day, whoever may write in all of it. */
async function refuseForeign(trx: Records, { unit }: Asset, { boroughCode, from }: AskedBooking): Promise<void> {
  const found = (await readUnits(trx)).find(({ name }) => name === unit);
  const boroughs = found === undefined ? [] : boroughsOn(found, londonTime(from).date);
  if (boroughs.some(({ code }) => code === boroughCode)) return;
  throw new Refused([{ field: 'borough', sentence: `Choose a borough that ${unit} has on that day.` }]);
}

/** Whether somebody may cancel a booking: who made it, or command. */
export function mayCancel({ actor, principal }: Platform, booking: Booking, unit: string): boolean {
  const place = { unit, borough: booking.boroughCode };
  const held = permissionsFor(principal, { module: 'postings', act: 'write', place });
  if (principal.kind === 'wardroom' || held.some(({ role }) => role === 'command')) return true;
  return held.length > 0 && booking.bookedBy === actor;
}

const cancelledAlready = () =>
  new NotFound('This booking was cancelled already: look at what is booked now.', [
    { href: '/organisation/sharing', text: 'Shared buildings, vehicles and technology' },
  ]);

/** A booking as a page shows it, under what it is of. */
interface ShownBooking {
  asset: number;
  booking: number;
}

/** Where a booking is; of one that is cancelled already, where the principal might have cancelled it. */
async function placeOfBooked(platform: Platform, { asset: id, booking }: ShownBooking): Promise<Place> {
  return inTransaction(platform, async (trx) => {
    const [asset, held] = [await readAsset(trx, id), await readBooking(trx, booking)];
    if (asset === null) return {};
    const { unit } = asset;
    if (held !== null) return { unit, borough: held.boroughCode };
    const found = (await readUnits(trx)).find(({ name }) => name === unit);
    const boroughs = found === undefined ? [] : boroughsOn(found, londonTime(platform.now()).date);
    const places = boroughs.map(({ code }) => ({ unit, borough: code }));
    return places.find((place) => may(platform.principal, { module: 'postings', act: 'write', place })) ?? {};
  });
}

/**
 * Cancels a booking: for who made it, and for command.
 * @throws Refused for anybody else; NotFound where it was cancelled already
 */
export const cancelBooking = guarded(
  { name: 'organisation.cancel-booking', module: 'postings', act: 'write', place: placeOfBooked },
  (platform: Platform, { asset: of, booking: id }: ShownBooking): Promise<void> =>
    changeBook(platform, 'organisation.cancel-booking', async ({ trx, revise }) => {
      const booking = await readBooking(trx, id);
      const asset = await readAsset(trx, of);
      if (booking === null || asset === null || booking.asset !== of) throw cancelledAlready();
      if (!mayCancel(platform, booking, asset.unit))
        throw new Refused([
          { field: null, sentence: 'Only who booked it, or command, may cancel a booking: ask them.' },
        ]);
      if (!(await deleteBooking(trx, id))) throw cancelledAlready();
      const reference = `booking of ${asset.reference} from ${booking.from.toISOString()}`;
      await revise({
        unit: asset.unit,
        kind: 'bookings',
        reference,
        before: bookingAsWritten(booking, asset),
        after: null,
      });
      return { subject: asset.reference, detail: { from: booking.from.toISOString() } };
    }),
);
