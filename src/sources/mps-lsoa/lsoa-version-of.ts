import { type BoundaryVersion, isNewIn2021 } from '../../geography/index.ts';
import type { KnownWards } from '../mps/ward-version-of.ts';

type LsoaVersion = Extract<BoundaryVersion, 'lsoas-2011' | 'lsoas-2021'>;

const LSOA_CODE = /E01\d{6}/g;

/** LSOAs of 2011 in Camden (9) and Islington (3) that were split or merged in 2021, so that no table of 2021 has them. */
export const ENDED_IN_2021: ReadonlySet<string> = new Set([
  'E01000852',
  'E01000854',
  'E01000864',
  'E01000865',
  'E01000936',
  'E01000940',
  'E01000945',
  'E01000950',
  'E01000953',
  'E01002731',
  'E01002803',
  'E01033492',
]);

/**
 * The census whose LSOAs a text's codes are of; null when none of them tells. Most codes are in both sets. A code new in
 * 2021 tells 2021; one of Camden or Islington that ended then tells 2011. Without either, the boundaries held are asked:
 * the set that has more of the codes, where only one has the most. Where a text has codes of both, the set with more of
 * them is taken, and the rows of the other are left out.
 * Limits: outside Camden and Islington, a table of 2011 is told only once the LSOA boundaries of its area are held.
 * @source ONS, "LSOA (2011) to LSOA (2021) to Local Authority District (2022) Lookup for England and Wales"
 */
export function lsoaVersionOf(text: string, held: KnownWards): LsoaVersion | null {
  const codes = new Set(text.match(LSOA_CODE) ?? []);
  const started = count(codes, isNewIn2021);
  const ended = count(codes, (code) => ENDED_IN_2021.has(code));
  if (started !== ended) return started > ended ? 'lsoas-2021' : 'lsoas-2011';
  const [of2011, of2021] = (['lsoas-2011', 'lsoas-2021'] as const).map((version) => {
    const known = held.find((each) => each.version === version)?.codes;
    return count(codes, (code) => known?.has(code) === true);
  }) as [number, number];
  if (of2011 === of2021) return null;
  return of2021 > of2011 ? 'lsoas-2021' : 'lsoas-2011';
}

/** Whether an LSOA is certainly not of a census's set. */
export function isOfOtherCensus(code: string, version: BoundaryVersion): boolean {
  return version === 'lsoas-2021' ? ENDED_IN_2021.has(code) : isNewIn2021(code);
}

function count(codes: ReadonlySet<string>, is: (code: string) => boolean): number {
  let many = 0;
  for (const code of codes) if (is(code)) many += 1;
  return many;
}
