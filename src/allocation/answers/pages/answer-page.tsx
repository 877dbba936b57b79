import { Answer } from '../../../ui/answer.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import type { AnswerRecords, WardAnswer } from '../model.ts';
import { bothOfficers, TRIED } from '../say-how-many.ts';
import { sayNoneInForce } from '../say-none-in-force.ts';
import { PCSO_MEANS, SUBJECT_HEADS } from '../subject-heads.ts';
import { type AnswerAddress, answerAddress, planAddress } from './answer-address.ts';
import { AnswerFoot } from './answer-foot.tsx';

export interface AnswerPageModel {
  unit: { name: string; boroughs: string[] };
  asked: AnswerAddress;
  records: AnswerRecords;
  answer: WardAnswer;
}

/** A ward's answer: the paragraph to read out, all of it point by point, where it comes from. */
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
          As at {longDate(asked.asAt)}. {sayWhichPlan(standing)} {PCSO_MEANS}
        </p>
      </Panel>
      <section class="w-section" aria-labelledby="points">
        <h2 class="w-h2" id="points">
          Point by point
        </h2>
        <SummaryList rows={sentences.map(({ about, text }) => ({ key: SUBJECT_HEADS[about], value: text }))} />
      </section>
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
            {standing.kind === 'put forward' || standing.kind === 'tried'
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
  tried: TRIED,
};

function sayWhichPlan(standing: AnswerRecords['standing']): string {
  if (standing.kind === 'tried') return '';
  if (standing.kind === 'put forward') return sayNoneInForce(standing);
  return `Plan ${standing.id}, published on ${longDate(standing.publishedOn)}.`;
}
