import { type Month, monthName } from '../../lib/calendar/month.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { ReportPageModel } from './model.ts';
import { monthsBefore } from './months-before.ts';

/** Which place and month the page shows: an address, so that it can be kept and passed on. */
export function ChooseReport(model: ReportPageModel) {
  const { area, boroughs, wards, closed, month, before } = model;
  const earlier = before === null ? [] : monthsBefore(before, boroughOf(model)).map((each) => each.month);
  const months = [...closed, ...earlier.toReversed().filter((each) => !closed.includes(each))];
  if (months.length === 0) return null;
  const place = area.kind === 'unit' ? '' : `${area.kind}/${area.code ?? ''}`;
  return (
    <form class="w-form" action="/ringfence" method="get">
      <SelectField
        id="place"
        name="place"
        label="Place"
        value={place}
        choices={[
          { value: '', text: `${model.unit.name}, all wards` },
          ...boroughs.map(({ code, name }) => ({ value: `borough/${code}`, text: name })),
          ...wards.map(({ code, name, borough }) => ({
            value: `ward/${code}`,
            text: name,
            ...(borough === undefined ? {} : { group: borough }),
          })),
        ]}
      />
      <SelectField
        id="month"
        name="month"
        label="Month"
        value={month ?? ''}
        choices={months.map((each) => ({ value: each, text: monthWords(each, closed), group: each.slice(0, 4) }))}
      />
      <Button text="Show" secondary />
    </form>
  );
}

const monthWords = (month: Month, closed: readonly Month[]): string =>
  closed.includes(month) ? monthName(month) : `${monthName(month)}, not ruled`;

/** Code of the borough that what was recorded before is of; null for the unit. */
export function boroughOf({ area, wards, boroughs }: ReportPageModel): string | null {
  if (area.kind === 'unit') return null;
  if (area.kind === 'borough') return area.code;
  const name = wards.find(({ code }) => code === area.code)?.borough;
  return boroughs.find((borough) => borough.name === name)?.code ?? null;
}
