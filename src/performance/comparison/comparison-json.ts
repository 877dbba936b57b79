import type { ComparisonTable } from '../model.ts';

/** A comparison as JSON for machines: as it is, but for its area, which is told by its code, name and kind. */
export function comparisonJson({ kind: _kind, area, ...table }: ComparisonTable): object {
  const { name, kind, boundaryVersion, areaCodes, boroughCode } = area;
  const code = areaCodes.length === 1 ? areaCodes[0] : null;
  return { area: { code, name, kind, boundaryVersion, areaCodes, boroughCode }, ...table };
}
