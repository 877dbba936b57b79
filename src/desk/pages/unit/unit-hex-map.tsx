import type { HexWard } from '../../../ui/hex-map.tsx';
import { HexMapFigure } from '../../../ui/hex-map-figure.tsx';
import type { FiguresShown } from '../../figures-shown.ts';
import { wardAddress } from '../../page-address.ts';
import type { UnitPageModel } from '../../view-models.ts';

/** Id of the table that holds the map's figures. */
export const WARD_TABLE = 'wards';

/** The unit's wards as hexagons, coloured by the chosen figures. */
export function UnitHexMap({ model, figures }: { model: UnitPageModel; figures: FiguresShown }) {
  const wards = model.wards.flatMap(({ code, name, borough, place }): HexWard[] =>
    place === null
      ? []
      : [{ ...place, code, name, borough, value: figures.values.get(code) ?? null, href: wardAddress(code, model) }],
  );
  return (
    <HexMapFigure
      title={figures.title}
      sub={figures.sub}
      synthetic={figures.synthetic}
      wards={wards}
      classes={figures.classes}
      what={figures.what}
      format={figures.format}
      noun={figures.noun}
      nounInKey={figures.nounInKey}
      tableId={WARD_TABLE}
    />
  );
}
