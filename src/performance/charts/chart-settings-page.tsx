import { monthName } from '../../lib/calendar/month.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Form } from '../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../ui/form-page.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ChartEntry } from './model.ts';

export interface ChartSettingsModel {
  measure: { name: string; title: string };
  area: { word: string; name: string };
  entries: readonly ChartEntry[];
  /** Whether the reader may enter and withdraw here. */
  writes: boolean;
  synthetic: boolean;
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
  done: string | null;
}

/** What was entered about one chart, and the forms that enter and withdraw. */
export function ChartSettingsPage(model: ChartSettingsModel) {
  const { measure, area, entries, writes, synthetic, typed, problems, done } = model;
  const chart = `/performance/measures/${encodeURIComponent(measure.name)}`;
  const here = `${chart}/settings?area=${encodeURIComponent(area.word)}`;
  const standing = entries.filter(({ withdrawn }) => withdrawn === null);
  const over = entries.filter(({ withdrawn }) => withdrawn !== null);
  return (
    <FormPage
      title={`Settings of the chart of ${measure.title.toLowerCase()}, ${area.name}`}
      active="/performance"
      above={[
        { text: 'Performance', href: '/performance' },
        { text: measure.title, href: `${chart}?area=${encodeURIComponent(area.word)}` },
      ]}
      problems={problems}
      synthetic={synthetic}
      first={writes ? 'from' : 'main'}
    >
      {done === null ? null : <NotificationBanner success heading={done} />}
      <p class="w-lead">
        A step change is a month from which the figures are known to mean something else; limits begin anew there.
        Limits can also be taken from months of your choice. Everybody sees both, with your reason, below the chart.
      </p>
      {standing.length === 0 ? (
        <p>Nothing is entered: limits come from the first 24 ordinary months.</p>
      ) : (
        <DataTable
          caption="What the chart is drawn by"
          synthetic={synthetic}
          phones="stack"
          columns={[
            { head: 'What', rowHeader: true, cell: (entry) => sayEntry(entry) },
            { head: 'Reason', cell: ({ reason }) => reason },
            {
              head: 'Withdraw',
              hideHead: true,
              full: true,
              cell: (entry) => (writes ? <Withdraw chart={chart} area={area.word} entry={entry} /> : null),
            },
          ]}
          rows={standing}
          rowKey={({ id }) => String(id)}
        />
      )}
      {writes ? <Enter here={here} typed={typed} problems={problems} /> : null}
      {over.length === 0 ? null : (
        <DataTable
          caption="Withdrawn"
          synthetic={synthetic}
          phones="stack"
          columns={[
            { head: 'What', rowHeader: true, cell: (entry) => sayEntry(entry) },
            { head: 'Reason', cell: ({ reason }) => reason },
            { head: 'Withdrawn because', cell: ({ withdrawn }) => withdrawn?.because ?? '' },
          ]}
          rows={over}
          rowKey={({ id }) => String(id)}
        />
      )}
    </FormPage>
  );
}

function sayEntry({ kind, from, to }: ChartEntry): string {
  return kind === 'step change' || to === null
    ? `Step change from ${monthName(from)}`
    : `Limits from ${monthName(from)} to ${monthName(to)}`;
}

function Enter({ here, typed, problems }: Pick<ChartSettingsModel, 'typed' | 'problems'> & { here: string }) {
  return (
    <>
      <h2 class="w-h2">Enter one</h2>
      <Form action={here} class="w-ask" novalidate>
        <SelectField
          id="kind"
          name="kind"
          label="What"
          choices={[
            { value: 'step change', text: 'Step change' },
            { value: 'held limits', text: 'Months that limits are taken from' },
          ]}
          value={typed.kind ?? 'step change'}
        />
        <TextField
          id="from"
          name="from"
          label="First month"
          hint="Such as 2024-03"
          characters={10}
          value={typed.from ?? ''}
          {...errorOf(problems, 'from')}
        />
        <TextField
          id="to"
          name="to"
          label="Last month that limits are taken from"
          hint="Leave empty for a step change"
          characters={10}
          value={typed.to ?? ''}
          {...errorOf(problems, 'to')}
        />
        <TextField
          id="reason"
          name="reason"
          label="Reason"
          value={typed.reason ?? ''}
          {...errorOf(problems, 'reason')}
        />
        <Button text="Enter it" preventDoubleClick />
      </Form>
    </>
  );
}

function Withdraw({ chart, area, entry }: { chart: string; area: string; entry: ChartEntry }) {
  const id = `because-${entry.id}`;
  return (
    <Form action={`${chart}/settings/withdraw/${entry.id}?area=${encodeURIComponent(area)}`} novalidate>
      <TextField id={id} name="because" label={`Why “${sayEntry(entry)}” no longer holds`} />
      <Button text="Withdraw" secondary preventDoubleClick />
    </Form>
  );
}
