import type { ComponentChildren } from 'preact';
import { Button } from '../../../../ui/button.tsx';
import type { Elicited, Party } from '../../model.ts';
import { partyKey } from '../../review/review-actions.ts';
import { reviewAddress } from '../../say-review.ts';
import { Tick } from '../tick.tsx';

export interface ChooseHowProps {
  review: number;
  parties: readonly Party[];
  /** Chosen already; null where several may be. */
  party: Party | null;
  method: Elicited['method'] | null;
  /** Further parameters of the address, kept. */
  kept: readonly [name: string, value: string][];
}

/** Asks for whom and how the reader proposes, before the form itself. It only asks, so that an address says what was chosen. */
export function ChooseHow({ review, parties, party, method, kept }: ChooseHowProps) {
  return (
    <form action={`${reviewAddress(review)}/propose`} method="get">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {party === null ? (
        <Choices legend="Whom do you answer for?">
          {parties.map((each, place) => (
            <Tick
              key={partyKey(each)}
              kind="radio"
              id={place === 0 ? 'party' : `party-${place + 1}`}
              name="party"
              value={partyKey(each)}
              text={each.name}
              ticked={place === 0}
            />
          ))}
        </Choices>
      ) : (
        <input type="hidden" name="party" value={partyKey(party)} />
      )}
      <Choices legend="How do you want to answer?">
        <Tick
          kind="radio"
          id="method"
          name="method"
          value="budget"
          text="Share out 100 points"
          hint="You say how much of the whole each part should be."
          ticked={method !== 'swing'}
        />
        <Tick
          kind="radio"
          id="method-swing"
          name="method"
          value="swing"
          text="Compare the steps"
          hint="For each part you see the ward with least and the ward with most, and say how much that difference should matter."
          ticked={method === 'swing'}
        />
      </Choices>
      <Button text="Go on" />
    </form>
  );
}

function Choices({ legend, children }: { legend: string; children: ComponentChildren }) {
  return (
    <div class="govuk-form-group">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        <div class="govuk-radios">{children}</div>
      </fieldset>
    </div>
  );
}
