import type { Asset, Booking } from './model.ts';

/** A booking in the history of the book: instants in UTC. */
export function bookingAsWritten(booking: Omit<Booking, 'id'>, { reference }: Pick<Asset, 'reference'>) {
  return {
    asset: reference,
    borough: booking.boroughCode,
    from: booking.from.toISOString(),
    until: booking.to.toISOString(),
    purpose: booking.purpose,
    booked_by: booking.bookedBy,
  };
}
