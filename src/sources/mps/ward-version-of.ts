import { type BoundaryVersion, referenceAreas } from '../../geography/index.ts';

/** Ward codes by boundary version, by which a ward file's version is told. */
export type KnownWards = readonly { version: BoundaryVersion; codes: ReadonlySet<string> }[];

/** Wards of Camden and Islington, all of whose codes changed in 2022: no code is in both sets. */
export const REFERENCE_WARDS: KnownWards = (['wards-2014', 'wards-2022'] as const).map((version) => ({
  version,
  codes: new Set(referenceAreas(version).map(({ code }) => code)),
}));

/**
 * The boundary version of a ward file, told by the codes in it; null when it has none that is known.
 * Wards of Camden and Islington decide. Only without them are the wards of imported boundaries looked at, because some
 * boroughs kept their wards and codes in 2022 and tell nothing.
 */
export function wardVersionOf(text: string, held: KnownWards): BoundaryVersion | null {
  const codes = new Set(text.match(/E05\d{6}/g) ?? []);
  return mostCodes(codes, REFERENCE_WARDS) ?? mostCodes(codes, held);
}

function mostCodes(codes: ReadonlySet<string>, wards: KnownWards): BoundaryVersion | null {
  const hits = wards.map(({ version, codes: known }) => ({
    version,
    count: [...codes].filter((code) => known.has(code)).length,
  }));
  const best = hits.reduce((a, b) => (b.count > a.count ? b : a), {
    version: null as BoundaryVersion | null,
    count: 0,
  });
  return best.version;
}
