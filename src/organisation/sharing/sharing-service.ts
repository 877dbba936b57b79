import { wardSetAsAt } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { londonTime } from '../../lib/calendar/london-time.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, worksWithMadeUp } from '../../platform/access/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { boroughsOn } from '../boroughs-on.ts';
import type { CommandUnit } from '../model.ts';
import { mayCancel } from './booking-service.ts';
import { fairShare, type ShareRow } from './fair-share.ts';
import type { Asset, Booking, ListedBooking, SharedBy } from './model.ts';
import { readAsset, readAssets, readBookingsFrom, readPostedByBorough, readUse } from './sharing-store.ts';

const READS = { module: 'postings', act: 'read' } as const;

/** Everything that is shared, each with its next booking that is not over. */
export const listShared = guarded(
  { name: 'organisation.list-shared', ...READS },
  (platform: Platform): Promise<{ asset: Asset; next: Booking | null }[]> =>
    inTransaction(platform, async (trx) => {
      const now = platform.now();
      const assets = await readAssets(trx, { synthetic: worksWithMadeUp(platform), asAt: todayInLondon(now) });
      const bookings = await readBookingsFrom(trx, { assets: assets.map(({ id }) => id), from: now });
      return assets.map((asset) => ({ asset, next: bookings.find((booking) => booking.asset === asset.id) ?? null }));
    }),
);

/** Something that is shared, with its bookings that are not over. @throws NotFound */
export const sharedAsset = guarded(
  { name: 'organisation.shared-asset', ...READS },
  (platform: Platform, id: number): Promise<{ asset: Asset; bookings: ListedBooking[] }> =>
    inTransaction(platform, async (trx) => {
      const asset = await readAsset(trx, id);
      if (asset === null)
        throw new NotFound('Nothing that is shared is kept at this address.', [
          { href: '/organisation/sharing', text: 'Shared buildings, vehicles and technology' },
        ]);
      const held = await readBookingsFrom(trx, { assets: [id], from: platform.now() });
      const bookings = held.map((each) => ({ ...each, mayCancel: mayCancel(platform, each, asset.unit) }));
      return { asset, bookings };
    }),
);

/** What each borough of a unit had, beside its share. */
export interface FairShareReport {
  rows: ShareRow[];
  /** Each borough's weight by code: its wards, its officers in full-time equivalents, or its share of demand. */
  shares: Map<string, number>;
}

/**
 * What each borough of a unit booked within a span, beside its share by wards, officers or demand on the last day of it.
 * @param asked.span   from the first instant to the instant after the last
 * @param asked.demand each borough's share of demand by code, which comes later in the order of domains; null: not known
 */
export const fairShareOf = guarded(
  { name: 'organisation.fair-share', ...READS },
  async (
    platform: Platform,
    asked: {
      unit: CommandUnit;
      span: { from: Date; to: Date };
      by: SharedBy;
      demand: ReadonlyMap<string, number> | null;
    },
  ): Promise<FairShareReport> => {
    const { unit, span, by } = asked;
    const asAt = dayBefore(londonTime(span.to).date);
    const boroughs = boroughsOn(unit, asAt).map(({ code }) => code);
    const wards = await listAreas(platform.records, { version: wardSetAsAt(asAt).version, boroughCodes: boroughs });
    return inTransaction(platform, async (trx) => {
      const synthetic = worksWithMadeUp(platform);
      const posted = await readPostedByBorough(trx, { unit: unit.name, asAt, synthetic });
      const wardsIn = (code: string) => wards.filter(({ boroughCode }) => boroughCode === code).length;
      const weight = (code: string) =>
        ({ officers: posted.get(code) ?? 0, wards: wardsIn(code), demand: asked.demand?.get(code) ?? 0 })[by];
      const shares = new Map(boroughs.map((code) => [code, weight(code)]));
      const used = (await readUse(trx, { span, synthetic })).filter(({ boroughCode }) => shares.has(boroughCode));
      const measurable = [...shares.values()].some((each) => each > 0);
      return { rows: measurable ? fairShare(used, span, shares) : [], shares };
    });
  },
);
