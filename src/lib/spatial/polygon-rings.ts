/** One polygon: its outer ring, then its holes; each ring a list of [longitude, latitude] in degrees. */
export type PolygonRings = [number, number][][];
