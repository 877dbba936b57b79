import { Answer } from '../../../ui/answer.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { ProblemSummary } from '../../../ui/form-page.tsx';
import { Page } from '../../../ui/layout.tsx';
import { moment } from '../../../ui/moment.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import type { CalendarPageModel } from '../calendar-shown.ts';
import { sayAuthorised, sayDays, sayHeld } from '../say-event.ts';
import { DecideForms } from './decide-forms.tsx';
import { EmergencyForm } from './emergency-form.tsx';

/** The calendar of the ring-fence, for everybody: the days on which an order may be an exception. */
export function CalendarPage(model: CalendarPageModel) {
  const { unit, events, today, synthetic, problems, done } = model;
  const title = `The calendar of the ring-fence, ${unit.name}`;
  const next = events.findLast(({ lastDay, calledOff }) => calledOff === null && lastDay >= today);
  return (
    <Page
      title={problems.length === 0 ? title : `Error: ${title}`}
      active="/ringfence"
      unit={unit}
      synthetic={synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Ring-fence', href: '/ringfence' },
        { text: 'The calendar' },
      ]}
    >
      <ProblemSummary problems={problems} first="events" />
      {done === null ? null : <NotificationBanner success heading={done} />}
      <h1 class="w-title">
        <span class="w-over">Ring-fence · {unit.name}</span>
        Which days are exceptions?
      </h1>
      {next === undefined ? null : (
        <Answer figure={`${next.name}, ${sayDays(next)},`}>
          is the next. An officer who is ordered to it on a duty that starts on its days is away as an exception, to the
          end of the duty. The day alone exempts nothing.
        </Answer>
      )}
      <Events {...model} />
      <p class="w-note">
        The Mayor named Carnival and New Year’s Eve in January 2017. Carnival is held on the Sunday and Monday of the
        late August bank holiday. A major emergency exempts while its authorisation lasts.{' '}
        <a class="govuk-link" href={`/ringfence/policy?unit=${encodeURIComponent(unit.name)}`}>
          What counts as a breach
        </a>
      </p>
      {model.enters ? <EmergencyForm {...model} /> : null}
      {model.decides ? <DecideForms {...model} /> : null}
    </Page>
  );
}

/** Those of this year, the year before and years to come; further back folded away. */
function Events(model: CalendarPageModel) {
  const recent = `${Number(model.today.slice(0, 4)) - 1}`;
  const shown = model.events.filter(({ firstDay }) => firstDay >= recent);
  const before = model.events.filter(({ firstDay }) => firstDay < recent);
  const years = before.map(({ firstDay }) => firstDay.slice(0, 4));
  return (
    <>
      <EventsTable {...model} events={shown} id="events" caption="Events by year" />
      {before.length === 0 ? null : (
        <Details summary={`Events of ${years.at(-1)} to ${years[0]}`}>
          <EventsTable {...model} events={before} id="events-before" caption="Events of the years before" />
        </Details>
      )}
    </>
  );
}

function EventsTable({
  events,
  today,
  synthetic,
  id,
  caption,
}: Pick<CalendarPageModel, 'events' | 'today' | 'synthetic'> & { id: string; caption: string }) {
  const years = [...new Set(events.map(({ firstDay }) => firstDay.slice(0, 4)))];
  return (
    <DataTable
      id={id}
      caption={caption}
      synthetic={synthetic}
      phones="stack"
      columns={[
        { head: 'Event', rowHeader: true, cell: ({ name }) => name },
        { head: 'Days', cell: (event) => sayDays(event) },
        { head: 'Held?', cell: (event) => sayHeld(event, today) },
        { head: 'Source', cell: (event) => [sayAuthorised(event), event.source, sayEntered(event)].join(' ').trim() },
      ]}
      sections={years.map((year) => ({
        heading: year,
        kind: 'group' as const,
        rows: events.filter(({ firstDay }) => firstDay.startsWith(year)),
      }))}
      rowKey={({ key }) => key}
    />
  );
}

const sayEntered = ({ enteredAt }: { enteredAt: Date | null }): string =>
  enteredAt === null ? '' : `Entered on ${moment(enteredAt)}.`;
