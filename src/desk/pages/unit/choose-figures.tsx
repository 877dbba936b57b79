import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Shown, UnitPageModel } from '../../view-models.ts';

/** Value of a choice in the address: "officers", "demand" or the name of a measure. */
function shownValue(shown: Shown): string {
  return shown.kind === 'measure' ? shown.measure.name : shown.kind;
}

/** Which figures the map and the table show, and on which day. It is sent as an address. */
export function ChooseFigures({ shown, measures, asAt }: UnitPageModel) {
  return (
    <form class="w-form" action="/" method="get">
      <SelectField
        id="show"
        name="show"
        label="Colour the map by"
        value={shownValue(shown)}
        choices={[
          { value: 'officers', text: 'Dedicated ward officers' },
          { value: 'demand', text: 'Share of demand' },
          ...measures.map(({ name, title }) => ({ value: name, text: title })),
        ]}
      />
      <TextField id="as-at" name="as-at" label="As at" type="date" characters={10} value={asAt} />
      <Button text="Show" secondary />
    </form>
  );
}
