/**
 * Borders between some areas, by their places among these.
 * @param areas   each once
 * @param borders areas that adjoin, each pair once; those with an area that is not asked about are left out
 */
export function bordersAmong<Area>(
  areas: readonly Area[],
  borders: readonly (readonly [Area, Area])[],
): [number, number][] {
  const place = new Map(areas.map((area, at) => [area, at]));
  return borders.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [place.get(one), place.get(other)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}
