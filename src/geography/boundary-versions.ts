/** Every set of areas that figures or boundaries can be of. */
export const BOUNDARY_VERSIONS = [
  'wards-2014',
  'wards-2022',
  'boroughs-2022',
  'lsoas-2011',
  'lsoas-2021',
  'police-forces',
] as const;

/** What the areas of a set are. */
export const AREA_KINDS = ['ward', 'borough', 'lsoa', 'force'] as const;
