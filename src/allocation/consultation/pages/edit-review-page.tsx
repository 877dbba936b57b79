import { Button } from '../../../ui/button.tsx';
import { EditComparison } from '../../../ui/edit-comparison.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { comparedFields, type NamedField } from '../compared-fields.ts';
import type { Review } from '../model.ts';
import { councilField, type KnownToReview, panelField } from '../review/read-open-form.ts';
import { reviewAddress } from '../say-review.ts';
import type { Typed } from '../typed-fields.ts';
import { InvitedFields } from './open/invited-fields.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';
import { SeenFields } from './seen-fields.tsx';

type Known = Pick<KnownToReview, 'boroughs' | 'wards'>;

export interface EditReviewPageModel {
  unit: UnitShown;
  review: Pick<Review, 'id' | 'number' | 'name' | 'synthetic'>;
  known: Known;
  typed: Typed;
  /** What the form began from. */
  seen: { version: number; values: Typed };
  /** The review as somebody else saved it meanwhile, and who; null when nobody did. */
  stored: { version: number; values: Typed; by: string; at: string } | null;
  problems: readonly FormProblem[];
}

/** Changes what may be changed of a review; where somebody else was faster, both are set side by side. */
export function EditReviewPage({ unit, review, known, typed, seen, stored, problems }: EditReviewPageModel) {
  const field = (id: string) => ({ id, name: id, value: typed[id] ?? '', ...errorOf(problems, id) });
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      title={stored === null ? 'Change the review' : 'Somebody changed this first'}
      here="Change"
      problems={problems}
      first={stored === null ? 'name' : 'because'}
    >
      <Form action={`${reviewAddress(review.id)}/edit`} class={stored === null ? 'w-open' : ''} novalidate>
        {stored === null ? (
          <>
            <input type="hidden" name="version" value={seen.version} />
            <TextField {...field('name')} label="Name" />
            <TextArea {...field('question')} label="The question" rows={4} />
            <TextField
              {...field('closesOn')}
              label="Last day to comment"
              hint="A later day takes proposals again, even where the review has closed."
              type="date"
              characters={10}
            />
            <TextField {...field('inForceFrom')} label="First day of the plan" type="date" characters={10} />
            <InvitedFields known={known} typed={typed} problems={problems} />
          </>
        ) : (
          <EditComparison
            caption="The review"
            fields={comparedFields(editFields(known), { seen: seen.values, stored: stored.values, yours: typed })}
            savedBy={stored.by}
            savedAt={stored.at}
            version={stored.version}
          />
        )}
        <SeenFields seen={(stored ?? seen).values} />
        <TextArea
          {...field('because')}
          label="Why it is changed"
          hint="Kept with the review, for everybody who sees it. Name nobody."
          rows={3}
        />
        <Button text="Save the change" preventDoubleClick />
      </Form>
    </ReviewFrame>
  );
}

/** Every field that a comparison lists, with its label, in the order of the form. */
export function editFields({ boroughs, wards }: Known): NamedField[] {
  return [
    { name: 'name', label: 'Name' },
    { name: 'question', label: 'The question' },
    { name: 'closesOn', label: 'Last day to comment' },
    { name: 'inForceFrom', label: 'First day of the plan' },
    ...boroughs.map(({ code, name }) => ({ name: councilField(code), label: `${name} Council is asked` })),
    { name: 'panels', label: 'Ward panels' },
    ...wards.map(({ code, name }) => ({ name: panelField(code), label: `${name} ward panel is asked` })),
    { name: 'partners', label: 'Partners' },
  ];
}
