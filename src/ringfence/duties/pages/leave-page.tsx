import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { type Choice, SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { tookRestField } from '../../team/beside-reason.ts';

export interface LeavePageModel {
  officer: number;
  name: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
  /** Orders that may have taken a rest day of the officer. */
  tookRest: readonly Choice[];
}

const WHAT = [
  { value: 'leave', text: 'Leave, sickness or the like' },
  { value: 'rest-day', text: 'A rest day given back' },
];

/**
 * Asks for the time of a day that leave, sickness or adjusted duties took: never which of them. A rest day given back is
 * none of these, because it is charged to the order that took it; whoever comes here for it says which.
 */
export function LeavePage({ officer, name, typed, problems, tookRest }: LeavePageModel) {
  const field = (id: string) => ({ id, name: id, value: typed[id] ?? '', ...errorOf(problems, id) });
  return (
    <FormPage
      title={`Record leave of ${name}`}
      active="/ringfence/team"
      above={[
        { text: 'My team', href: '/ringfence/team' },
        { text: `Record a duty of ${name}`, href: `/ringfence/duties/of/${officer}/new` },
      ]}
      problems={problems}
      first="day"
    >
      <p class="govuk-body">
        Leave, sickness and adjusted duties are one figure: which of them it was is written nowhere. A rest day given
        back is no leave: it counts as the order that took it.
      </p>
      <Form action={`/ringfence/duties/of/${officer}/leave`} class="w-ask" novalidate>
        <TextField {...field('day')} type="date" label="Day" />
        <SelectField {...field('what')} label="What it is" choices={WHAT} />
        <TextField
          {...field('minutes')}
          label="Of leave: minutes of the day"
          hint="Leave it empty for a contracted day."
          inputMode="numeric"
          characters={4}
        />
        <SelectField {...field('chargedTo')} {...tookRestField(tookRest)} />
        <Button text="Record it" preventDoubleClick />
      </Form>
    </FormPage>
  );
}
