import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AUTHORISING_RANKS } from '../../calendar/authorising-ranks.ts';
import { POST_CLASSES } from '../../model.ts';
import { REASONS } from '../../reasons.ts';
import { COVER_ROWS, rulingsOpenTo } from '../policy-content.ts';
import type { Typed } from '../policy-form.ts';
import { sayClass, sayRuling } from '../say-rulings.ts';

export interface ProposePageModel {
  unit: string;
  typed: Typed;
  problems: readonly FormProblem[];
  synthetic: boolean;
}

/** The form that proposes a policy, filled in as the one in force has it. */
export function ProposePage({ unit, typed, problems, synthetic }: ProposePageModel) {
  const fields = { typed, problems };
  return (
    <FormPage
      title="Propose a change of the rule"
      active="/ringfence"
      above={[
        { text: 'Ring-fence', href: '/ringfence' },
        { text: 'The rule', href: `/ringfence/policy?unit=${encodeURIComponent(unit)}` },
      ]}
      problems={problems}
      synthetic={synthetic}
      first="title"
    >
      <p class="w-lead">
        Everything is filled in as the policy in force has it. What you propose is adopted by somebody else of command,
        and no day that has begun is ever ruled by it.
      </p>
      <Form action={`/ringfence/policy/propose?unit=${encodeURIComponent(unit)}`} class="w-ask" novalidate>
        <Text {...fields} name="title" label="Title" hint="What it lets through, as reports will name it" />
        <Text {...fields} name="inForceFrom" label="First day" hint="A day after today, such as 2027-04-01" date />
        <TextArea
          id="because"
          name="because"
          label="Why, and by which decision"
          rows={3}
          value={typed.because ?? ''}
          {...errorOf(problems, 'because')}
        />
        <TextArea
          id="source"
          name="source"
          label="Documents that its parts come from"
          rows={3}
          value={typed.source ?? ''}
          {...errorOf(problems, 'source')}
        />
        <Rulings typed={typed} />
        <Switches typed={typed} />
        <Settings {...fields} />
        <Cover {...fields} />
        <Button text="Propose it" preventDoubleClick />
      </Form>
    </FormPage>
  );
}

type Fields = Pick<ProposePageModel, 'typed' | 'problems'>;

function Text({ typed, problems, name, label, hint, date }: Fields & Field & { date?: boolean }) {
  const given = { id: name, name, label, value: typed[name] ?? '', ...errorOf(problems, name) };
  const field = hint === undefined ? given : { ...given, hint };
  return date === true ? <TextField {...field} type="date" characters={10} /> : <TextField {...field} />;
}

interface Field {
  name: string;
  label: string;
  hint?: string;
}

function Rulings({ typed }: { typed: Typed }) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">What each reason counts as</legend>
      {REASONS.filter(({ reason }) => rulingsOpenTo(reason).length > 1).map(({ reason, title, meaning }) => (
        <SelectField
          key={reason}
          id={`reason-${reason}`}
          name={`reason-${reason}`}
          label={title}
          hint={meaning}
          choices={rulingsOpenTo(reason).map((value) => ({ value, text: sayRuling(value) }))}
          value={typed[`reason-${reason}`] ?? ''}
        />
      ))}
    </fieldset>
  );
}

function Switches({ typed }: { typed: Typed }) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Whose posts are ring-fenced</legend>
      {POST_CLASSES.map((each) => (
        <SelectField
          key={each}
          id={`class-${each}`}
          name={`class-${each}`}
          label={sayClass(each)}
          choices={[
            { value: 'ring-fenced', text: 'Ring-fenced' },
            { value: 'aspiration', text: 'An aspiration: not ruled' },
          ]}
          value={typed[`class-${each}`] ?? ''}
        />
      ))}
    </fieldset>
  );
}

const NUMBERS: readonly Field[] = [
  { name: 'shortResponseMinutes', label: 'Minutes under which an emergency response is kept' },
  { name: 'vacancyAfterDays', label: 'Days after which acting up or attachment is a vacancy' },
  { name: 'weeklyMinutes', label: 'Hours of a contracted week' },
  { name: 'dayMinutes', label: 'Hours of a contracted day' },
  { name: 'presumedShare', label: 'Percentage of presumed time above which a month is incomplete' },
  { name: 'closesOnDay', label: 'Day of the next month on which a month is closed' },
  { name: 'alertShare', label: 'Percentage away above which a ward is pointed out' },
];

function Settings({ typed, problems }: Fields) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Settings</legend>
      <SelectField
        id="emergencyRank"
        name="emergencyRank"
        label="Lowest rank that authorises a major emergency"
        choices={AUTHORISING_RANKS.map((rank) => ({ value: rank, text: rank }))}
        value={typed.emergencyRank ?? ''}
        {...errorOf(problems, 'emergencyRank')}
      />
      {NUMBERS.map(({ name, label }) => (
        <NumberField
          key={name}
          id={name}
          name={name}
          label={label}
          characters={5}
          decimals
          value={typed[name] ?? ''}
          {...errorOf(problems, name)}
        />
      ))}
    </fieldset>
  );
}

function Cover({ typed, problems }: Fields) {
  const parts = [
    { part: 'from', label: 'From' },
    { part: 'to', label: 'To' },
    { part: 'officers', label: 'Officers' },
    { part: 'pcsos', label: 'PCSOs' },
  ];
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Who is to be on duty in every ward</legend>
      <p class="govuk-hint">By London’s clock, such as 07:00. Leave the times of a line empty for none.</p>
      {Array.from({ length: COVER_ROWS }, (_, index) => (
        <div key={index} class="w-form">
          {parts.map(({ part, label }) => {
            const name = `cover-${index}-${part}`;
            return (
              <TextField
                key={part}
                id={name}
                name={name}
                label={`${label}, line ${index + 1}`}
                characters={5}
                value={typed[name] ?? ''}
                {...errorOf(problems, name)}
              />
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
