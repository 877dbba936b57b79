import type { Crumb } from '../../../ui/breadcrumbs.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** One thing that may be chosen. */
export interface Offered {
  value: string;
  text: string;
  /** What tells it from others. */
  hint: string;
}

export interface ChoosePageModel {
  title: string;
  above: readonly Crumb[];
  lead: string;
  /** Whether what is offered is made up. */
  synthetic: boolean;
  /** Address that takes both forms, without a query. */
  action: string;
  /** What was looked for. */
  words: string;
  /** Label of the search. */
  label: string;
  /** Name of the choice in the address. */
  name: string;
  offered: readonly Offered[];
  /** Whether more would be found than are offered. */
  more: boolean;
  /** Another way on, such as letting somebody leave the unit. */
  other?: { text: string; href: string };
}

/** Chooses one of many: a search, then a list of what was found. Both only ask, so that an address says what was chosen. */
export function ChoosePage(model: ChoosePageModel) {
  const { title, above, lead, synthetic, action, words, label, name, offered, more, other } = model;
  return (
    <FormPage
      title={title}
      active="/organisation"
      above={[{ text: 'Workforce', href: '/organisation' }, ...above]}
      synthetic={synthetic}
    >
      <p class="w-lead">{lead}</p>
      <form action={action} method="get" class="w-form">
        <TextField id="seek" name="seek" label={label} value={words} autoComplete="off" />
        <Button text="Look" secondary />
      </form>
      {offered.length === 0 ? <p>Nothing was found: look for other words.</p> : null}
      {offered.length === 0 ? null : (
        <form action={action} method="get">
          <div class="govuk-form-group">
            <fieldset class="govuk-fieldset">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
                {more ? 'The first twenty: look for more words to see others' : 'Choose one'}
              </legend>
              <div class="govuk-radios govuk-radios--small">
                {offered.map(({ value, text, hint }) => (
                  <div key={value} class="govuk-radios__item">
                    <input
                      class="govuk-radios__input"
                      type="radio"
                      id={`${name}-${value}`}
                      name={name}
                      value={value}
                      required
                      aria-describedby={`${name}-${value}-hint`}
                    />
                    <label class="govuk-label govuk-radios__label" for={`${name}-${value}`}>
                      {text}
                    </label>
                    <div id={`${name}-${value}-hint`} class="govuk-hint govuk-radios__hint">
                      {hint}
                    </div>
                  </div>
                ))}
              </div>
            </fieldset>
          </div>
          <Button text="Go on" />
        </form>
      )}
      {other === undefined ? null : (
        <p>
          <a class="govuk-link" href={other.href}>
            {other.text}
          </a>
        </p>
      )}
    </FormPage>
  );
}
