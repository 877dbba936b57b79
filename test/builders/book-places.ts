import { referenceAreas } from '../../src/geography/index.ts';
import type { Principal, Role } from '../../src/platform/access/index.ts';

const BOROUGHS = [
  { code: 'E09000007', name: 'Camden' },
  { code: 'E09000019', name: 'Islington' },
];

/** The boroughs and wards that the book of Central North may speak of. */
export const CENTRAL_NORTH_PLACES = {
  unit: 'Central North',
  boroughs: BOROUGHS,
  wards: (['wards-2014', 'wards-2022'] as const).flatMap((version) =>
    referenceAreas(version).filter(({ boroughCode }) => BOROUGHS.some(({ code }) => code === boroughCode)),
  ),
};

/** Files of a book by name, each a text or lines. */
export const bookFiles = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ name, text }));

/** The command line acting for somebody with roles of the whole of Central North, as with --as. */
export const actingFor = (...roles: Role[]): Principal => ({
  kind: 'operator',
  name: 'anna',
  as: {
    person: 'person:0000000000000001',
    grants: roles.map((role) => ({
      role,
      scope: { unit: 'Central North', borough: null, ward: null },
      organisation: null,
    })),
  },
});
