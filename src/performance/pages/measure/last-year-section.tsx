import { Answer } from '../../../ui/answer.tsx';
import { WhiskerAxis, WhiskerDrawing } from '../../../ui/whisker-drawing.tsx';
import { whiskerScale } from '../../../ui/whisker-scale.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { isClear } from '../../comparison/judged-by-years.ts';
import { leadOf } from '../bearing.tsx';
import { ChangeCell, ForceChange } from '../home/change-cell.tsx';
import { rangeDrawn, ratioDrawn } from '../home/range-drawn.ts';
import { performanceAddress } from '../performance-address.ts';
import type { MeasurePageModel } from './model.ts';

const WIDTH = 280;

/** The last year beside the year before, with what the change can bear. */
export function LastYearSection({ lastYear, area, chart }: MeasurePageModel) {
  if (lastYear === null) return null;
  const { row, periods, synthetic } = lastYear;
  const [lead, rest] = leadOf(row.words);
  const range = rangeDrawn(row);
  const scale = whiskerScale([range], WIDTH);
  return (
    <section class="w-section" aria-labelledby="last-year">
      <h2 class="w-h2" id="last-year">
        The last year beside the year before
      </h2>
      <Answer figure={lead} synthetic={synthetic}>
        {rest}
      </Answer>
      {chart === null ? null : (
        <p class="w-note">
          Twelve months are judged here as one sum, by how much years here usually differ; the chart judges single
          months and runs of them. A change too small to show in any month can show over a year, and the other way
          round.
        </p>
      )}
      {range === null ? null : (
        <p class="w-range-alone">
          <WhiskerDrawing scale={scale} range={range} ratio={ratioDrawn(row, 'counts')} clear={isClear(row)} />
          <WhiskerAxis scale={scale} />
          <span class="w-small">The range the true change could lie in (95%).</span>
        </p>
      )}
      <dl class="w-facts">
        <div>
          <dt>{periods.current.label}</dt>
          <dd>{row.current === null ? '–' : wholeNumber(row.current)}</dd>
        </div>
        <div>
          <dt>{periods.previous.label}</dt>
          <dd>{row.previous === null ? '–' : wholeNumber(row.previous)}</dd>
        </div>
        {row.smallNumbers || row.percentChange === null || row.direction === null ? null : (
          <div>
            <dt>Change</dt>
            <dd>
              <ChangeCell percentChange={row.percentChange} direction={row.direction} />
            </dd>
          </div>
        )}
        {row.forceWide?.percentChange == null ? null : (
          <div>
            <dt>Whole force</dt>
            <dd>
              <ForceChange percentChange={row.forceWide.percentChange} />
            </dd>
          </div>
        )}
        {row.dispersionFrom === null || row.smallNumbers ? null : (
          <div>
            <dt>Years differ by more than chance</dt>
            <dd>
              {row.dispersion?.toFixed(1)} times as much, estimated from {row.dispersionFrom}
            </dd>
          </div>
        )}
      </dl>
      <p class="w-body w-noprint">
        <a class="govuk-link" href={performanceAddress({ area: area.word })}>
          Every measure of {area.name}, in two periods
        </a>
      </p>
    </section>
  );
}
