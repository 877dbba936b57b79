export interface TickProps {
  id: string;
  text: string;
  ticked: boolean;
  /** Name and value of the box; its identity and "yes" when left out. */
  name?: string;
  value?: string;
  kind?: 'checkbox' | 'radio';
  hint?: string;
}

/** One box to tick, or one of several choices, with its label. It stands in a list of class govuk-checkboxes or govuk-radios. */
export function Tick({ id, text, ticked, name = id, value = 'yes', kind = 'checkbox', hint }: TickProps) {
  const block = kind === 'checkbox' ? 'govuk-checkboxes' : 'govuk-radios';
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        type={kind}
        id={id}
        name={name}
        value={value}
        checked={ticked}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {text}
      </label>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} class={`govuk-hint ${block}__hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
