import type { HexPlace } from '../../../geography/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { neighbours } from '../../../ui/hex-grid.ts';
import { HexLocator } from '../../../ui/hex-locator.tsx';
import type { WardInView, WardPageModel } from '../../view-models.ts';

interface PlacedWard extends WardInView {
  place: HexPlace;
}

const WIDTH = 268;

/** A small hex map with the ward on it. Nothing where the ward set has no layout. */
export function WhereItLies({ ward, wards }: WardPageModel) {
  const placed = wards.filter((each): each is PlacedWard => each.place !== null);
  const { place } = ward;
  if (place === null || placed.length === 0) return null;
  const beside = neighbours(place).flatMap(({ q, r }) => {
    const next = placed.find((each) => each.place.q === q && each.place.r === r);
    return next === undefined ? [] : [next.name];
  });
  return (
    <figure class="w-figure w-noprint">
      <HexLocator
        wards={placed.map(({ code, borough, place: { q, r } }) => ({ code, borough, q, r }))}
        code={ward.code}
        width={WIDTH}
        description={`Where the ward lies: in ${ward.borough}${beside.length === 0 ? '' : `, beside ${andList(beside)}`}.`}
      />
    </figure>
  );
}
