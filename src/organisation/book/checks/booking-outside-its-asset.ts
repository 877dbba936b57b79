import { isOn } from '../../../lib/calendar/day-runs.ts';
import { londonTime } from '../../../lib/calendar/london-time.ts';
import { type BookCheck, toBlame } from './check.ts';

/** A booking lies on days on which its asset is there, whichever of the two the files change. */
export const bookingOutsideItsAsset: BookCheck = {
  name: 'booking-outside-its-asset',
  find({ assets, bookings }) {
    const byReference = new Map(assets.map((asset) => [asset.row.reference, asset]));
    return bookings.flatMap((booking) => {
      const asset = byReference.get(booking.row.asset);
      if (asset === undefined) return [];
      const ends = [Date.parse(booking.row.from), Date.parse(booking.row.until) - 1];
      const days = ends.map((at) => londonTime(new Date(at)).date);
      const outside = days.find((day) => !isOn(asset.row.during, day));
      const blamed = toBlame([asset, booking]);
      if (outside === undefined || blamed === null) return [];
      const sentence = `Asset ${asset.row.reference} would be booked for ${booking.row.purpose} on ${outside}, when it is not there: change the days of the one or the other.`;
      return [{ ...blamed, sentence }];
    });
  },
};
