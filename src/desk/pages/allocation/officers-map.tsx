import type { OptimalPlan } from '../../../allocation/index.ts';
import type { HexPlace } from '../../../geography/index.ts';
import { wholeNumberClasses } from '../../../ui/class-breaks.ts';
import type { HexWard } from '../../../ui/hex-map.tsx';
import { HexMapFigure } from '../../../ui/hex-map-figure.tsx';
import { signedNumber } from '../../../ui/signed-number.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { type Began, changeOf } from '../../what-if/changes.ts';

export interface OfficersMapProps {
  plan: OptimalPlan;
  places: HexPlace[];
  /** The plan that changes are marked against, beside the number: "4 +1"; null marks none. */
  began?: Began | null;
}

/** Every ward's officers on the hex map; each hexagon leads to the reasons further down the page. */
export function OfficersMap({ plan, places, began = null }: OfficersMapProps) {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const wards = plan.wards.flatMap((ward): HexWard[] => {
    const place = placeOf.get(ward.code);
    if (place === undefined) return [];
    const { code, name, borough, dwo: value } = ward;
    const change = changeOf(began, code, 'dwo', value);
    const beside = change === 0 ? {} : { beside: signedNumber(change) };
    return [{ ...place, name, borough, value, href: `#why-${code}`, ...beside }];
  });
  if (wards.length === 0) return null;
  return (
    <HexMapFigure
      title="Officers in each ward"
      sub={`${wholeNumber(plan.officers.dwo)} dedicated ward officers.${wards.some(({ beside }) => beside !== undefined) ? ' Beside a number, the change from the plan this page began with.' : ''}`}
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
