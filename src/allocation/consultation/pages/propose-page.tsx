import { Button } from '../../../ui/button.tsx';
import { EditComparison } from '../../../ui/edit-comparison.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { comparedFields, type NamedField } from '../compared-fields.ts';
import type { Elicited, Party, Review, ReviewState } from '../model.ts';
import { leastField, mostField, pointsField } from '../proposal/read-propose-form.ts';
import type { SwingStep } from '../proposal/swing-steps.ts';
import { partyKey } from '../review/review-actions.ts';
import type { WeightsNow } from '../review/weights-now.ts';
import { partyInSentence, reviewAddress, reviewTitle, sayStanding } from '../say-review.ts';
import type { Typed } from '../typed-fields.ts';
import { BoundsFields } from './propose/bounds-fields.tsx';
import { ChooseHow } from './propose/choose-how.tsx';
import { PointsFields } from './propose/points-fields.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';
import { SeenFields } from './seen-fields.tsx';
import { Tick } from './tick.tsx';

export interface ProposePageModel {
  unit: UnitShown;
  review: Review;
  state: ReviewState;
  /** Those that the reader answers for. */
  parties: Party[];
  /** null while it has to be chosen. */
  party: Party | null;
  method: Elicited['method'] | null;
  /** Parameters of the address that are kept while for whom and how is chosen. */
  kept: [name: string, value: string][];
  /** The parts that figures are held of. */
  steps: SwingStep[];
  /** What counts now, to stand beside the points. */
  now: WeightsNow;
  typed: Typed;
  /** What it begins from, in sentences; none where that needs no word. */
  beginning: readonly string[];
  /** What the form began from, where it changes a proposal; null for the first. */
  seen: { proposal: number; version: number; values: Typed } | null;
  /** The proposal as somebody else of the party saved it meanwhile, and who; null when nobody did. */
  stored: { version: number; values: Typed; by: string; at: string } | null;
  problems: readonly FormProblem[];
}

/** Asks one party what should count: how it wants to answer, then the answer. */
export function ProposePage(model: ProposePageModel) {
  const { unit, review, state, party, method, problems, seen, stored } = model;
  const title =
    stored !== null
      ? 'Somebody changed this first'
      : seen === null
        ? 'Propose what should count'
        : 'Change what you propose';
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      over={`${reviewTitle(review)} · ${sayStanding(review, state)}`}
      title={title}
      here={seen === null ? 'Propose' : 'Change'}
      problems={problems}
      {...(model.steps[0] === undefined ? {} : { first: pointsField(model.steps[0].component) })}
      {...(method === 'budget' && stored === null ? { islands: ['points-left'] } : {})}
    >
      <p class="w-lead">{review.question}</p>
      {state === 'open' ? null : <TooLate review={review} sent={Object.keys(model.typed).length > 0} />}
      {party === null || method === null ? (
        <ChooseHow review={review.id} parties={model.parties} party={party} method={method} kept={model.kept} />
      ) : (
        <Answer {...model} party={party} method={method} />
      )}
    </ReviewFrame>
  );
}

/** What to do once no proposal is taken any more; what was typed stays on the page below. */
function TooLate({ review }: { review: Review; sent: boolean }) {
  return (
    <Panel warn title="Nothing was saved: the review takes no proposals any more">
      <p class="w-body">
        Its last day was {longDate(review.closesOn)}. What you typed is kept below: copy it, and ask who opened the
        review for a later closing day. If they give one, send it then.
      </p>
    </Panel>
  );
}

type AnswerProps = ProposePageModel & { party: Party; method: Elicited['method'] };

function Answer(model: AnswerProps) {
  const { review, party, parties, method, seen, stored, steps, typed, problems } = model;
  const fields = proposeFields(party, steps);
  return (
    <>
      <p class="w-body">
        You answer for <b>{partyInSentence(party)}</b>.{' '}
        {parties.length > 1 ? <OtherWay {...model} what="party" /> : null}
      </p>
      <Beginning sentences={model.beginning} />
      {stored === null ? (
        <p class="w-body">
          <OtherWay {...model} what="method" />
        </p>
      ) : null}
      <Form action={`${reviewAddress(review.id)}/propose`} class={stored === null ? 'w-propose' : ''} novalidate>
        <input type="hidden" name="party" value={partyKey(party)} />
        <input type="hidden" name="method" value={method} />
        {seen === null ? null : <input type="hidden" name="change" value={seen.proposal} />}
        {seen !== null && stored !== null ? (
          <EditComparison
            caption={`What ${party.name} proposes`}
            fields={comparedFields(fields, { seen: seen.values, stored: stored.values, yours: typed })}
            savedBy={stored.by}
            savedAt={stored.at}
            version={stored.version}
          />
        ) : (
          <>
            {seen === null ? null : <input type="hidden" name="version" value={seen.version} />}
            {party.kind === 'police' ? <Title typed={typed} problems={problems} fixed={seen !== null} /> : null}
            <PointsFields method={method} steps={steps} now={model.now} typed={typed} problems={problems} />
            <Missing review={review} />
            <BoundsFields steps={steps} typed={typed} problems={problems} />
            <Comment party={party} typed={typed} problems={problems} />
          </>
        )}
        {seen === null ? null : <SeenFields seen={(stored ?? seen).values} />}
        <Button text={seen === null ? 'Propose it' : 'Save the change'} preventDoubleClick />
      </Form>
    </>
  );
}

/** What the points of the form come from, before anybody changes them. */
function Beginning({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Panel title="What this form begins with">
      {sentences.map((sentence) => (
        <p key={sentence} class="w-body">
          {sentence}
        </p>
      ))}
    </Panel>
  );
}

function OtherWay({ review, party, method, seen, what }: AnswerProps & { what: 'party' | 'method' }) {
  const other = method === 'budget' ? 'swing' : 'budget';
  const change: Record<string, string> = seen === null ? {} : { change: String(seen.proposal) };
  const query = new URLSearchParams(
    what === 'party' ? { method } : { party: partyKey(party), method: other, ...change },
  );
  const text =
    what === 'party'
      ? 'Answer for another'
      : other === 'swing'
        ? 'Compare the steps instead'
        : 'Share out 100 points instead';
  return (
    <a class="govuk-link" href={`${reviewAddress(review.id)}/propose?${query}`}>
      {text}
    </a>
  );
}

/** The police may have several; a change of one keeps its name. */
function Title({ typed, problems, fixed }: Pick<ProposePageModel, 'typed' | 'problems'> & { fixed: boolean }) {
  const title = typed.title ?? '';
  if (fixed)
    return (
      <p class="w-body">
        This changes “{title}”.
        <input type="hidden" name="title" value={title} />
      </p>
    );
  return (
    <TextField
      id="title"
      name="title"
      label="What it is called"
      hint="The police may propose several: each needs a name of its own."
      characters={20}
      value={title}
      {...errorOf(problems, 'title')}
    />
  );
}

function Missing({ review }: { review: Review }) {
  const missing = review.demand.parts.filter(({ kind }) => kind === 'missing');
  if (missing.length === 0) return null;
  return (
    <ul class="w-body-list w-small">
      {missing.map((part) => (
        <li key={part.component}>
          {part.title} is missing and cannot count{part.kind === 'missing' ? `: ${part.reason}` : '.'}
        </li>
      ))}
    </ul>
  );
}

function Comment({ party, typed, problems }: { party: Party } & Pick<ProposePageModel, 'typed' | 'problems'>) {
  return (
    <>
      <TextArea
        id="comment"
        name="comment"
        label="Why (optional)"
        hint="Name nobody: whoever decides reads this."
        rows={6}
        value={typed.comment ?? ''}
        {...errorOf(problems, 'comment')}
      />
      <div class="govuk-form-group">
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <Tick
            id="publish"
            text={`My comment may be published with the decision, under the name of ${partyInSentence(party)}. The weights always are.`}
            ticked={typed.publish === 'yes'}
          />
        </div>
      </div>
    </>
  );
}

/** Every field of the form with its label, in its order, as a comparison lists them. */
export function proposeFields(party: Party, steps: readonly SwingStep[]): NamedField[] {
  return [
    ...(party.kind === 'police' ? [{ name: 'title', label: 'What it is called' }] : []),
    ...steps.map(({ component, title }) => ({ name: pointsField(component), label: title })),
    ...steps.flatMap(({ component, title }) => [
      { name: leastField(component), label: `${title}, at least` },
      { name: mostField(component), label: `${title}, at most` },
    ]),
    { name: 'comment', label: 'Why' },
    { name: 'publish', label: 'The comment may be published' },
  ];
}
