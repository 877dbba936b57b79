import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export interface LeavePageModel {
  officer: number;
  name: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
}

/** Asks for the time of a day that leave, sickness or adjusted duties took: never which of them. */
export function LeavePage({ officer, name, typed, problems }: LeavePageModel) {
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
        Leave, sickness and adjusted duties are one figure: which of them it was is written nowhere.
      </p>
      <Form action={`/ringfence/duties/of/${officer}/leave`} class="w-ask" novalidate>
        <TextField {...field('day')} type="date" label="Day" />
        <TextField
          {...field('minutes')}
          label="Minutes of the day"
          hint="Leave it empty for a contracted day."
          inputMode="numeric"
          characters={4}
        />
        <Button text="Record leave" preventDoubleClick />
      </Form>
    </FormPage>
  );
}
