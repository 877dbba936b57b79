import type { FeatureLayer, Publication } from './model.ts';

// The one list of what "wardroom fetch" can download. When a publisher moves a file, change its address here.

const DATASTORE = 'https://data.london.gov.uk/download/exy3m';
const DATASTORE_READ = 'the list of addresses recorded on 4 September 2026';
const ONS = 'https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services';
const ONS_READ = 'public code that uses the Open Geography portal, read on 22 November 2026';
const LONDON = "LIKE 'E09%'";

/** Files of the London Datastore are handed on to its storage. */
const DATASTORE_REDIRECTS = ['s3-eu-west-1.amazonaws.com', 'airdrive-secure.s3-eu-west-1.amazonaws.com'];

export const PUBLICATIONS: readonly Publication[] = [
  {
    name: 'police-archive',
    title: 'Street crime, outcomes and stop and search, every force, 36 months (about 1.7 GB)',
    publisher: 'data.police.uk',
    asks: 'month',
    from: {
      kind: 'file',
      address: 'https://data.police.uk/data/archive/{month}.zip',
      extension: 'zip',
      redirectHosts: ['policeuk-data.s3.amazonaws.com'],
      checksumPage: 'https://data.police.uk/data/archive/',
    },
    addressReadIn: 'the archive page as described in public notes of September 2026',
  },
  {
    name: 'police-neighbourhood',
    title: 'Team, priorities, events and boundary of a neighbourhood',
    publisher: 'data.police.uk',
    asks: 'neighbourhood',
    from: { kind: 'police-api', address: 'https://data.police.uk/api', what: 'neighbourhood' },
    addressReadIn: 'the documentation of the API',
  },
  {
    name: 'police-crimes',
    title: 'Street crimes of one month inside a ward whose boundary is held',
    publisher: 'data.police.uk',
    asks: 'ward and month',
    from: { kind: 'police-api', address: 'https://data.police.uk/api', what: 'crimes' },
    addressReadIn: 'the documentation of the API',
  },
  mps('ward', 'historical', 'm80', 'MPS Ward Level Crime (Historical)'),
  mps('ward', 'recent', 'k6s', 'MPS Ward Level Crime (most recent 24 months)'),
  mps('borough', 'historical', 'cpz', 'MPS Borough Level Crime (Historical)'),
  mps('borough', 'recent', 'e4x', 'MPS Borough Level Crime (most recent 24 months)'),
  mps('lsoa', 'historical', 'ypt', 'MPS LSOA Level Crime (Historical)'),
  mps('lsoa', 'recent', 'gtj', 'MPS LSOA Level Crime (most recent 24 months)'),
  ons('ons-wards-2022', 'Wards of London, May 2022', {
    address: `${ONS}/Wards_May_2022_Boundaries_UK_BGC_V3/FeatureServer/0`,
    as: 'geojson',
    where: `LAD22CD ${LONDON}`,
    fields: ['WD22CD', 'WD22NM', 'LAD22CD', 'LAD22NM'],
  }),
  ons('ons-boroughs-2022', 'Boroughs of London, May 2022', {
    address: `${ONS}/Local_Authority_Districts_May_2022_UK_BGC_V3_2022/FeatureServer/0`,
    as: 'geojson',
    where: `LAD22CD ${LONDON}`,
    fields: ['LAD22CD', 'LAD22NM'],
  }),
  ons('ons-lsoas-2021', 'LSOAs of Camden and Islington, census of 2021', {
    address: `${ONS}/Lower_layer_Super_Output_Areas_December_2021_Boundaries_EW_BGC_V5/FeatureServer/0`,
    as: 'geojson',
    where: "LSOA21NM LIKE 'Camden %' OR LSOA21NM LIKE 'Islington %'",
    fields: ['LSOA21CD', 'LSOA21NM'],
  }),
  ons('ons-lsoas-2011', 'LSOAs of Camden and Islington, census of 2011', {
    address: `${ONS}/LSOA_Dec_2011_Boundaries_Generalised_Clipped_BGC_EW_V3/FeatureServer/0`,
    as: 'geojson',
    where: "LSOA11NM LIKE 'Camden %' OR LSOA11NM LIKE 'Islington %'",
    fields: ['LSOA11CD', 'LSOA11NM'],
  }),
  ons('ons-lsoa21-to-ward24', 'LSOA (2021) to ward (2024), best fit, London', {
    address: `${ONS}/LSOA21_WD24_LAD24_EW_LU/FeatureServer/0`,
    as: 'csv',
    where: `LAD24CD ${LONDON}`,
    fields: ['LSOA21CD', 'LSOA21NM', 'WD24CD', 'WD24NM', 'LAD24CD', 'LAD24NM'],
  }),
  ons('ons-lsoa11-to-lsoa21', 'LSOA (2011) to LSOA (2021), with what changed, London', {
    address: `${ONS}/LSOA11_LSOA21_LAD22_EW_LU_v5/FeatureServer/0`,
    as: 'csv',
    where: `LAD22CD ${LONDON}`,
    fields: ['LSOA11CD', 'LSOA11NM', 'LSOA21CD', 'LSOA21NM', 'CHGIND', 'LAD22CD', 'LAD22NM'],
  }),
];

function mps(level: 'ward' | 'borough' | 'lsoa', part: 'historical' | 'recent', id: string, file: string): Publication {
  return {
    name: `mps-${level}-${part}`,
    title: `Recorded crime by ${level}, ${part === 'recent' ? 'the last 24 months' : 'earlier months'}`,
    publisher: 'Metropolitan Police Service, through the London Datastore',
    asks: 'nothing',
    from: {
      kind: 'file',
      address: `${DATASTORE}/${id}/${encodeURIComponent(file)}.csv`,
      extension: 'csv',
      redirectHosts: DATASTORE_REDIRECTS,
    },
    addressReadIn: DATASTORE_READ,
  };
}

function ons(name: string, title: string, layer: Omit<FeatureLayer, 'kind'>): Publication {
  return {
    name,
    title,
    publisher: 'Office for National Statistics, Open Geography portal',
    asks: 'nothing',
    from: { kind: 'feature-layer', ...layer },
    addressReadIn: ONS_READ,
  };
}
