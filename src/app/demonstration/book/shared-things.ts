import type { Asset, Booking } from '../../../organisation/index.ts';
import { BOOK_BEGINS, CAMDEN, type DayFrom, ISLINGTON } from './made-up-post.ts';

const asset = (reference: string, kind: Asset['kind'], name: string, boroughCode: string): Asset => ({
  reference,
  kind,
  name,
  boroughCode,
  during: { from: BOOK_BEGINS, until: null },
});

/** What the boroughs share. */
export const ASSETS: readonly Asset[] = [
  asset('ROOM-CAMDEN', 'building', 'Demonstration briefing room, Camden', CAMDEN),
  asset('ROOM-ISLINGTON', 'building', 'Demonstration briefing room, Islington', ISLINGTON),
  asset('VAN-1', 'vehicle', 'Demonstration van 1', CAMDEN),
  asset('VAN-2', 'vehicle', 'Demonstration van 2', ISLINGTON),
  asset('CAR-1', 'vehicle', 'Demonstration car 1', ISLINGTON),
  asset('DRONE-1', 'technology', 'Demonstration drone', CAMDEN),
];

/** Asset, for whose policing, month from now, day, hours and what for: Camden has more of them than its share. */
const BOOKED: readonly [string, string, number, number, readonly [number, number], string][] = [
  ['VAN-1', CAMDEN, -1, 6, [8, 16], 'Weapon sweep'],
  ['VAN-1', CAMDEN, -1, 20, [8, 18], 'Street briefing'],
  ['VAN-1', ISLINGTON, 0, 9, [10, 14], 'Cadets'],
  ['VAN-1', CAMDEN, 1, 4, [8, 16], 'Weapon sweep'],
  ['VAN-2', CAMDEN, -1, 11, [7, 19], 'Football'],
  ['VAN-2', ISLINGTON, 0, 18, [9, 13], 'Crime prevention stall'],
  ['CAR-1', CAMDEN, 0, 23, [9, 17], 'Visits'],
  ['ROOM-CAMDEN', CAMDEN, 0, 12, [18, 20], 'Ward panel'],
  ['ROOM-ISLINGTON', ISLINGTON, 0, 14, [18, 20], 'Ward panel'],
  ['ROOM-ISLINGTON', ISLINGTON, 1, 8, [9, 17], 'Training day'],
  ['DRONE-1', CAMDEN, 0, 2, [11, 13], 'Search'],
];

/** Bookings of last month, this and the next. */
export function bookings(dayFrom: DayFrom): Booking[] {
  return BOOKED.map(([of, boroughCode, months, day, [from, until], purpose]) => {
    const at = (hour: number) => `${dayFrom(months, day)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
    return { asset: of, boroughCode, from: at(from), until: at(until), purpose };
  });
}
