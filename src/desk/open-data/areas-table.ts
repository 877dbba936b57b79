import { type Area, boundarySet } from '../../geography/index.ts';
import { column, maybe, type OpenTable } from '../../lib/tables/index.ts';

/** The areas that the other tables name, with the set each is of and when that set was in force. */
export function areasTable(areas: readonly Area[], made: string): OpenTable {
  const sources = [...new Set(areas.map(({ version }) => boundarySet(version).source))];
  return {
    name: 'areas',
    title: 'Areas',
    description: 'Boroughs and wards of the command unit, and police forces, by the set of areas they belong to.',
    columns: [
      column('area_set', 'Set of areas', 'Name of the set: a code can be in several.'),
      column('area_code', 'Area code', 'Code of the Office for National Statistics.'),
      column('area_name', 'Area', 'Name of the area.'),
      column('kind', 'Kind', 'borough, ward or force.'),
      maybe('borough_code', 'Borough code', 'Code of the borough a ward is in.'),
      maybe('borough_name', 'Borough', 'Name of the borough a ward is in.'),
      column('in_force_from', 'In force from', 'First day of the set.', 'date'),
      maybe('in_force_until', 'In force until', 'First day the set is no longer in force.', 'date'),
    ],
    key: ['area_set', 'area_code'],
    rows: areas.map(({ version, code, name, kind, boroughCode, boroughName }) => {
      const { from, until } = boundarySet(version);
      return [version, code, name, kind, boroughCode, boroughName, from, until];
    }),
    notes: [],
    sources: sources.map((title) => ({ title })),
    made,
  };
}
