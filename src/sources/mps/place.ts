import type { BoundaryVersion } from '../../geography/index.ts';

/** Where a row's offences happened: an official area, or a place that is none. */
export interface Place {
  areaCode: string;
  version: BoundaryVersion | 'unplaced';
}
