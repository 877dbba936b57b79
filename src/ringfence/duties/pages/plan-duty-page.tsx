import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { sentenceCase } from '../../../ui/sentence-case.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { ORDERED_BY } from '../../model.ts';
import { REASONS } from '../../reasons.ts';
import { sayOrderedBy } from '../../team/say-ordered-by.ts';

export interface PlanDutyPageModel {
  officer: number;
  name: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
  /** Fields whose time comes twice: which of two is asked. */
  twice: readonly ('start' | 'end')[];
  /** What was just done; null or left out when nothing was. */
  done?: string | null;
}

const KINDS = [
  { value: 'ward', text: 'Ward duty' },
  { value: 'rest-day', text: 'Work elsewhere on a rest day' },
  { value: 'overtime', text: 'Overtime elsewhere' },
];
const WHICH = [
  { value: '', text: 'Choose' },
  { value: 'first', text: 'The first, before the clocks go back' },
  { value: 'second', text: 'The second, after they went back' },
];
const WORKED = [
  { value: '', text: 'Planned' },
  { value: 'yes', text: 'Worked: I confirm it' },
];

/** Asks for a duty of one officer: the day, and its times by London's clocks. */
export function PlanDutyPage({ officer, name, typed, problems, twice, done = null }: PlanDutyPageModel) {
  const field = (id: string) => ({ id, name: id, value: typed[id] ?? '', ...errorOf(problems, id) });
  const which = (id: 'start' | 'end', label: string) =>
    twice.includes(id) || (typed[`${id}Which`] ?? '') !== '' ? (
      <SelectField {...field(`${id}Which`)} label={label} choices={WHICH} />
    ) : null;
  return (
    <FormPage
      title={`Record a duty of ${name}`}
      active="/ringfence/team"
      above={[{ text: 'My team', href: '/ringfence/team' }]}
      problems={problems}
      first="day"
    >
      {done === null ? null : <NotificationBanner success heading={done} />}
      <Form action={`/ringfence/duties/of/${officer}/new`} class="w-ask" novalidate>
        <TextField {...field('day')} type="date" label="Day on which it starts" />
        <TextField {...field('start')} label="Start" hint="By London’s clocks, such as 22:00." characters={5} />
        {which('start', 'Which of the two starts is meant?')}
        <TextField {...field('end')} label="End" hint="Earlier than the start: on the next day." characters={5} />
        {which('end', 'Which of the two ends is meant?')}
        <SelectField {...field('kind')} label="What it is" choices={KINDS} />
        <SelectField
          {...field('reason')}
          label="Of work elsewhere: what for"
          choices={[
            { value: '', text: 'Not work elsewhere' },
            ...REASONS.map(({ reason, title }) => ({ value: reason, text: title })),
          ]}
        />
        <SelectField
          {...field('orderedBy')}
          label="Of work elsewhere: who ordered it"
          choices={[
            { value: '', text: 'Not said' },
            ...ORDERED_BY.map((by) => ({ value: by, text: sentenceCase(sayOrderedBy(by)) })),
          ]}
        />
        <SelectField {...field('confirmed')} label="Planned or worked" choices={WORKED} />
        <Button text="Record the duty" preventDoubleClick />
      </Form>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`/ringfence/duties/of/${officer}/pattern`}>
            Plan duties by a pattern
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/ringfence/duties/of/${officer}/leave`}>
            Record leave of a day, or a rest day given back
          </a>
        </li>
      </ul>
    </FormPage>
  );
}
