import { monthName } from '../../../lib/calendar/month.ts';
import { saySource } from '../../../measures/index.ts';
import { Answer } from '../../../ui/answer.tsx';
import { AtWidths } from '../../../ui/at-widths.tsx';
import { ControlChart, ControlChartKey } from '../../../ui/control-chart.tsx';
import { Details } from '../../../ui/details.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { sentenceCase } from '../../../ui/sentence-case.ts';
import { Tag } from '../../../ui/tag.tsx';
import type { ControlChart as Chart } from '../../charts/model.ts';
import { chartSettingsAddress } from '../performance-address.ts';
import { drawnPoints, drawnStretches } from './drawn-points.ts';
import type { MeasurePageModel } from './model.ts';
import { PointsTable } from './points-table.tsx';

const WIDE = 740;

/** The control chart: its finding, the chart, how to read it and how its limits were set, and every point as a table. */
export function ChartSection({ chart, model }: { chart: Chart; model: MeasurePageModel }) {
  const { measure, area } = model;
  const points = drawnPoints(chart);
  const stretches = drawnStretches(chart);
  const [finding, rest] = splitFinding(chart.finding);
  return (
    <section class="w-section" aria-labelledby="month-by-month">
      <h2 class="w-h2" id="month-by-month">
        Month by month
      </h2>
      <Answer figure={finding} synthetic={chart.figures.synthetic}>
        {rest}
      </Answer>
      <div class="w-cols w-cols--main">
        <Figure
          title={`${measure.title} in ${area.name}`}
          sub={`${sentenceCase(chart.unit)}, ${monthName(chart.from)} to ${monthName(chart.to)}`}
          source={saySource(measure.publisher, { ...chart.figures, files: [...chart.figures.files] }, 2)}
          synthetic={chart.figures.synthetic}
        >
          <AtWidths wide={WIDE}>
            {(width) => (
              <ControlChart
                points={points}
                width={width}
                what={`${measure.title.toLowerCase()} in ${area.name}, ${chart.unit}`}
                {...stretches}
              />
            )}
          </AtWidths>
          <ControlChartKey special={points.map(({ special }) => special)} />
        </Figure>
        <HowToRead chart={chart} model={model} />
      </div>
      <Details summary={chart.kind === 'g' ? 'Every point as a table' : 'Every month as a table'}>
        <PointsTable chart={chart} caption={`${measure.title} in ${area.name}`} />
      </Details>
    </section>
  );
}

function HowToRead({ chart, model }: { chart: Chart; model: MeasurePageModel }) {
  const { icons, remarks, segments } = chart;
  const changes = segments.filter(({ because }) => because !== null);
  return (
    <div>
      <h3 class="w-h3">How to read this chart</h3>
      <p class="w-body">
        {chart.kind === 'g'
          ? 'Each dot is a month with any, as high as the months without any before it. '
          : 'Each dot is a month. '}
        The solid line is the average of the months that limits are taken from; the dashed lines are the limits that
        ordinary months usually stay inside. One low month means little.
      </p>
      <ul class="w-body-list">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        {changes.map(({ from, because }) => (
          <li key={from}>
            {monthName(from)}, step change: {because}
          </li>
        ))}
      </ul>
      {icons === null ? null : (
        <p class="w-body">
          The usual rules of the NHS call the last point:{' '}
          {[icons.variation, icons.assurance].map((icon) =>
            icon === null ? null : (
              <>
                <Tag key={icon} text={sentenceCase(icon)} />{' '}
              </>
            ),
          )}
        </p>
      )}
      {model.maySetLimits ? (
        <p class="w-body w-noprint">
          <a class="govuk-link" href={chartSettingsAddress(model.measure.name, model.area.word)}>
            Step changes and held limits
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** The first sentence of a finding, and what follows it. */
export function splitFinding(finding: string): [first: string, rest: string] {
  const end = /[.](?=\s)/.exec(finding)?.index ?? finding.length - 1;
  return [finding.slice(0, end + 1), finding.slice(end + 1).trim()];
}
