import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf } from '../../../ui/form-page.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { CalendarPageModel } from '../calendar-shown.ts';
import { eventChoice } from '../say-event.ts';

/** What is called off stays so: nothing is taken to be meant before it is chosen. */
const CHOOSE = { value: '', text: 'Choose an event' };

/** What command alone may do: call an event off, and enter other days for a yearly one. */
export function DecideForms(model: CalendarPageModel) {
  const { events, today, unit, typed, problems } = model;
  const query = `?unit=${encodeURIComponent(unit.name)}`;
  const standing = events.filter(({ calledOff }) => calledOff === null);
  const ahead = standing.filter(
    ({ kind, firstDay, entered }) => kind !== 'major-emergency' && !entered && firstDay > today,
  );
  const text = (name: string) => ({ id: name, name, value: typed[name] ?? '', ...errorOf(problems, name) });
  return (
    <>
      <section class="w-section" aria-labelledby="call-off">
        <h2 class="w-h2" id="call-off">
          Call an event off
        </h2>
        <p class="w-body">It exempts nothing then, and absences that name it are ruled anew. It stays called off.</p>
        <Form action={`/ringfence/calendar/call-off${query}`} class="w-ask" novalidate>
          <SelectField {...text('off')} label="Event" choices={[CHOOSE, ...standing.map(eventChoice)]} />
          <TextField {...text('because')} label="Why, and who says so" />
          <Button text="Call it off" secondary preventDoubleClick />
        </Form>
      </section>
      {ahead.length === 0 ? null : (
        <section class="w-section" aria-labelledby="other-days">
          <h2 class="w-h2" id="other-days">
            Enter other days for a yearly event
          </h2>
          <Form action={`/ringfence/calendar/days${query}`} class="w-ask" novalidate>
            <SelectField {...text('moved')} label="Event" choices={[CHOOSE, ...ahead.map(eventChoice)]} />
            <TextField {...text('movedFirst')} label="First day" type="date" characters={10} />
            <TextField {...text('movedLast')} label="Last day" type="date" characters={10} />
            <TextField {...text('movedSource')} label="Who set the days, and where that is written" />
            <Button text="Enter the days" secondary preventDoubleClick />
          </Form>
        </section>
      )}
    </>
  );
}
