import { monthName } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { Panel } from '../../ui/panel.tsx';
import type { MonthReport } from '../reports/model.ts';
import { AwayTables } from './away-tables.tsx';
import { ClassesTable } from './classes-table.tsx';
import { awayMinutesOf } from './hour-parts-of.ts';
import type { ReportPageModel } from './model.ts';
import { NotShownSection } from './not-shown-section.tsx';
import { RuleSection } from './rule-section.tsx';
import { ShareSection } from './share-section.tsx';
import { sharesTold } from './shares-told.ts';
import { standingFor } from './standing-for.ts';
import { WardsTable } from './wards-table.tsx';
import { WaterfallTable } from './waterfall-table.tsx';
import { hoursWords, wholeHours } from './whole-hours.ts';

/** A closed month: where the hours went, why, month by month, by which rule, and what is not shown. */
export function ClosedReport({ report, model }: { report: MonthReport; model: ReportPageModel }) {
  const { synthetic, month } = report;
  return (
    <>
      {report.complete ? null : (
        <Panel title="This month is not complete" warn>
          <p class="w-body">{report.completeness.replace(/^Incomplete: /, 'It is published all the same: ')}</p>
        </Panel>
      )}
      <OnThisPage wards={report.areaKind === 'ward' ? 'Where the hours went' : 'Every ward'} />
      <section class="w-section" aria-labelledby="promised">
        <h2 class="w-h2" id="promised">
          From promised to kept
        </h2>
        <WaterfallTable row={standingFor(report).minutes} synthetic={synthetic} />
        <p class="w-note">
          {report.complete ? report.completeness : null} {sayPublished(report)}
        </p>
      </section>
      <section class="w-section" aria-labelledby="by-ward">
        <h2 class="w-h2" id="by-ward">
          {report.areaKind === 'ward' ? 'Where the hours went' : 'Every ward'}
        </h2>
        <WardsTable report={report} boroughNames={new Map(model.boroughs.map(({ code, name }) => [code, name]))} />
      </section>
      <section class="w-section" aria-labelledby="why">
        <h2 class="w-h2" id="why">
          Why they were away in {monthName(month)}
        </h2>
        <WhyAway report={report} model={model} />
      </section>
      <section class="w-section" aria-labelledby="months">
        <h2 class="w-h2" id="months">
          Month by month
        </h2>
        <p class="w-body">{sayYear(report)}</p>
        <ShareSection
          months={sharesTold(model.told)}
          area={model.area.name}
          sub="Share of rostered ward duty that was spent elsewhere, per cent"
          source="Source: the ring-fence ledger, months as they were closed."
          synthetic={synthetic}
        />
      </section>
      <ClassesTable rows={report.classes} synthetic={synthetic} />
      <RuleSection report={report} />
      <NotShownSection report={report} />
    </>
  );
}

/** The way past the long table of wards, which on a phone is most of the page. */
function OnThisPage({ wards }: { wards: string }) {
  const parts = [
    { id: 'by-ward', text: wards },
    { id: 'why', text: 'Why they were away' },
    { id: 'months', text: 'Month by month' },
    { id: 'rule', text: 'The rule' },
    { id: 'not-shown', text: 'What is not shown' },
  ];
  return (
    <nav aria-label="On this page" class="w-noprint">
      <ul class="w-actions">
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a class="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The area's own reasons; a ward's are told for whole years only, so that its borough's of the month stand beside them. */
function WhyAway({ report, model }: { report: MonthReport; model: ReportPageModel }) {
  const { boroughReport, wardYear } = model;
  if (boroughReport === null) return <AwayTables tally={report.total} synthetic={report.synthetic} />;
  return (
    <>
      {wardYear === null ? null : (
        <>
          <p class="w-body">
            In {report.area}, April to March {wardYear.year}, {wardYear.officers} officers in all:
          </p>
          <AwayTables tally={wardYear} synthetic={report.synthetic} />
        </>
      )}
      <p class="w-body">
        In all of {boroughReport.area}. What officers of one ward were away for is told for whole financial years only.
      </p>
      <AwayTables tally={boroughReport.total} synthetic={report.synthetic} />
    </>
  );
}

function sayYear(report: MonthReport): string {
  const { yearSoFar: year } = report;
  const kept = year.confirmedMinutes + year.presumedMinutes;
  const span = year.from === year.to ? monthName(year.to) : `${monthName(year.from)} to ${monthName(year.to)}`;
  const own =
    year.months === year.ofMonths
      ? ''
      : `, ${year.months} of ${countWords(year.ofMonths, 'month')}, in which ${report.area} has figures of its own`;
  if (year.months === 0) return `The year so far, ${span}: ${report.area} has figures of its own in no month.`;
  if (year.availableMinutes === 0) return `The year so far, ${span}: nothing was rostered.`;
  const presumed = year.presumedMinutes > 0 ? `, ${wholeHours(year.presumedMinutes)} of them presumed` : '';
  return `The year so far, ${span}${own}: ${wholeHours(kept)} of ${hoursWords(year.availableMinutes)} on the ward (${Math.round((100 * kept) / year.availableMinutes)}%${presumed}), ${wholeHours(awayMinutesOf(year))} elsewhere, of which ${hoursWords(year.breachMinutes)} of breaches and ${wholeHours(year.exceptionMinutes)} of exceptions.`;
}

function sayPublished({ published }: MonthReport): string {
  if (published === null) return 'These figures are live, and change as duties are recorded.';
  const { revision, closedAt, hash } = published;
  const further = revision === 1 ? '' : `, revision ${revision}`;
  return `Closed by the calendar on ${longDate(closedAt.slice(0, 10))}${further}, with what was recorded by then. SHA‑256 ${hash.slice(0, 12)}…`;
}
