import type { OptimalPlan } from '../../../allocation/index.ts';
import type { HexPlace } from '../../../geography/index.ts';
import { wholeNumberClasses } from '../../../ui/class-breaks.ts';
import type { HexWard } from '../../../ui/hex-map.tsx';
import { HexMapFigure } from '../../../ui/hex-map-figure.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';

/** Every ward's officers on the hex map; each hexagon leads to the reasons further down the page. */
export function OfficersMap({ plan, places }: { plan: OptimalPlan; places: HexPlace[] }) {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const wards = plan.wards.flatMap((ward): HexWard[] => {
    const place = placeOf.get(ward.code);
    return place === undefined
      ? []
      : [{ ...place, name: ward.name, borough: ward.borough, value: ward.dwo, href: `#why-${ward.code}` }];
  });
  if (wards.length === 0) return null;
  return (
    <HexMapFigure
      title="Officers in each ward"
      sub={`${wholeNumber(plan.officers.dwo)} dedicated ward officers.`}
      synthetic={plan.synthetic}
      wards={wards}
      classes={wholeNumberClasses(plan.wards.map((ward) => ward.dwo))}
      what="officers"
      format={wholeNumber}
      noun="officers"
      nounInKey
      tableId="every-ward"
      wide={572}
    />
  );
}
