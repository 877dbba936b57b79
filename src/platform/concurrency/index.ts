export { type Booking, DoubleBooked, noDoubleBooking, withoutDoubleBooking } from './double-booking.ts';
export { lockRows } from './lock-rows.ts';
export type { Parent } from './parent-lock.ts';
export { retryOnDeadlock, TooBusy } from './retry-on-deadlock.ts';
export { saveAtVersion, type VersionedEdit } from './save-at-version.ts';
export { StaleEdit } from './stale-edit.ts';
export { type SumRule, SumTooGreat, sumNeverAbove, withinTheSum } from './sum-at-every-instant.ts';
export { tryWrite } from './try-write.ts';
