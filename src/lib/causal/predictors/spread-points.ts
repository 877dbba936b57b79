/** Bases of the first dimensions; more take the primes that follow. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let each = 2; found.length < count; each += 1) if (found.every((prime) => each % prime !== 0)) found.push(each);
  return found;
}

/** The digits of a number in a base, mirrored about the point: in (0, 1). */
function mirrored(number: number, base: number): number {
  let [left, place, share] = [number, 1 / base, 0];
  for (; left > 0; left = Math.floor(left / base), place /= base) share += (left % base) * place;
  return share;
}

/**
 * Points that fill the unit cube evenly, the same every time.
 * @returns so many points of so many coordinates in (0, 1)
 * @source Halton, J. H. (1960), doi:10.1007/BF01386213
 */
export function spreadPoints(points: number, dimensions: number): number[][] {
  const bases = primes(dimensions);
  return Array.from({ length: points }, (_, at) => bases.map((base) => mirrored(at + 1, base)));
}
