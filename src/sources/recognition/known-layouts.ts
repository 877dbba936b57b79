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
  lsoaCode: ['LSOA Code'],
  borough: ['BoroughName', 'LookUp_BoroughName', 'Borough'],
} as const;

/** A column that holds one month, such as "202402". */
export const MONTH_COLUMN = /^\d{6}$/;

/** Layouts that are known but not imported yet: columns that tell them apart, and what they are. */
export const NOT_IMPORTED_YET: { columns: string[]; what: string }[] = [
  { columns: ['Crime ID', 'Month', 'Outcome type'], what: 'a data.police.uk outcomes file' },
  { columns: ['Type', 'Date', 'Object of search', 'Legislation'], what: 'a data.police.uk stop-and-search file' },
];
