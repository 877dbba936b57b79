import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Form } from '../../../ui/form.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { AuditReport } from '../report.ts';
import { HeadsTable, type ListedHead } from './heads-page.tsx';

export interface CheckPageModel {
  report: AuditReport;
  /** The latest first. */
  heads: readonly ListedHead[];
}

/** Whether the audit is as it was written, how far that is proven, and what a council needs to see for itself. */
export function CheckPage({ report, heads }: CheckPageModel) {
  return (
    <FormPage title="Check the audit" above={[{ text: 'Audit', href: '/audit' }]}>
      <p class="w-answer">
        {report.ok ? (
          <>
            <b>Nothing was rewritten</b> among {countWords(report.rows, 'entry', 'entries')}.
          </>
        ) : (
          <b>The audit is not as it was written.</b>
        )}
      </p>
      {report.ok ? null : <Broken because={report.because} />}
      <Figures report={report} />
      <TakeAway report={report} heads={heads} />
    </FormPage>
  );
}

function Broken({ because }: { because: readonly string[] }) {
  return (
    <Panel title="What is wrong" warn>
      <ul class="w-body-list">
        {because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p class="w-body">
        Tell the information security officer and both councils now, and take no head until it is understood.
      </p>
    </Panel>
  );
}

function Figures({ report }: { report: AuditReport }) {
  const { rows, erased, head, proven, sinceExport, brokenAt, imports } = report;
  const since =
    sinceExport.since === null ? 'no head was ever exported' : `since ${moment(new Date(sinceExport.since))}`;
  return (
    <SummaryList
      rows={[
        { key: 'Entries checked', value: wholeNumber(rows) },
        { key: 'Erased in time', value: wholeNumber(erased) },
        { key: 'Proven by a head', value: proven === 0 ? 'None yet' : `Up to entry ${wholeNumber(proven)}` },
        {
          key: 'Not yet proven',
          value: `${countWords(sinceExport.entries, 'entry', 'entries')}, ${since}. Whoever holds the key could still rewrite these unnoticed.`,
        },
        ...(brokenAt === null ? [] : [{ key: 'First doubtful entry', value: wholeNumber(brokenAt) }]),
        ...(head === null ? [] : [{ key: 'Where the chain stands', value: <span class="w-secret">{head.hash}</span> }]),
        ...(imports === null
          ? []
          : [
              {
                key: 'Imports',
                value: `${countWords(imports.checked, 'import')} checked against what was written down; ${countWords(imports.differing.length, 'import')} differ.`,
              },
            ]),
      ]}
    />
  );
}

function TakeAway({ report, heads }: CheckPageModel) {
  return (
    <section class="w-section">
      <h2 class="w-h2">Heads: what the councils keep</h2>
      <p class="w-body">
        A head is a signed line that says where the chain stood. Whoever holds one can prove later that nothing before
        it was changed. One is made every hour and every day; make one now to prove everything up to this moment.
        Councils take them{' '}
        <a class="govuk-link" href="/audit/heads">
          by themselves, and check them
        </a>
        .
      </p>
      {report.ok ? (
        <Form action="/audit/heads">
          <Button text="Make a head now" secondary preventDoubleClick />
        </Form>
      ) : null}
      <HeadsTable heads={heads} />
    </section>
  );
}
