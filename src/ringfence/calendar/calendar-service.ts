import { may, published, within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RingfenceEvent } from '../model.ts';
import { type HeldEvent, readEvents } from './event-store.ts';

/** What a unit entered in its calendar: give it to eventsWith for the whole of it. */
export const eventsHeld = within(
  'ringfence.events-held',
  (trx: Records, unit: string): Promise<RingfenceEvent[]> => readEvents(trx, unit),
);

/** The same for a page of the calendar, which is public. */
export const eventsOf = published(
  'ringfence.events-of',
  (platform: Platform, unit: string): Promise<HeldEvent[]> =>
    platform.records.transaction().execute((trx) => readEvents(trx, unit)),
);

/** Whether who asks may enter a major emergency, and whether they may call events off and enter other days. */
export const mayChangeCalendarOf = published(
  'ringfence.may-change-calendar-of',
  ({ principal }: Platform, unit: string): { enters: boolean; decides: boolean } => ({
    // An officer writes duties too, but their own alone: who enters an emergency writes postings in the unit besides.
    enters: (['duties', 'postings'] as const).every((module) => may(principal, { module, act: 'write', place: null })),
    decides: may(principal, { module: 'duties', act: 'approve', place: { unit } }),
  }),
);
