import { Details } from '../../../../ui/details.tsx';
import { errorOf, type FormProblem } from '../../../../ui/form-page.tsx';
import { pointsField } from '../../proposal/read-propose-form.ts';
import { partField } from '../../review/read-open-form.ts';
import { sayWeight } from '../../say-weight.ts';
import type { Typed } from '../../typed-fields.ts';
import { Tick } from '../tick.tsx';

/** A part of demand that may be asked about. */
export interface OfferedPart {
  name: string;
  title: string;
  /** Whether it stands in the form from the start; the others are one step further. */
  usual: boolean;
  /** Why it has no figures, in one sentence; null where it has, or it was not looked. */
  missing: string | null;
  /** What it counts for now, a share of 1. */
  now: number;
}

export interface PartFieldsProps {
  parts: readonly OfferedPart[];
  typed: Typed;
  problems: readonly FormProblem[];
}

/** The parts that may be weighed in the review, each with its points in the police draft. */
export function PartFields({ parts, typed, problems }: PartFieldsProps) {
  const others = parts.filter(({ usual }) => !usual);
  const open = others.some(({ name }) => typed[partField(name)] === 'yes');
  const error = errorOf(problems, 'components').error;
  return (
    <fieldset
      class={`govuk-fieldset govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}
      id="components"
      tabIndex={-1}
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">What may count as demand</legend>
      <p class="w-body">
        Tick each part that anybody may give weight to. The points beside it are the police draft, which the review
        opens with: they are rescaled to sum to 100. What counts now and is not ticked counts for nothing in any
        proposal.
      </p>
      {error === undefined ? null : (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <div class="w-parts">
        {parts
          .filter(({ usual }) => usual)
          .map((part) => (
            <PartField key={part.name} part={part} typed={typed} problems={problems} />
          ))}
      </div>
      {others.length === 0 ? null : (
        <Details summary="Other parts" open={open}>
          <div class="w-parts">
            {others.map((part) => (
              <PartField key={part.name} part={part} typed={typed} problems={problems} />
            ))}
          </div>
        </Details>
      )}
    </fieldset>
  );
}

function hintOf({ now, missing }: OfferedPart): string {
  const counts = now > 0 ? `Now ${sayWeight(now)} of the weights. ` : '';
  return `${counts}${missing === null ? '' : `Cannot count yet: ${missing}`}`.trim();
}

function PartField({ part, typed, problems }: { part: OfferedPart } & Omit<PartFieldsProps, 'parts'>) {
  const { name, title } = part;
  const hint = hintOf(part);
  const field = pointsField(name);
  const { error } = errorOf(problems, field);
  return (
    <div class="w-part">
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <Tick
          id={partField(name)}
          text={title}
          ticked={typed[partField(name)] === 'yes'}
          {...(hint === '' ? {} : { hint })}
        />
      </div>
      <div class="w-part__points">
        <label class="govuk-label" for={field}>
          Points<span class="govuk-visually-hidden"> for {title}</span>
        </label>
        <input
          class={`govuk-input govuk-input--width-5${error === undefined ? '' : ' govuk-input--error'}`}
          type="text"
          inputmode="decimal"
          id={field}
          name={field}
          value={typed[field] ?? ''}
          {...(error === undefined ? {} : { 'aria-describedby': `${field}-error` })}
        />
      </div>
      {error === undefined ? null : (
        <p id={`${field}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </div>
  );
}
