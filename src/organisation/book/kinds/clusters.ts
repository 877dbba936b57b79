import type { Cluster } from '../../post-book.ts';
import { borough, DAYS, free, named, optional, readDays, wardList, writeDays } from '../column.ts';
import { bookKind } from '../kind.ts';
import { readWards } from './read-wards.ts';

export const clusters = bookKind({
  one: 'cluster',
  many: 'clusters',
  says: 'Wards of one borough and one ward set that are led together.',
  columns: {
    name: named('name'),
    borough: borough('its borough'),
    wards: { ...wardList('names or codes of its wards'), needed: true },
    boundary_version: optional(named('ward set of its wards; that of its first day where empty')),
    ...DAYS,
    source: free('where it was taken from'),
  },
  build(values, places) {
    const days = readDays(values);
    if ('because' in days) return days;
    if (values.wards.length === 0) return { because: 'wards: it is empty: name the wards of the cluster.' };
    const asked = { wards: values.wards, version: values.boundary_version, during: days.value };
    const found = readWards('wards', asked, places);
    if ('because' in found) return found;
    const { wards, boundaryVersion, boroughs } = found.value;
    if (boroughs.some((code) => code !== values.borough))
      return { because: 'wards: not all of them lie in its borough: a cluster has wards of one borough.' };
    const { name, borough: boroughCode, source } = values;
    return { value: { name, boroughCode, boundaryVersion, wards, during: days.value, source } satisfies Cluster };
  },
  values: ({ name, boroughCode, boundaryVersion, wards, during, source }) => ({
    name,
    borough: boroughCode,
    wards: wards.map((text) => ({ text, version: boundaryVersion })),
    boundary_version: boundaryVersion,
    ...writeDays(during),
    source,
  }),
  key: ({ name, during }) => [name, during.from],
  called: ({ name, during }) => `cluster ${name} from ${during.from}`,
});
