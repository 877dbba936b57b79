import type { Connections } from '../connections.ts';

/** A place at the records of a folder: their owner's own, or a visitor's through the owner's socket. */
export type Seat = Connections;

/** The seat is gone before a turn was granted: nothing was lost, and another seat can be taken. */
export class SeatLost extends Error {
  override name = 'SeatLost';
}
