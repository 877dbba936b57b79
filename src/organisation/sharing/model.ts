/** A building, vehicle or technology that the boroughs of a unit share. */
export interface Asset {
  id: number;
  unit: string;
  reference: string;
  kind: 'building' | 'vehicle' | 'technology';
  name: string;
  /** Where it is kept; every borough may book it. */
  boroughCode: string;
  /** Days it is there: first, and the day after the last. */
  during: { from: string; until: string | null };
}

/** A stretch of time for which an asset is a borough's. */
export interface Booking {
  id: number;
  /** Key of the asset. */
  asset: number;
  /** For whose policing it is used. */
  boroughCode: string;
  from: Date;
  /** The instant after its last. */
  to: Date;
  purpose: string;
  /** Who booked it, as the audit has them: "person:3f9c". */
  bookedBy: string;
}

/** A booking, and whether whoever looks may cancel it. */
export interface ListedBooking extends Booking {
  mayCancel: boolean;
}

/** How what is fair is measured: equal use for each ward, for each officer posted, or as demand is shared. */
export const SHARED_BY = ['wards', 'officers', 'demand'] as const;
export type SharedBy = (typeof SHARED_BY)[number];
