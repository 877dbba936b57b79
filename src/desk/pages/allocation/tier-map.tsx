import { type OptimalPlan, sergeantOf, TIERS } from '../../../allocation/index.ts';
import type { HexPlace } from '../../../geography/index.ts';
import { AtWidths } from '../../../ui/at-widths.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Figure } from '../../../ui/figure.tsx';
import { HexSwatch } from '../../../ui/hex-swatch.tsx';
import { type TieredWard, TierHexes } from './tier-hexes.tsx';

/** Every ward's tier on the hex map, and which wards share a sergeant; nothing where no sergeants are planned. */
export function TierMap({ plan, places }: { plan: OptimalPlan; places: HexPlace[] }) {
  const wards = tieredWards(plan, places);
  if (wards.length === 0) return null;
  return (
    <Figure
      title="Tiers, and who shares a sergeant"
      synthetic={plan.synthetic}
      sub={`${countWords(plan.sergeants.length, 'sergeant')}. H, M and S stand for High, Medium and Standard; wards with the same number share that sergeant, and on a wide page a bar joins those that lie side by side.`}
    >
      <ul class="w-key">
        {TIERS.map((tier) => (
          <li key={tier}>
            <HexSwatch name={`w-tier-${tier.toLowerCase()}`} />
            {tier.charAt(0)} {tier}: {countWords(wards.filter((ward) => ward.tier === tier).length, 'ward')}
          </li>
        ))}
      </ul>
      <p class="w-skipmap">
        <a class="govuk-link" href="#every-ward">
          Skip the map: the table has the same tiers
        </a>
      </p>
      <AtWidths wide={572}>{(width) => <TierHexes wards={wards} width={width} />}</AtWidths>
    </Figure>
  );
}

function tieredWards(plan: OptimalPlan, places: readonly HexPlace[]): TieredWard[] {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  return plan.wards.flatMap(({ code, name, borough }) => {
    const place = placeOf.get(code);
    const led = sergeantOf(plan, code);
    if (place === undefined || led === null) return [];
    const { wards, names, tier } = led.sergeant;
    const mate = wards.findIndex((other) => other !== code);
    const shares = mate < 0 ? null : { number: led.number, code: wards[mate] ?? '', name: names[mate] ?? '' };
    return [{ ...place, code, name, borough, tier, shares }];
  });
}
