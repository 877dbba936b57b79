import { Details } from '../../../../ui/details.tsx';
import { errorOf, type FormProblem } from '../../../../ui/form-page.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { councilField, type KnownToReview, panelField } from '../../review/read-open-form.ts';
import type { Typed } from '../../typed-fields.ts';
import { Tick } from '../tick.tsx';

export interface InvitedFieldsProps {
  known: Pick<KnownToReview, 'boroughs' | 'wards'>;
  typed: Typed;
  problems: readonly FormProblem[];
}

const PANELS = [
  { value: 'every', text: 'Every ward panel' },
  { value: 'chosen', text: 'Only those ticked below' },
  { value: 'none', text: 'No ward panel' },
];

/** Who is asked: councils, ward panels and partners. */
export function InvitedFields({ known, typed, problems }: InvitedFieldsProps) {
  const { boroughs, wards } = known;
  return (
    <>
      <fieldset class="govuk-fieldset govuk-form-group" id="invited" tabIndex={-1}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Who is asked</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {boroughs.map(({ code, name }) => (
            <Tick
              key={code}
              id={councilField(code)}
              text={`${name} Council`}
              ticked={typed[councilField(code)] === 'yes'}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="govuk-fieldset govuk-form-group">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Ward panels</legend>
        <div class="govuk-radios govuk-radios--small">
          {PANELS.map(({ value, text }) => (
            <Tick
              key={value}
              kind="radio"
              id={`panels-${value}`}
              name="panels"
              value={value}
              text={text}
              ticked={(typed.panels ?? 'none') === value}
            />
          ))}
        </div>
        <Details summary="Choose ward panels" open={typed.panels === 'chosen'}>
          <div class="govuk-checkboxes govuk-checkboxes--small w-panels">
            {wards.map(({ code, name }) => (
              <Tick key={code} id={panelField(code)} text={name} ticked={typed[panelField(code)] === 'yes'} />
            ))}
          </div>
        </Details>
      </fieldset>
      <TextArea
        id="partners"
        name="partners"
        label="Partners"
        hint="Organisations by name, one on each line."
        rows={3}
        value={typed.partners ?? ''}
        {...errorOf(problems, 'invited')}
      />
    </>
  );
}
