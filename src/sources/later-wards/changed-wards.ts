import { type Boundary, type BoundaryVersion, boundarySets } from '../../geography/index.ts';

type Boundaries = ReadonlyMap<BoundaryVersion, readonly Boundary[]>;

/**
 * The ward sets whose wards differ between two times: one added, taken away, with another outline or of another borough.
 * @example a set given a second time, ward for ward the same, has not changed
 */
export function changedWards(before: Boundaries, after: Boundaries): BoundaryVersion[] {
  return boundarySets()
    .filter(({ kind }) => kind === 'ward')
    .map(({ version }) => version)
    .filter((version) => !areAlike(before.get(version) ?? [], after.get(version) ?? []));
}

function areAlike(some: readonly Boundary[], others: readonly Boundary[]): boolean {
  if (some === others) return true;
  if (some.length !== others.length) return false;
  const byCode = new Map(others.map((boundary) => [boundary.code, boundary]));
  return some.every((boundary) => {
    const other = byCode.get(boundary.code);
    return other !== undefined && (other === boundary || asText(other) === asText(boundary));
  });
}

function asText({ boroughCode, polygons }: Boundary): string {
  return JSON.stringify([boroughCode, polygons]);
}
