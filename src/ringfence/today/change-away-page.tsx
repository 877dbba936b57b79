import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../ui/form-page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ORDERED_BY } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { coversField, tookRestField } from '../team/beside-reason.ts';
import { sayOrderedBy } from '../team/say-ordered-by.ts';
import { sayHours } from '../team/say-times.ts';
import type { OwnAbsence } from './own-today.ts';

export interface ChangeAwayModel extends OwnAbsence {
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
}

/** Changes the times, the reason or the order of one's own time away; what was recorded first stays beside it. */
export function ChangeAwayPage({ absence, duty, events, beside, typed, problems }: ChangeAwayModel) {
  const field = (name: string) => ({ id: name, name, value: typed[name] ?? '', ...errorOf(problems, name) });
  return (
    <FormPage
      title="Change a time away"
      active="/today"
      above={[{ text: 'Today', href: '/today' }]}
      problems={problems}
      first="from"
      synthetic={absence.synthetic}
    >
      <p class="w-body">
        In your duty {sayHours(duty.during)}. What was recorded first stays beside it, with why it was changed, and your
        sergeant sees both.
      </p>
      <Form action={`/today/absences/${absence.id}`} class="w-ask" novalidate>
        <input type="hidden" name="version" value={absence.version} />
        <TextField {...field('from')} label="Called away at" hint="By London’s clock, as 15:10." characters={5} />
        <TextField {...field('to')} label="Back at" hint="Leave it empty while you are away." characters={5} />
        <SelectField
          {...field('reason')}
          label="What for"
          choices={REASONS.map(({ reason, title }) => ({ value: reason, text: title }))}
        />
        {events.length === 0 ? null : (
          <SelectField
            {...field('event')}
            label="Which event"
            hint="Where it was for one of today’s named events."
            choices={[{ value: '', text: 'None' }, ...events.map(({ key, name }) => ({ value: key, text: name }))]}
          />
        )}
        <SelectField
          {...field('orderedBy')}
          label="Ordered by"
          choices={[
            { value: '', text: 'Not said yet' },
            ...ORDERED_BY.map((by) => ({ value: by, text: sentenceCase(sayOrderedBy(by)) })),
          ]}
        />
        <SelectField {...field('covers')} {...coversField(beside.wards)} />
        <SelectField {...field('chargedTo')} {...tookRestField(beside.tookRest)} />
        <TextField
          {...field('note')}
          label="Note"
          hint="Needed for something else, and else left empty. Name nobody in it."
        />
        <TextArea {...field('because')} label="Why it is changed" hint="In a few words." rows={2} />
        <Button text="Change it" preventDoubleClick />
      </Form>
    </FormPage>
  );
}
