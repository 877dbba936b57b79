import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AUTHORISING_RANKS } from '../authorising-ranks.ts';

export interface EmergencyFormProps {
  unit: { name: string };
  emergencyRank: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
}

/** Enters a major emergency: its name, who authorised it, and until when that holds. */
export function EmergencyForm({ unit, emergencyRank, typed, problems }: EmergencyFormProps) {
  const field = (name: string, label: string, hint?: string) => ({
    ...{ id: name, name, label, value: typed[name] ?? '' },
    ...(hint === undefined ? {} : { hint }),
    ...errorOf(problems, name),
  });
  return (
    <section class="w-section" aria-labelledby="emergency">
      <h2 class="w-h2" id="emergency">
        Enter a major emergency
      </h2>
      <p class="w-body">
        Authorised below {emergencyRank}, it exempts nothing; authorised after officers were called away, it is marked
        late. Everybody sees what is entered here. Name no person.
      </p>
      <Form action={`/ringfence/calendar/emergency?unit=${encodeURIComponent(unit.name)}`} class="w-ask" novalidate>
        <TextField {...field('name', 'Name', 'As orders call it')} />
        <TextField {...field('firstDay', 'Day on which it began')} type="date" characters={10} />
        <SelectField
          {...field('rank', 'Rank of whoever authorised it')}
          choices={[{ value: '', text: 'Choose' }, ...AUTHORISING_RANKS.map((rank) => ({ value: rank, text: rank }))]}
        />
        <TextField {...field('authorisedAt', 'Day on which it was authorised')} type="date" characters={10} />
        <TextField {...field('authorisedTime', 'Time at which it was authorised', 'Such as 15:00')} characters={5} />
        <TextField {...field('expires', 'Last day of the authorisation')} type="date" characters={10} />
        <TextField {...field('expiresTime', 'Time at which it ends', 'Such as 07:00')} characters={5} />
        <TextField {...field('source', 'Log, message or order that it is in')} />
        <Button text="Enter it" preventDoubleClick />
      </Form>
    </section>
  );
}
