import type { PolygonRings } from '../lib/spatial/index.ts';

/** Which set of official areas a code belongs to. Ward boundaries of London boroughs changed in May 2022. */
export type BoundaryVersion = 'wards-2014' | 'wards-2022' | 'boroughs-2022';

export interface BoundarySet {
  version: BoundaryVersion;
  kind: 'ward' | 'borough';
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
  kind: 'ward' | 'borough';
  version: BoundaryVersion;
  /** Borough code of a ward; null for a borough. */
  boroughCode: string | null;
  boroughName: string | null;
}

/** An area with its boundary as imported: rings in degrees, WGS84. */
export interface Boundary extends Area {
  polygons: PolygonRings[];
}

/** Place of a ward on the hex map: odd-r offset coordinates, r grows north. */
export interface HexPlace {
  code: string;
  q: number;
  r: number;
  /** Name short enough for a hexagon, one or two lines. */
  label: string[];
}
