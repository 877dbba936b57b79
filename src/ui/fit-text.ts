/** Advance of one character in ems, semi-bold Source Sans 3; digits and letters average a little under it. */
const EMS_PER_CHARACTER = 0.54;

/**
 * The largest of some sizes at which a text fits a width; the smallest when none does.
 * @param sizes pixels, largest first, at least one
 */
export function fitText(text: string, width: number, sizes: readonly number[]): number {
  const fitting = sizes.find((size) => text.length * EMS_PER_CHARACTER * size <= width);
  return fitting ?? sizes.at(-1) ?? 0;
}
