import type { TextSource } from '../text-source.ts';
import { lookupColumns } from './code-column.ts';
import { readLookup } from './read-lookup.ts';

/** Columns that stand beside codes in a lookup: names, change marks, row numbers. A table with others holds figures. */
const COMPANION = /^([A-Za-z]+\d{2}(CD|NM|NMW|CDH|CDO)|[a-z]+\d{2}_(code|name)|CHGIND|ObjectId|FID|GlobalID)$/i;

/** Tables of the ONS that say to which ward, district or later LSOA each small area belongs. */
export const AREA_LOOKUP: TextSource = {
  kind: 'area-lookup',
  title: 'lookup between areas',
  reads: 'ONS lookups between output areas, LSOAs, wards and districts',
  knows: (head) =>
    head.kind === 'csv' &&
    head.columns.every((column) => COMPANION.test(column)) &&
    lookupColumns(head.columns) !== null,
  read: (text) => readLookup(text),
};
