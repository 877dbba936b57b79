import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { MeasurePageModel } from './model.ts';

/** Which area and which vintage; sent as an address. An area that is not among the choices is added to them. */
export function ChoosePlace({ measure, place, choices, vintages, vintageAsked }: MeasurePageModel) {
  const known = choices.some(({ word }) => word === place.word);
  return (
    <form class="w-form" action={`/measures/${measure.name}`} method="get">
      <SelectField
        id="area"
        name="area"
        label="Area"
        value={place.word}
        choices={(known ? choices : [place, ...choices]).map(({ word, name }) => ({ value: word, text: name }))}
      />
      {vintages.length === 0 ? null : (
        <SelectField
          id="vintage"
          name="vintage"
          label="Vintage"
          value={vintageAsked ?? ''}
          choices={[
            { value: '', text: 'The latest that covers most' },
            ...vintages.map((vintage) => ({ value: vintage, text: vintage })),
          ]}
        />
      )}
      <Button text="Show" secondary />
    </form>
  );
}
