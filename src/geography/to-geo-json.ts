import type { Boundary } from './model.ts';

/** A GeoJSON collection of areas, for a map in the browser. */
export interface AreaFeatures {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    /** The area's code, also among the properties: MapLibre keeps only numbers as identities. */
    id: string;
    properties: { code: string; name: string; borough: string | null };
    geometry: { type: 'MultiPolygon'; coordinates: Boundary['polygons'] };
  }[];
}

/** Boundaries as GeoJSON in WGS84. */
export function toGeoJson(boundaries: readonly Boundary[]): AreaFeatures {
  return {
    type: 'FeatureCollection',
    features: boundaries.map(({ code, name, boroughName, polygons }) => ({
      type: 'Feature',
      id: code,
      properties: { code, name, borough: boroughName },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
}
