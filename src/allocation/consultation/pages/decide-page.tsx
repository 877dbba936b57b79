import type { Problem } from '../../../lib/refused.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Form } from '../../../ui/form.tsx';
import { errorOf } from '../../../ui/form-page.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { reviewAddress } from '../say-review.ts';
import { type Typed, textIn } from '../typed-fields.ts';
import { RadioGroup } from './decision/radio-group.tsx';
import { ReviewFrame, type ReviewHead, type UnitShown } from './review-frame.tsx';

/** A proposal that may be chosen. */
export interface ProposalToChoose {
  id: number;
  title: string;
  /** What it would change, and its weights. */
  sentences: readonly string[];
}

/** What was revised since the review opened. */
export interface RevisedShown {
  /** Tells these figures from any other. */
  hash: string;
  sentence: string;
  /** What it would change under each proposal. */
  under: readonly string[];
}

export interface DecidePageModel {
  unit: UnitShown;
  review: ReviewHead & { version: number; inForceFrom: string };
  /** How the review stands. */
  over: string;
  /** Why nothing can be chosen now, and what to do; null where something can. */
  notNow: { sentence: string; ways: readonly { href: string; text: string }[] } | null;
  proposals: readonly ProposalToChoose[];
  /** null where nothing was. */
  revised: RevisedShown | null;
  /** What was changed of the review since the form was opened, in sentences; null where nothing was. */
  since: readonly string[] | null;
  typed: Typed;
  problems: Problem[];
}

/** Asks the commander which proposal the plan is to rest on, and why. */
export function DecidePage(model: DecidePageModel) {
  const { unit, review, over, notNow, problems, since } = model;
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      title="Choose one of the proposals"
      over={over}
      here="Choose"
      problems={problems}
      first="proposal"
    >
      {since === null ? null : <ChangedSince sentences={since} />}
      {notNow === null ? <Choice {...model} /> : <NotNow {...notNow} />}
    </ReviewFrame>
  );
}

function NotNow({ sentence, ways }: NonNullable<DecidePageModel['notNow']>) {
  return (
    <>
      <p class="w-lead">{sentence}</p>
      <LinkList links={ways} />
    </>
  );
}

function ChangedSince({ sentences }: { sentences: readonly string[] }) {
  return (
    <Panel warn title="The review was changed since you opened this page">
      <p class="w-body">
        Nothing was chosen, and what you entered is still here. Look at what is different, and decide again.
      </p>
      <ul class="w-body-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Choice({ review, proposals, revised, typed, problems }: DecidePageModel) {
  const address = reviewAddress(review.id);
  return (
    <>
      <Answer figure={`${countWords(proposals.length, 'proposal')}.`} synthetic={review.synthetic}>
        The plan will rest on the weights of the one you choose.
      </Answer>
      {proposals.length < 2 ? null : (
        <p class="w-body">
          <a class="govuk-link" href={`${address}/compare`}>
            See them side by side
          </a>
        </p>
      )}
      <Form action={`${address}/decide`} novalidate>
        <input type="hidden" name="version" value={review.version} />
        <RadioGroup
          name="proposal"
          legend="Which weights the plan is to rest on"
          choices={proposals.map(({ id, title, sentences }) => ({
            value: String(id),
            text: title,
            hint: sentences.join(' '),
          }))}
          value={textIn(typed, 'proposal')}
          {...errorOf(problems, 'proposal')}
        />
        {revised === null ? null : <WhichFigures revised={revised} typed={typed} problems={problems} />}
        <TextArea
          id="reasons"
          name="reasons"
          label="Why you choose it"
          hint="Published with the plan, for everybody to read. Name nobody."
          rows={6}
          value={typed.reasons ?? ''}
          {...errorOf(problems, 'reasons')}
        />
        <Panel title="What happens next">
          <p class="w-body">
            A second person must approve it. You cannot. The plan comes into force on {longDate(review.inForceFrom)} if
            it is published by then; your reasons, every proposal and its weights are published with it. Residents see
            all of it from that day, and nothing before.
          </p>
        </Panel>
        <Button text="Choose it and propose its plan" preventDoubleClick />
      </Form>
    </>
  );
}

interface WhichFiguresProps extends Pick<DecidePageModel, 'typed' | 'problems'> {
  revised: RevisedShown;
}

function WhichFigures({ revised, typed, problems }: WhichFiguresProps) {
  const { hash, sentence, under } = revised;
  return (
    <>
      <input type="hidden" name="seen" value={hash} />
      <h2 class="w-h2">Figures were revised</h2>
      <p class="w-body">{sentence} On the revised figures:</p>
      <ul class="w-body-list">
        {under.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <RadioGroup
        name="figures"
        legend="Which figures the plan is to rest on"
        choices={[
          { value: 'as opened', text: 'As they stood when the review opened', hint: 'What every party looked at.' },
          { value: 'as revised', text: 'As revised since', hint: 'What is held now; nobody was asked about these.' },
        ]}
        value={textIn(typed, 'figures')}
        {...errorOf(problems, 'figures')}
      />
    </>
  );
}
