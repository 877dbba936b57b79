/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * A small seeded generator for demonstrations and tests: equal seeds give equal numbers. Not for secrets.
 * @source Vigna, S. and Steele, G. (2014), Fast splittable pseudorandom number generators (SplitMix; 32-bit variant)
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A draw from the standard normal distribution (Box and Muller 1958, doi:10.1214/aoms/1177706645). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/**
 * A draw from a Poisson distribution, by waiting times below a mean of 30, else rounded from the normal.
 * @param mean expected count, ≥ 0
 */
export function poisson(random: Random, mean: number): number {
  if (mean >= 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}
