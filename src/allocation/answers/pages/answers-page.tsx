import { Answer } from '../../../ui/answer.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import type { AnswerRecords, UnitAnswer, UnitSubject } from '../model.ts';
import { PCSO_MEANS } from '../subject-heads.ts';
import { type AnswerAddress, answerAddress, planAddress } from './answer-address.ts';
import { AnswerFoot } from './answer-foot.tsx';

export interface AnswersPageModel {
  unit: { name: string; boroughs: string[] };
  asked: AnswerAddress;
  records: AnswerRecords;
  answer: UnitAnswer;
}

type WardLine = UnitAnswer['wards'][number];

/** The unit's answer, as to a question in the Assembly, and one line for each ward that leads to its own. */
export function AnswersPage({ unit, asked, records, answer }: AnswersPageModel) {
  const { plan, standing } = records;
  const [first, ...rest] = answer.paragraphs;
  const { question } = answer;
  return (
    <Page
      title="Answers"
      active="/allocation"
      unit={unit}
      synthetic={plan.synthetic}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Allocation', href: '/allocation' }, { text: 'Answers' }]}
    >
      <h1 class="w-title">
        <span class="w-over">
          As at {longDate(asked.asAt)} {plan.synthetic ? <SyntheticMark /> : null}
        </span>
        Which wards have more officers, and why
      </h1>
      {first === undefined ? null : <Answer figure={first.text}>{PCSO_MEANS}</Answer>}
      <blockquote class="w-quoted">
        <p class="w-body">“{question.text}”</p>
        <p class="w-note">
          {question.by}, to {question.to}, on {longDate(question.on)}. Source: {question.source}.
        </p>
      </blockquote>
      {rest.map(({ about, text }) => (
        <section key={about}>
          <h2 class="w-h2">{HEADS[about]}</h2>
          <p class="w-body">{text}</p>
        </section>
      ))}
      <DataTable<WardLine>
        caption="Every ward"
        sub="Officers + PCSOs; each name leads to the ward’s own answer."
        phones="stack"
        synthetic={plan.synthetic}
        rows={answer.wards}
        rowKey={({ code }) => code}
        columns={[
          {
            head: 'Ward',
            rowHeader: true,
            cell: ({ code, name }) => (
              <a class="govuk-link" href={answerAddress(asked, code)}>
                {name}
              </a>
            ),
          },
          { head: 'Borough', cell: ({ borough }) => borough },
          { head: 'Officers', number: true, cell: ({ dwo, pcso }) => `${dwo} + ${pcso}` },
          { head: 'Above the fewest', cell: ({ line }) => line },
        ]}
      />
      <AnswerFoot
        records={records}
        asText={answerAddress(asked, null, 'txt')}
        asJson={answerAddress(asked, null, 'json')}
      />
      <p class="w-body w-noprint">
        <a class="govuk-link" href={planAddress(standing)}>
          {standing.kind === 'put forward' || standing.kind === 'tried'
            ? 'The allocation, with other numbers to try'
            : `Plan ${standing.id}, with every turn`}
        </a>
      </p>
    </Page>
  );
}

const HEADS: Readonly<Record<UnitSubject, string>> = {
  'which plan': 'Which plan',
  'the criteria': 'The criteria',
  'the fewest and the most': 'The fewest and the most',
  'how the rest are shared out': 'How the rest are shared out',
  'who has most': 'Which wards have most',
  'how sure': 'How sure it is',
  'who was consulted': 'Who was asked, and who approved it',
  'since last time': 'Since last time',
};
