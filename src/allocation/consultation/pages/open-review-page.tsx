import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { KnownToReview } from '../review/read-open-form.ts';
import type { Typed } from '../typed-fields.ts';
import { InvitedFields } from './open/invited-fields.tsx';
import { type OfferedPart, PartFields } from './open/part-fields.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

export interface OpenReviewPageModel {
  unit: UnitShown;
  known: Pick<KnownToReview, 'boroughs' | 'wards'>;
  parts: OfferedPart[];
  /** Day of the plan that the numbers begin from, in words; null where none is in force. */
  startsFrom: string | null;
  /** Whether what the form begins from is made up. */
  synthetic: boolean;
  typed: Typed;
  problems: readonly FormProblem[];
}

const NUMBERS = [
  { id: 'dwo', label: 'Officers' },
  { id: 'pcso', label: 'PCSOs' },
  { id: 'dwoFloor', label: 'Fewest officers in a ward' },
  { id: 'dwoCeiling', label: 'Most officers in a ward' },
  { id: 'pcsoFloor', label: 'Fewest PCSOs in a ward' },
  { id: 'pcsoCeiling', label: 'Most PCSOs in a ward' },
];

const DAYS = [
  { id: 'asAt', label: 'Figures as at', hint: 'Only months that ended by then count. They are kept with the review.' },
  { id: 'closesOn', label: 'Last day to comment', hint: 'Proposals are taken to the end of that day.' },
  { id: 'inForceFrom', label: 'First day of the plan', hint: 'When the plan that comes of it is to be in force.' },
];

/** Opens a review: what is asked, of whom, for which numbers, until when, and the weights it begins with. */
export function OpenReviewPage(model: OpenReviewPageModel) {
  const { unit, known, parts, startsFrom, synthetic, typed, problems } = model;
  const field = (id: string) => ({ id, name: id, value: typed[id] ?? '', ...errorOf(problems, id) });
  return (
    <ReviewFrame
      unit={unit}
      review={null}
      synthetic={synthetic}
      title="Open a review"
      here="Open a review"
      problems={problems}
      first="name"
    >
      <p class="w-lead">
        Everybody asked can propose until it closes. Every proposal is worked out on the figures of the day it opens, so
        that they can be compared.
      </p>
      <Form action="/allocation/reviews/new" class="w-open" novalidate>
        <div class="w-open__name">
          <TextField {...field('name')} label="Name" hint="Such as Spring review of 2026." />
        </div>
        <TextArea {...field('question')} label="The question" hint="What is asked, and why now." rows={4} />
        <fieldset class="govuk-fieldset govuk-form-group">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">How many there are to share out</legend>
          <p class="w-body">
            {startsFrom === null
              ? 'No plan is in force to begin from.'
              : `They begin from the plan in force since ${startsFrom}.`}{' '}
            {synthetic ? <SyntheticMark /> : null} Leave the most empty for no limit.
          </p>
          <div class="w-rule-fields">
            {NUMBERS.map(({ id, label }) => (
              <NumberField key={id} {...field(id)} label={label} characters={4} />
            ))}
          </div>
        </fieldset>
        <PartFields parts={parts} typed={typed} problems={problems} />
        <fieldset class="govuk-fieldset govuk-form-group">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Days</legend>
          {DAYS.map(({ id, label, hint }) => (
            <TextField key={id} {...field(id)} label={label} hint={hint} type="date" characters={10} />
          ))}
        </fieldset>
        <InvitedFields known={known} typed={typed} problems={problems} />
        <Button text="Open the review" preventDoubleClick />
      </Form>
    </ReviewFrame>
  );
}
