import { lastMonthEndedBy, monthName } from '../../../lib/calendar/month.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/layout.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TableLinks } from '../../../ui/table-links.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { againstChoices, periodChoices, withAsked } from '../../pages/home/period-choices.ts';
import { nameArea } from '../../pages/name-area.ts';
import type { ServiceReport } from '../model.ts';
import { sayServiceAnswer } from '../say-service-answer.ts';
import { sectionsOf } from '../sections-of.ts';
import { BacklogTable, CallsTable, ChargesTable } from './count-sections.tsx';
import type { ServicePageModel } from './model.ts';
import { ResponseTables } from './response-section.tsx';
import { SectionFrame } from './section-frame.tsx';
import { serviceAddress } from './service-address.ts';
import { ShareTable } from './share-table.tsx';
import { SurveyTables } from './survey-section.tsx';

/** The service the police gave in an area: one section for each measure held, the others with the file that brings them. */
export function ServicePage(model: ServicePageModel) {
  const { unit, shown } = model;
  const report = shown.kind === 'report' ? shown : null;
  const last = report?.lastMonth ?? null;
  return (
    <Page
      title={report === null ? 'The service given' : `The service given, ${report.area.name}`}
      active="/performance"
      unit={unit}
      synthetic={report !== null && isSynthetic(report)}
      {...(last === null ? {} : { figuresTo: monthName(last) })}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: '/performance' },
        { text: 'The service given' },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">{report === null ? 'Performance' : sayOver(report)}</span>
        What service did people get?
      </h1>
      {shown.kind === 'report' ? (
        <ReportAnswer report={shown} />
      ) : (
        <Panel title="That could not be shown" warn>
          <p class="w-body">{shown.because}</p>
        </Panel>
      )}
      <Choose {...model} />
      {report === null ? null : <Sections report={report} model={model} />}
    </Page>
  );
}

/** The area and, where anything of it is held, the periods. */
function sayOver(report: ServiceReport): string {
  const { area, periods } = report;
  if (sectionsOf(report).every(({ kind }) => kind === 'lacking')) return area.name;
  return `${area.name} · ${periods.current.label} against ${periods.previous.label}`;
}

function ReportAnswer({ report }: { report: ServiceReport }) {
  const { figure, rest } = sayServiceAnswer(report);
  return (
    <Answer figure={figure} synthetic={isSynthetic(report)}>
      {rest}
    </Answer>
  );
}

function Choose({ asked, areas, shown }: ServicePageModel) {
  const report = shown.kind === 'report' ? shown : null;
  const last = report?.lastMonth ?? lastMonthEndedBy(asked.today);
  const area = report?.area.word ?? asked.area ?? '';
  const known = areas.map((each) => ({ value: each.word, text: nameArea(each) }));
  const named =
    report === null || known.some(({ value }) => value === area) ? [] : [{ value: area, text: nameArea(report.area) }];
  const period = asked.period ?? report?.periods.current.asked ?? null;
  return (
    <form class="w-form" action="/performance/service" method="get">
      <SelectField id="area" name="area" label="Area" value={area} choices={withAsked([...named, ...known], area)} />
      <SelectField
        id="period"
        name="period"
        label="Period"
        value={period ?? ''}
        choices={withAsked(periodChoices(last), period, report?.periods.current.label)}
      />
      <SelectField
        id="against"
        name="against"
        label="Against"
        value={asked.against ?? ''}
        choices={withAsked(againstChoices(last), asked.against)}
      />
      <Button text="Show" secondary />
    </form>
  );
}

function Sections({ report, model: { asked, mayImport } }: { report: ServiceReport; model: ServicePageModel }) {
  return (
    <>
      <SectionFrame id="attendance" section={report.attendance} mayImport={mayImport}>
        {({ attended, synthetic }) => (
          <ShareTable
            caption="Residential burglaries reported that were attended"
            synthetic={synthetic}
            sections={[{ rows: [{ name: 'Attended', change: attended }] }]}
          />
        )}
      </SectionFrame>
      <SectionFrame id="response" section={report.response} mayImport={mayImport}>
        {({ grades, synthetic }) => <ResponseTables grades={grades} synthetic={synthetic} />}
      </SectionFrame>
      <SectionFrame id="survey" section={report.survey} mayImport={mayImport}>
        {(section) => <SurveyTables section={section} synthetic={section.synthetic} />}
      </SectionFrame>
      <SectionFrame id="outcomes" section={report.outcomes} mayImport={mayImport}>
        {({ offences, synthetic }) => (
          <>
            <p class="w-body">
              What has become of the crimes recorded in each period. No outcome is favoured over another, and none is
              called positive: a caution, a charge and an honest end without a suspect answer different crimes. Crimes
              of late months have had less time.
            </p>
            <ShareTable
              caption="Outcomes by offence and type"
              synthetic={synthetic}
              sections={offences.map(({ title, recorded, outcomes }) => ({
                heading: `${title}: ${wholeNumber(recorded.current)} recorded, ${wholeNumber(recorded.previous)} before`,
                rows: outcomes.map(({ title: name, change }) => ({ name, change })),
              }))}
            />
          </>
        )}
      </SectionFrame>
      <SectionFrame id="charges" section={report.charges} mayImport={mayImport}>
        {({ offences, synthetic }) => <ChargesTable offences={offences} synthetic={synthetic} />}
      </SectionFrame>
      <SectionFrame id="backlog" section={report.backlog} mayImport={mayImport}>
        {({ works, synthetic }) => <BacklogTable works={works} synthetic={synthetic} />}
      </SectionFrame>
      <SectionFrame id="asb-calls" section={report.calls} mayImport={mayImport}>
        {({ calls, synthetic }) => <CallsTable calls={calls} synthetic={synthetic} />}
      </SectionFrame>
      <p class="w-note">{report.remarks.join(' ')}</p>
      <TableLinks
        tables={[
          { text: 'Download every figure', csv: serviceAddress(asked, 'csv'), json: serviceAddress(asked, 'json') },
        ]}
      />
    </>
  );
}

/** Whether any of it is the demonstration's made-up figures. */
function isSynthetic(report: ServiceReport): boolean {
  return sectionsOf(report).some((section) => section.kind !== 'lacking' && section.synthetic);
}
