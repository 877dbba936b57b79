/** A publication that can be fetched from its publisher. */
export interface Publication {
  /** Name on the command line, such as "mps-ward-recent". */
  name: string;
  title: string;
  publisher: string;
  /** What one must say to have it: a month of the archive, a neighbourhood or ward, or nothing. */
  asks: 'nothing' | 'month' | 'neighbourhood' | 'ward and month';
  from: PlainFile | FeatureLayer | PoliceApi;
  /** Where the address was read, and on which day; nobody here could try it. */
  addressReadIn: string;
}

/** A file at one address. */
export interface PlainFile {
  kind: 'file';
  /** "{month}" stands for the month asked for. */
  address: string;
  extension: 'zip' | 'csv';
  /** Hosts it may be redirected to, besides its own. */
  redirectHosts: readonly string[];
  /** A page that gives the MD5 of the file, when the publisher gives one. */
  checksumPage?: string;
}

/** A layer of an ArcGIS feature service, given page by page: areas as GeoJSON, or a table as CSV. */
export interface FeatureLayer {
  kind: 'feature-layer';
  /** Address of the layer, without "/query". */
  address: string;
  as: 'geojson' | 'csv';
  /** Condition in the service's own words, such as "LAD22CD LIKE 'E09%'". */
  where: string;
  fields: readonly string[];
}

/** Answers of the API of data.police.uk. */
export interface PoliceApi {
  kind: 'police-api';
  /** Address of the API, without a slash at the end. */
  address: string;
  what: 'neighbourhood' | 'crimes';
}

/** What a person asks of a publication. */
export interface FetchAsked {
  /** "2026-03", or "latest" for the archive. */
  month: string | null;
  /** "FORCE/NEIGHBOURHOOD" or a ward code. */
  about: string | null;
}

/** A file that was fetched, or is held already as it stands at its publisher. */
export interface FetchedFile {
  publication: string;
  /** Path below the data folder. */
  path: string;
  address: string;
  bytes: number;
  sha256: string;
  /** What the publisher's own checksum said; "none given" when there is none. */
  checksum: 'matches' | 'none given';
  /** True when the publisher says that it has not changed since it was last fetched. */
  unchanged: boolean;
  /** What the file is about where it does not say so itself, for the import. */
  about: string | null;
}
