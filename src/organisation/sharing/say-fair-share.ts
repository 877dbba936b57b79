import { andList } from '../../ui/and-list.ts';
import type { ShareRow } from './fair-share.ts';
import type { Asset, SharedBy } from './model.ts';

/** What several assets of a kind are called. */
export const KINDS_OF_ASSET: Readonly<Record<Asset['kind'], string>> = {
  building: 'Buildings',
  vehicle: 'Vehicles',
  technology: 'Technology',
};

/** How a share is measured, to follow "share of". */
export const MEASURED_BY: Readonly<Record<SharedBy, string>> = {
  wards: 'the unit’s wards',
  officers: 'the officers posted',
  demand: 'demand',
};

/** Hours to a tenth: "12.5", "−3.7". */
export function sayHours(hours: number): string {
  return (Math.round(hours * 10) / 10).toLocaleString('en-GB').replace('-', '−');
}

/** What the rows of one kind come to, in a sentence. */
export function sayFairShare(rows: readonly ShareRow[], nameOf: (borough: string) => string): string {
  const over = rows.filter(({ difference }) => Math.round(difference * 10) > 0);
  if (over.length === 0) return 'Each borough had its share.';
  const more = over.map(
    ({ boroughCode, difference }) => `${nameOf(boroughCode)} had ${sayHours(difference)} hours more`,
  );
  return `${andList(more)} than its share.`;
}
