import type { OptimalPlan } from '../../../allocation/index.ts';
import type { HexPlace } from '../../../geography/index.ts';
import { wholeNumberClasses } from '../../../ui/class-breaks.ts';
import type { HexWard } from '../../../ui/hex-map.tsx';
import { HexMapFigure } from '../../../ui/hex-map-figure.tsx';
import { signedNumber } from '../../../ui/signed-number.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { type Against, changeOf } from '../../what-if/changes.ts';
import { nameAgainst } from '../../what-if/name-against.ts';

export interface OfficersMapProps {
  plan: OptimalPlan;
  places: HexPlace[];
  /** The plan that changes are marked against, beside the number: "4 +1"; null marks none. */
  against?: Against | null;
}

/** Every ward's officers on the hex map; each hexagon leads to the reasons further down the page. */
export function OfficersMap({ plan, places, against = null }: OfficersMapProps) {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const wards = plan.wards.flatMap((ward): HexWard[] => {
    const place = placeOf.get(ward.code);
    if (place === undefined) return [];
    const { code, name, borough, dwo: value } = ward;
    const change = changeOf(against, code, 'dwo', value);
    const beside = change === 0 ? {} : { beside: signedNumber(change) };
    return [{ ...place, name, borough, value, href: `#why-${code}`, ...beside }];
  });
  if (wards.length === 0) return null;
  const marked = against !== null && wards.some(({ beside }) => beside !== undefined);
  return (
    <HexMapFigure
      title="Officers in each ward"
      sub={`${wholeNumber(plan.officers.dwo)} dedicated ward officers.${marked ? ` Beside a number, the change from ${nameAgainst(against)}.` : ''}`}
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
