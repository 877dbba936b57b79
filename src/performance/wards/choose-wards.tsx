import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { againstChoices, periodChoices, withAsked } from '../pages/home/period-choices.ts';
import type { WardsPageModel } from './model.ts';

/** Which wards, measure and periods; sent as an address. What was asked is kept, understood or not. */
export function ChooseWards({ asked, places, measures, sets, shown }: WardsPageModel) {
  const wards = shown.kind === 'wards' ? shown : null;
  const last = wards?.lastMonth ?? null;
  const place = wards?.place.word ?? asked.place ?? places[0]?.word ?? '';
  const measure = wards?.beside.measure.name ?? asked.measure ?? '';
  const period = asked.period ?? wards?.beside.period.asked ?? '';
  return (
    <form class="w-form" action="/performance/wards" method="get">
      <SelectField
        id="area"
        name="area"
        label="Wards of"
        value={place}
        choices={withAsked(
          places.map(({ word, name, kind }) => ({ value: word, text: kind === 'unit' ? name : `${name} (${kind})` })),
          place,
        )}
      />
      <SelectField
        id="measure"
        name="measure"
        label="Measure"
        value={measure}
        choices={withAsked(
          measures.map(({ name, title }) => ({ value: name, text: title })),
          measure,
        )}
      />
      <SelectField
        id="period"
        name="period"
        label="Period"
        value={period}
        choices={withAsked(last === null ? [] : periodChoices(last), period)}
      />
      <SelectField
        id="against"
        name="against"
        label="Changes against"
        value={asked.against ?? ''}
        choices={withAsked(last === null ? [] : againstChoices(last), asked.against)}
      />
      <SelectField
        id="set"
        name="set"
        label="Changes of"
        value={asked.set ?? ''}
        choices={withAsked(
          [{ value: '', text: 'This measure' }, ...sets.map(({ name, title }) => ({ value: name, text: title }))],
          asked.set,
        )}
      />
      {asked.countsTest ? <input type="hidden" name="test" value="counts" /> : null}
      <Button text="Show" secondary />
    </form>
  );
}
