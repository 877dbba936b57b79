import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { saySpan } from '../../../ui/say-span.ts';
import { type Choice, SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Asset, ListedBooking } from '../model.ts';

export interface AssetPageModel {
  /** Whether what is shared is made up. */
  synthetic: boolean;
  asset: Asset;
  bookings: readonly ListedBooking[];
  nameOf: (borough: string) => string;
  /** Boroughs that the reader may book it for; none: they may only look. */
  boroughs: readonly Choice[];
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
  done: string | null;
}

/** Something that is shared: when it is taken, by whom, and the form that books it. */
export function AssetPage({ synthetic, asset, bookings, nameOf, boroughs, typed, problems, done }: AssetPageModel) {
  const here = `/organisation/sharing/${asset.id}`;
  return (
    <FormPage
      title={asset.name}
      active="/organisation"
      above={[
        { text: 'Workforce', href: '/organisation' },
        { text: 'Shared', href: '/organisation/sharing' },
      ]}
      problems={problems}
      synthetic={synthetic}
      first={boroughs.length === 0 ? 'main' : 'date'}
    >
      {done === null ? null : <NotificationBanner success heading={done} />}
      <p class="w-lead">Kept in {nameOf(asset.boroughCode)}; every borough of the unit may book it.</p>
      {bookings.length === 0 ? (
        <p>Nobody has booked it.</p>
      ) : (
        <DataTable
          caption="When it is taken"
          synthetic={synthetic}
          phones="stack"
          columns={[
            { head: 'When', rowHeader: true, cell: (booking) => saySpan(booking) },
            { head: 'For', cell: ({ boroughCode }) => nameOf(boroughCode) },
            { head: 'What for', cell: ({ purpose }) => purpose },
            {
              head: 'Cancel',
              hideHead: true,
              full: true,
              cell: (booking) => (booking.mayCancel ? <Cancel here={here} booking={booking} /> : null),
            },
          ]}
          rows={[...bookings]}
          rowKey={({ id }) => String(id)}
        />
      )}
      {boroughs.length === 0 ? null : (
        <>
          <h2 class="w-h2">Book it</h2>
          <Form action={here} class="w-ask" novalidate>
            {boroughs.length === 1 ? (
              <input type="hidden" name="borough" value={boroughs[0]?.value ?? ''} />
            ) : (
              <SelectField
                id="borough"
                name="borough"
                label="For which borough"
                choices={[{ value: '', text: 'Choose a borough' }, ...boroughs]}
                value={typed.borough ?? ''}
                {...errorOf(problems, 'borough')}
              />
            )}
            <TextField
              id="date"
              name="date"
              label="Day"
              type="date"
              value={typed.date ?? ''}
              {...errorOf(problems, 'date')}
            />
            <TextField
              id="start"
              name="start"
              label="From"
              hint="By the clock, such as 22:00."
              characters={5}
              value={typed.start ?? ''}
              {...errorOf(problems, 'start')}
            />
            <TextField
              id="end"
              name="end"
              label="To"
              hint="A time before the first is one of the next day."
              characters={5}
              value={typed.end ?? ''}
              {...errorOf(problems, 'end')}
            />
            <TextField
              id="purpose"
              name="purpose"
              label="What for"
              hint="Name nobody."
              autoComplete="off"
              value={typed.purpose ?? ''}
              {...errorOf(problems, 'purpose')}
            />
            <Button text="Book it" preventDoubleClick />
          </Form>
        </>
      )}
    </FormPage>
  );
}

function Cancel({ here, booking }: { here: string; booking: ListedBooking }) {
  return (
    <Form action={`${here}/cancel/${booking.id}`}>
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
        Cancel <span class="govuk-visually-hidden">the booking {saySpan(booking)}</span>
      </button>
    </Form>
  );
}
