/** The twelve columns of a street file, in their official order. */
export const STREET_COLUMNS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
] as const;

/** Spellings of the columns of the monthly files of the Metropolitan Police. */
export const MPS_COLUMNS = {
  major: ['MajorText', 'Major Category'],
  minor: ['MinorText', 'Minor Category'],
  wardCode: ['WardCode', 'Ward Code'],
  wardName: ['WardName', 'Ward Name'],
  borough: ['BoroughName', 'LookUp_BoroughName', 'Borough'],
} as const;

/** A column that holds one month, such as "202402". */
export const MONTH_COLUMN = /^\d{6}$/;

export const WHAT_IS_READ =
  'Wardroom reads data.police.uk street archives and CSVs, monthly ward-level and borough-level crime files of the Metropolitan Police, and ward and borough boundaries as GeoJSON';

/** Layouts that are known but not imported yet: columns that tell them apart, and what they are. */
export const NOT_IMPORTED_YET: { columns: string[]; what: string }[] = [
  { columns: ['Crime ID', 'Month', 'Outcome type'], what: 'a data.police.uk outcomes file' },
  { columns: ['Type', 'Date', 'Object of search', 'Legislation'], what: 'a data.police.uk stop-and-search file' },
  {
    columns: ['LSOA Code', 'Major Category', 'Minor Category'],
    what: 'a monthly LSOA-level crime file of the Metropolitan Police',
  },
  { columns: ['lsoa_code', 'category', 'month', 'crime_count'], what: 'a table of crimes by LSOA, month and type' },
  {
    columns: ['area_type', 'crime_type', 'crime_subtype', 'financial_year'],
    what: 'a crime dashboard file of the Metropolitan Police',
  },
  {
    columns: ['bcu_location', 'recorded_date_months', 'count'],
    what: 'a dashboard file of violence against women and girls',
  },
];
