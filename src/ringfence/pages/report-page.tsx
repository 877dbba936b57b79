import { useContext } from 'preact/hooks';
import { monthName } from '../../lib/calendar/month.ts';
import { Answer } from '../../ui/answer.tsx';
import { HoursPatterns } from '../../ui/hours-bar.tsx';
import { Page } from '../../ui/layout.tsx';
import { PageVisitContext } from '../../ui/page-visit.ts';
import { BeforeSection } from './before-section.tsx';
import { boroughOf, ChooseReport } from './choose-report.tsx';
import { ClosedReport } from './closed-report.tsx';
import type { ReportPageModel } from './model.ts';
import { monthsBefore } from './months-before.ts';
import { NothingYet } from './nothing-yet.tsx';
import { sayHere } from './say-here.ts';
import { sayMonthBefore } from './say-month-before.ts';
import { sayTogether } from './say-together.ts';
import { standingFor } from './standing-for.ts';

/** The public ring-fence report: were they here, in a month, in a unit, a borough or a ward? */
export function ReportPage(model: ReportPageModel) {
  const { unit, area, month, report, before } = model;
  const synthetic = report?.synthetic === true || before?.synthetic === true;
  return (
    <Page
      title={month === null ? 'Ring-fence' : `Ring-fence, ${area.name}, ${monthName(month)}`}
      active="/ringfence"
      unit={unit}
      synthetic={synthetic}
      {...(month === null ? {} : { figuresTo: monthName(month) })}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Ring-fence' }]}
    >
      <HoursPatterns />
      <h1 class="w-title">
        <span class="w-over">
          Ring-fence · {area.name}
          {month === null ? null : ` · ${monthName(month)}`}
        </span>
        Were they here?
      </h1>
      <ReportAnswer {...model} />
      <ChooseReport {...model} />
      {report === null ? null : <ClosedReport report={report} model={model} />}
      {before === null ? null : (
        <BeforeSection
          before={before}
          boroughCode={boroughOf(model)}
          area={beforeName(model)}
          month={monthBeforeOf(model)}
        />
      )}
      <Links {...model} />
    </Page>
  );
}

/** For a ward the table has nothing but its borough. */
function beforeName(model: ReportPageModel): string {
  const code = boroughOf(model);
  return code === null ? model.unit.name : (model.boroughs.find((each) => each.code === code)?.name ?? code);
}

/** The month shown, where it is one of before the ledger. */
function monthBeforeOf(model: ReportPageModel) {
  const { before, report, month } = model;
  if (before === null || report !== null) return null;
  return monthsBefore(before, boroughOf(model)).find((each) => each.month === month) ?? null;
}

function ReportAnswer(model: ReportPageModel) {
  const { report, before } = model;
  if (report !== null) {
    const { minutes, together } = standingFor(report);
    const { figure, rest } = sayHere(minutes, report.month);
    return (
      <>
        <Answer figure={figure} synthetic={report.synthetic}>
          {rest}
        </Answer>
        {together === null ? null : <p class="w-body">{sayTogether(report.area, together)}</p>}
      </>
    );
  }
  const month = monthBeforeOf(model);
  if (month !== null) {
    const { figure, rest } = sayMonthBefore(beforeName(model), month);
    return (
      <Answer figure={figure} synthetic={before?.synthetic === true}>
        {rest}
      </Answer>
    );
  }
  return <NothingYet />;
}

function Links({ report, area, month }: ReportPageModel) {
  const { maySee } = useContext(PageVisitContext);
  const query = new URLSearchParams({
    ...(month === null ? {} : { month }),
    ...(area.code === null ? {} : { [area.kind]: area.code }),
  }).toString();
  return (
    <p class="w-body w-noprint">
      {report === null ? null : (
        <>
          <a class="govuk-link" href={`/ringfence/report.csv?${query}`}>
            Download the figures (CSV)
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={`/ringfence/report.json?${query}`}>
            as JSON
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href="/ringfence/abstractions.csv">
            All months, as the London Datastore lays them out
          </a>{' '}
          ·{' '}
        </>
      )}
      {maySee.ledger ? (
        <>
          <a class="govuk-link" href="/ringfence/ledger">
            The ledger by ward and officer
          </a>{' '}
          ·{' '}
        </>
      ) : null}
      <a class="govuk-link" href="/ringfence/policy">
        The policy in force
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/ringfence/calendar">
        Carnival, New Year’s Eve and emergencies
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/open-data">
        All open data
      </a>
    </p>
  );
}
