import { type Month, monthName } from '../../../lib/calendar/month.ts';
import { andList } from '../../../ui/and-list.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { besideAddress } from '../../pages/addresses.ts';
import { PilotFrame } from '../../pages/pilot-frame.tsx';
import { StandingNotice } from '../../pages/standing-notice.tsx';
import type { PublishedCharter } from '../model.ts';

export interface DecisionsPageModel {
  unit: { name: string; boroughs: string[] };
  shown: PublishedCharter;
  mayDecide: boolean;
  /** Looks that were taken, the latest first: a decision comes after one of them. */
  taken: readonly Month[];
  /** Name of who asks; empty for nobody. */
  ownName: string;
  /** Today's date, "2026-03-10". */
  today: string;
  problems: readonly FormProblem[];
  typed: Readonly<Record<string, string>>;
}

/** What was decided after each look, by whom and why. */
export function DecisionsPage(model: DecisionsPageModel) {
  const { unit, shown, mayDecide, taken, problems } = model;
  const { charter, decisions } = shown;
  return (
    <PilotFrame
      unit={unit}
      charter={charter}
      called={charter.title}
      title={`Decisions: ${charter.title}`}
      beside="Decisions"
      synthetic={charter.synthetic}
      problems={problems}
      first="afterLook"
    >
      <h1 class="w-title">
        <span class="w-over">{charter.title}</span>
        What was decided, and why?
      </h1>
      <StandingNotice {...shown} />
      {decisions.length === 0 ? (
        <p class="w-lead">Nothing has been decided yet.</p>
      ) : (
        <DataTable
          caption="Decisions, the first first"
          columns={[
            { head: 'After the look at', rowHeader: true, cell: (each) => monthName(each.afterLook) },
            { head: 'Decided', cell: (each) => SAID[each.decided] },
            {
              head: 'Recorded',
              cell: (each) => `Recorded by ${each.recordedAs} for ${andList([...each.bodies])}`,
            },
            { head: 'On', cell: (each) => longDate(each.decidedOn) },
            { head: 'Because', cell: (each) => each.reason },
          ]}
          rows={[...decisions]}
          rowKey={(each) => `${each.afterLook} ${each.decidedOn} ${each.decided} ${each.reason}`}
          phones="stack"
        />
      )}
      {mayDecide ? taken.length === 0 ? <NoLook name={charter.name} /> : <DecisionForm {...model} /> : null}
    </PilotFrame>
  );
}

function NoLook({ name }: { name: string }) {
  return (
    <p class="w-body">
      No look has been recorded yet, and a decision comes after one: the{' '}
      <a class="govuk-link" href={besideAddress(name, 'monitor')}>
        monitoring board
      </a>{' '}
      shows what is due.
    </p>
  );
}

const SAID = { stop: 'Stop', change: 'Change', continue: 'Continue' } as const;

/** Nothing is chosen for who writes a decision down. */
const NOT_CHOSEN = { value: '', text: 'Choose one' };

function DecisionForm({ shown: { charter }, taken, ownName, today, problems, typed }: DecisionsPageModel) {
  const field = (id: string, value = '') => ({ id, name: id, value: typed[id] ?? value, ...errorOf(problems, id) });
  const bodies = charter.signatories.map(({ organisation }) => organisation);
  return (
    <section class="w-section w-noprint" aria-labelledby="decide">
      <h2 class="w-h2" id="decide">
        Write a decision down
      </h2>
      <Form action={besideAddress(charter.name, 'decisions')} class="w-ask" novalidate>
        <SelectField
          {...field('afterLook')}
          label="After the look at"
          hint="Looks that were recorded, the latest first."
          choices={[NOT_CHOSEN, ...taken.map((month) => ({ value: month, text: monthName(month) }))]}
        />
        <SelectField
          {...field('decided')}
          label="What was decided"
          choices={[
            NOT_CHOSEN,
            ...(['continue', 'change', 'stop'] as const).map((value) => ({ value, text: SAID[value] })),
          ]}
        />
        <TextArea
          {...field('bodies', bodies.join('\n'))}
          label="Who decided it"
          hint="An organisation on each line, as the charter names it."
          rows={3}
        />
        <TextArea {...field('reason')} label="Why" hint="It stands beside the results. Name nobody." rows={4} />
        <TextField
          {...field('recordedAs', ownName)}
          label="Your name and office"
          hint="Readers see who wrote it down, and for whom."
        />
        <TextField {...field('decidedOn', today)} label="On which day" type="date" characters={10} />
        <Button text="Write it down" preventDoubleClick />
      </Form>
    </section>
  );
}
