export { boroughByName } from './borough-by-name.ts';
export { boundarySet, boundarySets, isBoundaryVersion, parseBoundaryVersion } from './boundary-set.ts';
export { type FoundArea, findArea } from './find-area.ts';
export type * from './model.ts';
export {
  looksLikeGeoJson,
  type ParsedBoundaries,
  parseBoundaries,
  type RefusedBoundaries,
} from './parse-boundaries.ts';
export { plainName } from './plain-name.ts';
export { BOUNDARY_LICENCE } from './reference/boundary-sets.ts';
export { hexPlaces, referenceAreas } from './reference-areas.ts';
export { type AreaFeatures, toGeoJson } from './to-geo-json.ts';
export { wardSetAsAt } from './ward-set-as-at.ts';
