export { adjacent } from './adjacent.ts';
export { type AreaIndex, buildAreaIndex, type IndexedArea, LONGEST_EDGE_DEGREES } from './area-index.ts';
export { fromE7, toE7 } from './integer-degrees.ts';
export { locate } from './locate.ts';
export { LOCATE_CHUNK, locateAll, locateAllInTurns } from './locate-all.ts';
export type { PolygonRings } from './polygon-rings.ts';
