import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';

/** A publication of the English Indices of Deprivation. */
export interface IndexEdition {
  publisher: 'imd-2019' | 'imd-2025';
  title: string;
  codeColumn: 'lsoa11_code' | 'lsoa21_code';
  version: BoundaryVersion;
  /** Month of publication, at which its figures stand. */
  month: Month;
  /** LSOAs in England, each with its own rank; rank 1 is the most deprived. */
  areas: number;
}

/**
 * The editions that are read, told apart by the LSOAs they are of.
 * @source English Indices of Deprivation 2019 (32,844 LSOAs of 2011) and 2025 (33,755 LSOAs of 2021), Ministry of
 * Housing, Communities and Local Government
 */
export const INDEX_EDITIONS: readonly IndexEdition[] = [
  {
    publisher: 'imd-2019',
    title: 'English Indices of Deprivation 2019 by LSOA',
    codeColumn: 'lsoa11_code',
    version: 'lsoas-2011',
    month: '2019-09',
    areas: 32_844,
  },
  {
    publisher: 'imd-2025',
    title: 'English Indices of Deprivation 2025 by LSOA',
    codeColumn: 'lsoa21_code',
    version: 'lsoas-2021',
    month: '2025-10',
    areas: 33_755,
  },
];
