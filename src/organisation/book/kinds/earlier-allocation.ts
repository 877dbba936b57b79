import { type BoundaryVersion, wardSetAsAt } from '../../../geography/index.ts';
import type { EarlierAllocation } from '../../post-book.ts';
import { day, free, named, optional, wardList, wholeNumber } from '../column.ts';
import { bookKind } from '../kind.ts';
import { isWardSet, readWard } from '../places.ts';

export const earlierAllocation = bookKind({
  one: 'row of an earlier allocation',
  many: 'rows of earlier allocations',
  says: 'What a ward had under an allocation of before, handed over as numbers.',
  columns: {
    name: named('name of the allocation'),
    as_at: day('day it is of'),
    ward: { ...wardList('name or code of the ward'), says: 'name or code of the ward', needed: true },
    boundary_version: optional(named('ward set of the ward; that of the day where empty')),
    officers: wholeNumber('dedicated ward officers it had'),
    pcsos: wholeNumber('PCSOs it had'),
    source: free('where it was taken from'),
  },
  build(values, places) {
    const { name, as_at: asAt, ward, officers, pcsos, source } = values;
    const boundaryVersion = values.boundary_version ?? wardSetAsAt(asAt).version;
    if (!isWardSet(boundaryVersion))
      return { because: `boundary_version: "${boundaryVersion}" is no ward set: write wards-2014 or wards-2022.` };
    const [only, ...others] = ward;
    if (only === undefined || others.length > 0) return { because: 'ward: it is not one ward: name one in each row.' };
    const found = readWard(only.text, boundaryVersion, places);
    if ('because' in found) return { because: `ward: ${found.because}` };
    const wardCode = found.value.code;
    const version: BoundaryVersion = boundaryVersion;
    return {
      value: { name, asAt, boundaryVersion: version, wardCode, officers, pcsos, source } satisfies EarlierAllocation,
    };
  },
  values: ({ name, asAt, boundaryVersion, wardCode, officers, pcsos, source }) => ({
    name,
    as_at: asAt,
    ward: [{ text: wardCode, version: boundaryVersion }],
    boundary_version: boundaryVersion,
    officers,
    pcsos,
    source,
  }),
  key: ({ name, asAt, wardCode }) => [name, asAt, wardCode],
  called: ({ name, asAt, wardCode }) => `${wardCode} in ${name} of ${asAt}`,
});
