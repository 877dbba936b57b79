import { type Month, monthName } from '../../lib/calendar/month.ts';
import { AtWidths } from '../../ui/at-widths.tsx';
import { type Column, DataTable, type Section } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { Figure } from '../../ui/figure.tsx';
import { GapChart, GapChartKey } from '../../ui/gap-chart.tsx';
import { outsideBand } from '../../ui/gap-geometry.ts';
import { NoFigure } from '../../ui/no-figure.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter, EvaluationResult, MonthGap, OutcomeResult } from '../model.ts';
import { CAUSE, mostTelling, sayBesideChart } from '../words/index.ts';
import { areaNoun, settingOf } from '../words/setting-of.ts';
import { METHOD_NAMES } from './method-names.ts';
import { sayChart } from './say-chart.ts';
import { groupsNoun, groupsNounShortly, sayGap, sayGaps } from './say-figures.ts';
import { StateTag } from './state-tag.tsx';

export interface ChartSectionProps {
  charter: Charter;
  outcome: OutcomeResult;
  result: EvaluationResult;
}

/** One outcome: its gap month by month over what others show, and beside it the chance, the methods and what was seen. */
export function ChartSection({ charter, outcome, result }: ChartSectionProps) {
  const { title, group, months, sentences, state, primary } = outcome;
  const led = mostTelling(result.outcomes.filter((each) => each.group === group)) === outcome;
  const beside = sayBesideChart(outcome, settingOf(charter, result, outcome), led);
  return (
    <section class="w-section" aria-labelledby="outcome">
      <h2 class="w-h2" id="outcome">
        <span class="w-over">{group}</span>
        {title} {outcome.role === 'context' ? null : <StateTag state={state} />}
      </h2>
      <div class={months.length === 0 ? undefined : 'w-cols w-cols--main'}>
        {months.length === 0 ? null : <GapFigure outcome={outcome} result={result} />}
        <div>
          <h3 class="w-h3">In plain words</h3>
          <Sentences sentences={beside} />
          {primary === null ? null : (
            <p class="w-body">
              <b>{CAUSE}</b>
            </p>
          )}
        </div>
      </div>
      <Details summary={`All that can be said of ${withinSentence(title)}`}>
        <Sentences sentences={sentences} />
      </Details>
    </section>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <>
      {sentences.map((sentence) => (
        <p class="w-body" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}

function GapFigure({ outcome, result }: Pick<ChartSectionProps, 'outcome' | 'result'>) {
  const { title, group, months, judged, earlierAverage, primary } = outcome;
  const treated = result.groups.find(({ name }) => name === group);
  const codes = treated?.areas.map(({ code }) => code) ?? [];
  const size = codes.length;
  const start = treated?.start ?? judged?.from ?? months[0]?.month ?? '2000-01';
  const others = othersOf(outcome, result);
  const drawn = months.some(({ nine }) => nine !== null) ? others : null;
  const after = months.filter(({ month }) => month >= start);
  const average =
    earlierAverage === null ? '' : ` (before the start: ${wholeNumber(Math.round(earlierAverage))} a month)`;
  return (
    <Figure
      title={sayChart(outcome, groupsNounShortly(size, areaNoun(codes).many))}
      synthetic={result.synthetic}
      sub={`Gap between ${group} and the comparison, in per cent of what would have been${average}. ${
        primary === null ? '' : `By ${METHOD_NAMES[primary.method].toLowerCase()}.`
      }`}
    >
      <AtWidths wide={690}>
        {(width) => (
          <GapChart
            points={months}
            start={start}
            {...(judged === null ? {} : { judgedFrom: judged.from })}
            width={width}
            what={`${withinSentence(title)} in ${group}`}
            others={others}
          />
        )}
      </AtWidths>
      <GapChartKey others={drawn} outside={after.some((month) => outsideBand(month) !== null)} />
      <Details summary={`The gap in ${withinSentence(title)} by month as a table`}>
        <DataTable<MonthGap>
          caption={`${title} in ${group}: gap by month, in per cent`}
          columns={MONTH_COLUMNS}
          sections={sectionsOf(months, start)}
          rowKey={({ month }) => month}
          compact
        />
      </Details>
    </Figure>
  );
}

function sectionsOf(months: readonly MonthGap[], start: Month): Section<MonthGap>[] {
  const sections: Section<MonthGap>[] = [
    { heading: `From ${monthName(start)}`, kind: 'group', rows: months.filter(({ month }) => month >= start) },
    { heading: 'Before the start', kind: 'group', rows: months.filter(({ month }) => month < start) },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** What the bands are of: "351 other pairs of boroughs"; without the number where none were counted. */
export function othersOf({ group, primary }: OutcomeResult, { groups }: Pick<EvaluationResult, 'groups'>): string {
  const codes = groups.find(({ name }) => name === group)?.areas.map(({ code }) => code) ?? [];
  const noun = groupsNoun(codes.length, areaNoun(codes).many);
  const of = primary?.asMuch?.of;
  return of === undefined ? `other ${noun}` : `${wholeNumber(of)} other ${noun}`;
}

const range = (band: MonthGap['half']) =>
  band === null ? <NoFigure because="others are too few" /> : sayGaps(band[0], band[1]);

const MONTH_COLUMNS: Column<MonthGap>[] = [
  { head: 'Month', rowHeader: true, cell: ({ month }) => monthName(month) },
  { head: 'Gap', number: true, cell: ({ percent }) => sayGap(percent) },
  { head: 'Half of the others', number: true, cell: ({ half }) => range(half) },
  { head: 'Nine tenths', number: true, cell: ({ nine }) => range(nine) },
];
