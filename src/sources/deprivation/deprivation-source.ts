import type { TextSource } from '../text-source.ts';
import { readDeprivation } from './read-deprivation.ts';

/** The English Indices of Deprivation by LSOA: ranks and deciles, and scores where given. */
export const DEPRIVATION: TextSource = {
  kind: 'deprivation',
  title: 'English Indices of Deprivation by LSOA',
  reads: 'English Indices of Deprivation by LSOA',
  knows: (head) =>
    head.kind === 'csv' &&
    (head.columns.includes('lsoa11_code') || head.columns.includes('lsoa21_code')) &&
    head.columns.includes('IMD_decile') &&
    head.columns.includes('IMD_rank'),
  read: (text, { now }) => readDeprivation(text, now),
};
