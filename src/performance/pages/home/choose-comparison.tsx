import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { nameArea } from '../name-area.ts';
import { DEFAULT_SET } from '../performance-address.ts';
import type { HomePageModel } from './model.ts';
import { againstChoices, periodChoices, withAsked } from './period-choices.ts';

/** Which area, measures and periods; sent as an address. What was asked is kept, understood or not. */
export function ChooseComparison({ asked, areas, sets, lastMonth, shown }: HomePageModel) {
  const table = shown.kind === 'table' ? shown.table : null;
  const area = table?.area.word ?? asked.area ?? areas[0]?.word ?? '';
  const choices = areas.map((each) => ({ value: each.word, text: nameArea(each) }));
  const known = choices.some(({ value }) => value === area);
  const named = { value: area, text: table === null ? area : nameArea(table.area) };
  const current = table?.periods.current ?? null;
  const period = asked.period ?? current?.asked ?? null;
  return (
    <form class="w-form" action="/performance" method="get">
      <SelectField
        id="area"
        name="area"
        label="Area"
        value={area}
        choices={known || area === '' ? choices : [named, ...choices]}
      />
      <SelectField
        id="set"
        name="set"
        label="Measures"
        value={table?.set.name ?? asked.set ?? DEFAULT_SET}
        choices={withAsked(
          sets.map(({ name, title }) => ({ value: name, text: title })),
          asked.set,
        )}
      />
      <SelectField
        id="period"
        name="period"
        label="Period"
        value={period ?? ''}
        choices={withAsked(periodChoices(lastMonth), period, current?.label)}
      />
      <SelectField
        id="against"
        name="against"
        label="Against"
        value={asked.against ?? ''}
        choices={withAsked(againstChoices(lastMonth), asked.against, table?.periods.previous.label)}
      />
      {asked.countsTest ? <input type="hidden" name="test" value="counts" /> : null}
      <Button text="Show" secondary />
      <OtherPeriods />
    </form>
  );
}

/** For who wants other months than those listed: what is written here goes before what is chosen above. */
function OtherPeriods() {
  return (
    <Details summary="Other periods">
      <TextField id="other-period" name="other-period" label="Other months to look at" hint={WRITTEN} />
      <TextField
        id="other-against"
        name="other-against"
        label="Other months to compare with"
        hint={`${WRITTEN}, or baseline:pre-pandemic`}
      />
    </Details>
  );
}

const WRITTEN = 'As 2017-18, 2023-04..2023-09, ytd:2023-12 or rolling12:2024-03';
