import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { sayHours } from '../../team/say-times.ts';
import type { PatternDay } from '../model.ts';

export interface PatternPageModel {
  officer: number;
  name: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
  /** What it comes to; null before it was asked. */
  preview: readonly PatternDay[] | null;
  /** What was just done; null or left out when nothing was. */
  done?: string | null;
}

/** Asks for a pattern of duties, and shows what it comes to before anything is written. */
export function PatternPage({ officer, name, typed, problems, preview, done = null }: PatternPageModel) {
  const field = (id: string) => ({ id, name: id, value: typed[id] ?? '', ...errorOf(problems, id) });
  const free = preview?.filter(({ problem }) => problem === null).length ?? 0;
  return (
    <FormPage
      title={`Plan duties of ${name} by a pattern`}
      active="/ringfence/team"
      above={[
        { text: 'My team', href: '/ringfence/team' },
        { text: `Record a duty of ${name}`, href: `/ringfence/duties/of/${officer}/new` },
      ]}
      problems={problems}
      first="from"
    >
      {done === null ? null : <NotificationBanner success heading={done} />}
      <Form action={`/ringfence/duties/of/${officer}/pattern`} class="w-ask" novalidate>
        <TextField {...field('from')} type="date" label="First day of the pattern" />
        <TextField {...field('to')} type="date" label="Last day" hint="At most a year after the first." />
        <TextArea
          {...field('days')}
          label="The pattern, one day a line"
          hint="07:00-15:00 for a duty, off for a day off. 4 x 07:00-15:00 stands for four such lines. It repeats to the last day."
          rows={8}
        />
        <Button text="Show what it comes to" name="do" value="preview" secondary={free > 0} />
        {free > 0 ? (
          <Button
            text={`Plan ${free === 1 ? 'this duty' : `these ${free} duties`}`}
            name="do"
            value="plan"
            preventDoubleClick
          />
        ) : null}
      </Form>
      {preview === null ? null : (
        <DataTable
          caption="What it comes to"
          phones="stack"
          rowKey={({ day }: PatternDay) => day}
          rows={[...preview]}
          columns={[
            { head: 'Day', rowHeader: true, cell: ({ day }: PatternDay) => longDate(day) },
            { head: 'Hours', cell: ({ during }: PatternDay) => (during === null ? '' : sayHours(during)) },
            { head: 'Left out because', cell: ({ problem }: PatternDay) => problem ?? '' },
          ]}
        />
      )}
    </FormPage>
  );
}
