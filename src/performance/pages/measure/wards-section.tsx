import { quantileClasses } from '../../../ui/class-breaks.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import type { HexWard } from '../../../ui/hex-map.tsx';
import { HexMapFigure } from '../../../ui/hex-map-figure.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { NOT_SHOWN } from '../../figures/not-shown.ts';
import { measurePerformanceAddress } from '../performance-address.ts';
import { sayPublication } from '../say-publication.ts';
import type { MeasurePageModel, WardFigure, WardsOfMeasure } from './model.ts';
import { ratePer1000 } from './rate-per-1000.ts';

const TABLE = 'wards';

/** The last year ward by ward: a hex map, and the table with the same figures by name; what they can bear is told elsewhere. */
export function WardsSection({ model, wards }: { model: MeasurePageModel; wards: WardsOfMeasure }) {
  const { measure } = model;
  const { period, rated, synthetic } = wards;
  const shown = (ward: WardFigure): number | null => (rated ? roundTo(ratePer1000(ward)) : ward.count);
  const placed = wards.wards.flatMap((ward): HexWard[] => {
    const { code, name, borough, place } = ward;
    const href = measurePerformanceAddress(measure.name, code);
    return place === null ? [] : [{ ...place, code, name, borough, value: shown(ward), href }];
  });
  const values = placed.flatMap(({ value }) => value ?? []);
  const noun = rated ? `${measure.unit} a 1,000 residents` : measure.unit;
  return (
    <section class="w-section" aria-labelledby="by-ward">
      <h2 class="w-h2" id="by-ward">
        Ward by ward
      </h2>
      <p class="w-body">
        Wards differ by chance as well, small ones most.{' '}
        <a class="govuk-link" href={`/performance/wards?measure=${encodeURIComponent(measure.name)}`}>
          Compare them with the range that chance alone gives
        </a>
        .
      </p>
      <div class={placed.length === 0 ? 'w-cols' : 'w-cols w-cols--map'}>
        {placed.length === 0 ? null : (
          <HexMapFigure
            title={`${measure.title} in each ward`}
            sub={`${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}, ${period.label}.`}
            synthetic={synthetic}
            wards={placed}
            classes={quantileClasses(values)}
            what={noun}
            format={rated ? (value) => value.toFixed(1) : wholeNumber}
            noun={noun}
            tableId={TABLE}
            source={sourceOf(wards)}
          />
        )}
        <div>
          <DataTable<WardFigure>
            id={TABLE}
            caption={`${measure.title}, ${period.label}`}
            sub={sayOrder(wards)}
            synthetic={synthetic}
            columns={columnsOf(measure.name, rated)}
            rows={[...wards.wards]}
            rowKey={({ code }) => code}
            compact
          />
        </div>
      </div>
    </section>
  );
}

function sayOrder({ wards }: WardsOfMeasure): string {
  const hidden = wards.some((ward) => ward.count === null && ward.hidden);
  return `By name: the order says nothing.${hidden ? ` ${NOT_SHOWN}` : ''}`;
}

function columnsOf(measure: string, rated: boolean): Column<WardFigure>[] {
  const rate: Column<WardFigure> = {
    head: 'A 1,000 residents',
    number: true,
    cell: (ward) => ratePer1000(ward)?.toFixed(1) ?? '–',
  };
  return [
    {
      head: 'Ward',
      rowHeader: true,
      cell: ({ code, name }) => (
        <a class="govuk-link" href={measurePerformanceAddress(measure, code)}>
          {name}
        </a>
      ),
    },
    {
      head: 'Recorded',
      number: true,
      cell: ({ count, hidden }) => (count !== null ? wholeNumber(count) : hidden ? 'not shown' : '–'),
    },
    ...(rated ? [rate] : []),
  ];
}

function sourceOf({ vintage, backCast, synthetic }: WardsOfMeasure): string {
  const cast = backCast ? ' Months before May 2022 were counted again by the publisher for the wards of today.' : '';
  return synthetic
    ? 'Source: made up by Wardroom’s demonstration, with a fixed seed.'
    : `${sayPublication([vintage])}${cast}`;
}

/** As far as it is printed, so that wards with the same figure have the same colour. */
const roundTo = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 10) / 10);
