const UNITS_PER_DEGREE = 10_000_000;

/**
 * Degrees as a whole number of ten-millionths of a degree (about 1 cm), so that geometry can be exact.
 * Numbers of up to seven decimals, such as those of data.police.uk (6) and of the ONS (5), keep their value.
 * @param degrees longitude or latitude, from -180 to 180
 * @throws RangeError when it is not a number in that range
 */
export function toE7(degrees: number): number {
  if (!(Math.abs(degrees) <= 180)) throw new RangeError(`${degrees} is not a longitude or latitude in degrees.`);
  const units = Math.round(degrees * UNITS_PER_DEGREE);
  return units === 0 ? 0 : units;
}

/** Ten-millionths of a degree as degrees. */
export function fromE7(units: number): number {
  return units / UNITS_PER_DEGREE;
}
