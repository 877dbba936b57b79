import type { OpenTable, TableColumn } from '../../lib/tables/index.ts';
import { SYNTHETIC_NOTE } from '../../measures/index.ts';
import type { PlaceHarm, PlacesComparison } from './model.ts';
import { MARGIN_UNKNOWN, sayHarm, sayNoTrust } from './say-places.ts';

const column = (
  name: string,
  title: string,
  type: TableColumn['type'],
  description: string,
  always = false,
): TableColumn => ({
  ...{ name, title, type, description, always },
});

/** Boroughs on both axes, and the wards or LSOAs of the place asked on that of harm, in one table. */
export function placesTable(shown: PlacesComparison, made: string): OpenTable {
  const { period, boroughs, small, harm } = shown;
  const row = (level: string, measure: string | null, place: PlaceHarm, trust: number | null) => [
    ...[level, place.area.word, place.area.name, place.area.boroughName, measure],
    ...[place.total, place.residents, place.ratePer1000],
    ...[place.rateInterval?.[0] ?? null, place.rateInterval?.[1] ?? null, trust, place.missing],
  ];
  return {
    ...{ name: 'places', made },
    title: `Harm and trust by place, ${period.label}`,
    description: 'Boroughs by name with their rate and their trust; wards or LSOAs with their rate only.',
    columns: [
      column('level', 'Level', 'text', 'borough, ward or lsoa.', true),
      column('area_code', 'Area code', 'text', 'Office for National Statistics code.', true),
      column('area_name', 'Area', 'text', 'Name of the area.', true),
      column('borough_name', 'Borough', 'text', 'Borough of a ward or LSOA.'),
      column('measure', 'Measure', 'text', 'What stands for harm: name in the catalogue of measures.'),
      column('total', 'Total', 'number', 'Of the measure over the period.'),
      column('residents', 'Residents', 'whole number', 'People who live there.'),
      column('rate_per_1000', 'Rate', 'number', 'For each 1,000 residents over the period.'),
      column('rate_low', 'Rate, lower end', 'number', '95 %, exact, by the count alone; empty where harm is weighed.'),
      column('rate_high', 'Rate, upper end', 'number', 'Upper end of the same interval.'),
      column(
        'trust',
        'Trust',
        'number',
        'Share of those asked who trust the police; of boroughs only, margin unknown.',
      ),
      column('missing', 'Missing', 'text', 'Why there is no rate; empty where there is one.'),
    ],
    key: ['level', 'area_code'],
    rows: [
      ...boroughs.map((each) => row('borough', harm.measure.name, each, each.trust)),
      ...small.places.map((each) =>
        row(small.level === 'wards' ? 'ward' : 'lsoa', small.harm?.measure.name ?? null, each, null),
      ),
    ],
    notes: [...(shown.synthetic ? [SYNTHETIC_NOTE] : []), ...[sayHarm(harm), MARGIN_UNKNOWN, sayNoTrust(small.level)]],
    sources: shown.files.map((title) => ({ title })),
  };
}
