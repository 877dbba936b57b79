import type { Random } from '../statistics/random.ts';

/**
 * Fills in parts that sum to `whole`, every such division as likely as any other (Dirichlet with all parameters 1): the
 * gaps between sorted uniform numbers. No logarithm is taken, so that equal seeds give equal parts on every machine.
 * Cost: k² / 4 steps for k parts, which for a dozen is less than sorting any other way.
 * @param into  filled in from `from` to its end; at least one part
 * @param whole what the parts sum to, ≥ 0
 * @param from  position of the first part
 * @source Devroye (1986), Non-Uniform Random Variate Generation, chapter V, on uniform spacings (ISBN 0-387-96305-7);
 *   Rubinstein (1982), European Journal of Operational Research 10, on vectors uniform in a region
 * @example
 * const weights = new Float64Array(3);
 * sampleSimplex(seededRandom(1), weights); // three weights that sum to 1
 */
export function sampleSimplex(random: Random, into: Float64Array, whole = 1, from = 0): void {
  const last = into.length - 1;
  for (let count = from; count < last; count += 1) {
    const point = random() * whole;
    let place = count;
    for (; place > from && (into[place - 1] ?? 0) > point; place -= 1) into[place] = into[place - 1] ?? 0;
    into[place] = point;
  }
  into[last] = whole;
  for (let place = last; place > from; place -= 1) into[place] = (into[place] ?? 0) - (into[place - 1] ?? 0);
}
