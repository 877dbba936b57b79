import { wardCounts } from '../geography/index.ts';
import { published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import { type AreasAsked, mayConvert, readFrame } from './frame-service.ts';
import type { Measure } from './model.ts';
import { wardsKnown } from './routes-service.ts';

/**
 * Says why a borough's figures are not summed although figures of smaller areas are held: not all its wards are known.
 * @returns the part of a sentence, or null when that is not the reason
 */
export const wardsLacking = published(
  'measures.wards-lacking',
  async (records: Records, measure: Measure, asked: AreasAsked): Promise<string | null> => {
    const [borough] = asked.areaCodes;
    if (asked.boundaryVersion !== 'boroughs-2022' || borough === undefined) return null;
    const all = wardCounts('wards-2022').get(borough);
    const frame = await readFrame(records, asked);
    if (all === undefined || !frame.vintages.some((vintage) => mayConvert(vintage, measure))) return null;
    const known = (await wardsKnown(records, 'wards-2022')).filter(({ boroughCode }) => boroughCode === borough).length;
    if (known === all) return null;
    const how = known === 0 ? `none of its ${all} wards is` : `only ${known} of its ${all} wards are`;
    return `${how} known here, so figures of smaller areas cannot be summed; import the boundaries of all its wards`;
  },
);
