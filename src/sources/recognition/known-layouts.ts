import type { IncidentKindName } from '../incidents/incident-kinds.ts';

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

/** The ten columns of an outcomes file, in their official order. */
export const OUTCOME_COLUMNS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Outcome type',
] as const;

/** The fifteen columns of a stop-and-search file, in their official order. */
export const STOP_AND_SEARCH_COLUMNS = [
  'Type',
  'Date',
  'Part of a policing operation',
  'Policing operation',
  'Latitude',
  'Longitude',
  'Gender',
  'Age range',
  'Self-defined ethnicity',
  'Officer-defined ethnicity',
  'Legislation',
  'Object of search',
  'Outcome',
  'Outcome linked to object of search',
  'Removal of more than just outer clothing',
] as const;

/** Files of incidents of data.police.uk: the columns that tell them apart, and all in their official order. */
export const INCIDENT_LAYOUTS: {
  kind: IncidentKindName;
  what: string;
  tells: readonly string[];
  columns: readonly string[];
}[] = [
  { kind: 'street', what: 'a data.police.uk street file', tells: STREET_COLUMNS, columns: STREET_COLUMNS },
  {
    kind: 'outcomes',
    what: 'a data.police.uk outcomes file',
    tells: ['Crime ID', 'Month', 'Outcome type'],
    columns: OUTCOME_COLUMNS,
  },
  {
    kind: 'stop-and-search',
    what: 'a data.police.uk stop-and-search file',
    tells: ['Type', 'Date', 'Object of search', 'Legislation'],
    columns: STOP_AND_SEARCH_COLUMNS,
  },
];

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
