import type { PolygonRings } from '../lib/spatial/index.ts';
import type { AREA_KINDS, BOUNDARY_VERSIONS } from './boundary-versions.ts';

/** Which set of official areas a code belongs to. Ward boundaries of London boroughs changed in May 2022. */
export type BoundaryVersion = (typeof BOUNDARY_VERSIONS)[number];

/** What the areas of a boundary set are; an LSOA is a census area of about 1,700 people. */
export type AreaKind = (typeof AREA_KINDS)[number];

export interface BoundarySet {
  version: BoundaryVersion;
  kind: AreaKind;
  /** Plain name, as in "wards from May 2022". */
  title: string;
  /** First day in force, "2022-05-05". */
  from: string;
  /** First day no longer in force; null while in force. */
  until: string | null;
  source: string;
}

/** An official area of one boundary version. */
export interface Area {
  /** Office for National Statistics code, such as E05013669. */
  code: string;
  name: string;
  kind: AreaKind;
  version: BoundaryVersion;
  /** Borough code of a ward or LSOA; null for a borough or force, or where it is not known. */
  boroughCode: string | null;
  boroughName: string | null;
}

/** An area with its boundary as imported: rings in degrees, WGS84. */
export interface Boundary extends Area {
  polygons: PolygonRings[];
}

/** Which wards, or boroughs, share a border: a stretch of it, not a point only. */
export interface WardAdjacency {
  /** The lower code first, in order. */
  pairs: readonly (readonly [string, string])[];
  /** One sentence: what they were worked out from. */
  source: string;
}

/** Place of a ward on the hex map: odd-r offset coordinates, r grows north. */
export interface HexPlace {
  code: string;
  q: number;
  r: number;
  /** Name short enough for a hexagon, one or two lines. */
  label: string[];
}

/** For each area of one set the area of another that it belongs to, wholly or by best fit; as one file gives it. */
export interface AreaLookup {
  /** As the file's columns name it, without its "CD": LSOA21, LSOA11, OA21. */
  fromSet: string;
  /** Such as WD24, WD22, WD17, LSOA21. */
  toSet: string;
  /** Code of each area of the first set, parallel to `targets`. An area may come more than once where it was split. */
  codes: string[];
  targets: string[];
}

/** One part of what a force publishes of a neighbourhood on data.police.uk. */
export interface PoliceNeighbourhood {
  /** Such as "leicestershire". */
  force: string;
  /** Such as "NC04". */
  neighbourhood: string;
  part: 'details' | 'people' | 'priorities' | 'events' | 'boundary';
  /** Text only, as checked by the importer; never markup. */
  body: unknown;
}
