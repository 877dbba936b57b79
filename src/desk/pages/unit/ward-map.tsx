import { classOf } from '../../../ui/class-breaks.ts';
import { ClassKey } from '../../../ui/class-key.tsx';
import { Figure } from '../../../ui/figure.tsx';
import type { FiguresShown } from '../../figures-shown.ts';
import { wardAddress } from '../../page-address.ts';
import type { UnitPageModel } from '../../view-models.ts';
import { WARD_TABLE } from './unit-hex-map.tsx';

/** What the map's island is told of one ward. */
export interface MappedWard {
  name: string;
  borough: string;
  /** The figure in words: "3 officers". */
  words: string;
  /** As printed on the ward: "3". */
  printed: string;
  /** Step of the ramp, 1 to 6; null without a figure. */
  step: number | null;
  href: string;
}

export interface WardMapProps {
  model: UnitPageModel;
  figures: FiguresShown;
  boundariesAddress: string;
}

/**
 * Where an island draws the wards' true boundaries, in the hex map's classes. It stays out of sight until the island
 * runs: without script nothing is missing, as the table has every figure.
 */
export function WardMap({ model, figures, boundariesAddress }: WardMapProps) {
  const wards = Object.fromEntries(
    model.wards.map(({ code, name, borough }): [string, MappedWard] => {
      const value = figures.values.get(code);
      const step = value === undefined ? null : (classOf(figures.classes, value)?.step ?? null);
      const words = value === undefined ? 'no figure' : `${figures.format(value)} ${figures.noun}`;
      const printed = value === undefined ? '–' : figures.format(value);
      return [code, { name, borough, words, printed, step, href: wardAddress(code, model) }];
    }),
  );
  return (
    <section class="w-section w-noprint" id="ward-map" aria-labelledby="true-shapes" hidden>
      <h2 class="w-h2" id="true-shapes">
        On the ground
      </h2>
      <Figure
        title={`${figures.title}, in true shape and size`}
        synthetic={figures.synthetic}
        sub={
          <>
            {figures.sub} {colours(model)}{' '}
            <a class="govuk-link" href={`#${WARD_TABLE}`}>
              The table has the same figures
            </a>
            .
          </>
        }
        source={`${model.boundaries.source}. Contains OS data © Crown copyright and database right.`}
      >
        <ClassKey
          classes={figures.classes}
          format={figures.format}
          {...(figures.nounInKey ? { noun: figures.noun } : {})}
          missing={model.wards.filter(({ code }) => !figures.values.has(code)).length}
        />
        <div class="w-wardmap__bar">
          <div class="w-wardmap__buttons">
            <MapButton action="in" text="Zoom in" />
            <MapButton action="out" text="Zoom out" />
            <MapButton action="whole" text="Whole unit" />
            <MapButton action="previous" text="Previous ward" />
            <MapButton action="next" text="Next ward" />
          </div>
          <p class="w-wardmap__name" aria-live="polite">
            Point at a ward, or step through them with the buttons.
          </p>
        </div>
        <div
          class="w-wardmap__canvas"
          data-boundaries={boundariesAddress}
          data-wards={JSON.stringify(wards)}
          data-label={`Map of the wards, shaded by ${figures.what}`}
        />
      </Figure>
      <p class="w-body">
        <a class="govuk-link" href="/area-count">
          Count incidents in an area you draw
        </a>
      </p>
    </section>
  );
}

/** How to read the colours and the line: as on the hex map, where there is one. */
function colours({ wards, unit }: UnitPageModel): string {
  if (wards.some(({ place }) => place !== null)) return 'The colours and the thick line are those of the hex map.';
  return unit.boroughs.length > 1 ? 'The thick line is the borough boundary.' : '';
}

function MapButton({ action, text }: { action: string; text: string }) {
  return (
    <button type="button" class="govuk-button govuk-button--secondary" data-map={action}>
      {text}
    </button>
  );
}
