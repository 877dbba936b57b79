export { boroughByName } from './borough-by-name.ts';
export { boundarySet, boundarySets } from './boundary-set.ts';
export { BOUNDARY_VERSIONS } from './boundary-versions.ts';
export { type FoundArea, findArea } from './find-area.ts';
export { isNewIn2021 } from './lsoa-names.ts';
export type * from './model.ts';
export type {
  NeighbourhoodDetails,
  NeighbourhoodEvent,
  NeighbourhoodParts,
  NeighbourhoodPerson,
  NeighbourhoodPriority,
} from './neighbourhood-body.ts';
export { otherSystem } from './other-system.ts';
export { type ParsedBoundaries, parseBoundaries, type RefusedBoundaries } from './parse-boundaries.ts';
export { type ReadPolygons, readPolygons, type UnusableGeometry } from './read-polygons.ts';
export { hexPlaces, referenceAreas } from './reference-areas.ts';
export { wardCounts } from './ward-counts.ts';
export { wardSetAsAt } from './ward-set-as-at.ts';
