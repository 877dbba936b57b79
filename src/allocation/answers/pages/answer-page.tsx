import { Answer } from '../../../ui/answer.tsx';
import { Details } from '../../../ui/details.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import type { AnswerRecords, Subject, WardAnswer } from '../model.ts';
import { bothOfficers } from '../say-how-many.ts';
import { sayNoneInForce } from '../say-none-in-force.ts';
import { type AnswerAddress, answerAddress, planAddress } from './answer-address.ts';
import { AnswerFoot } from './answer-foot.tsx';

export interface AnswerPageModel {
  unit: { name: string; boroughs: string[] };
  asked: AnswerAddress;
  records: AnswerRecords;
  answer: WardAnswer;
}

/** A ward's answer: the paragraph to read out, the same point by point, where it comes from. */
export function AnswerPage({ unit, asked, records, answer }: AnswerPageModel) {
  const { ward, paragraph, sentences } = answer;
  const { plan, standing } = records;
  const planned = plan.wards.find(({ code }) => code === ward.code);
  return (
    <Page
      title={`Answer for ${ward.name}`}
      active="/allocation"
      unit={unit}
      synthetic={plan.synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Allocation', href: '/allocation' },
        { text: 'Answers', href: answerAddress(asked) },
        { text: ward.name },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">
          {ward.borough} · as at {longDate(asked.asAt)} {plan.synthetic ? <SyntheticMark /> : null}
        </span>
        How many officers {ward.name} has, and why
      </h1>
      {planned === undefined ? null : <Answer figure={`${bothOfficers(planned)}.`}>{STANDS[standing.kind]}</Answer>}
      <Panel title="To read out">
        <p class="w-body">{paragraph}</p>
        <p class="w-note">
          As at {longDate(asked.asAt)}.{' '}
          {standing.kind === 'put forward'
            ? sayNoneInForce(standing)
            : `Plan ${standing.id}, published on ${longDate(standing.publishedOn)}.`}
        </p>
      </Panel>
      <Details summary="The same, point by point">
        <SummaryList rows={sentences.map(({ about, text }) => ({ key: HEADS[about], value: text }))} />
      </Details>
      <AnswerFoot
        records={records}
        asText={answerAddress(asked, ward.code, 'txt')}
        asJson={answerAddress(asked, ward.code, 'json')}
      />
      <ul class="govuk-list w-noprint">
        <li>
          <a class="govuk-link" href={`/ward/${ward.code}${asked.dayAsked ? `?as-at=${asked.asAt}` : ''}`}>
            {ward.name}’s own page, with its figures
          </a>
        </li>
        <li>
          <a class="govuk-link" href={planAddress(standing)}>
            {standing.kind === 'put forward'
              ? 'The allocation, with other numbers to try'
              : `Plan ${standing.id}, with every ward and every turn`}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={answerAddress(asked)}>
            The answer for all of {plan.unit}
          </a>
        </li>
      </ul>
    </Page>
  );
}

const STANDS: Readonly<Record<AnswerRecords['standing']['kind'], string>> = {
  'in force': 'This is the plan in force.',
  'no longer in force': 'This plan is no longer in force.',
  'not yet in force': 'This plan is not yet in force.',
  withdrawn: 'This plan was withdrawn.',
  'put forward': 'This is only put forward, and not adopted.',
};

const HEADS: Readonly<Record<Subject, string>> = {
  'how many': 'How many',
  why: 'Why',
  'rank of the last officer': 'Its last officer',
  'what would change it': 'What would change it',
  'how sure': 'How sure it is',
  'who was consulted': 'Who was asked',
  'since last time': 'Since last time',
};
