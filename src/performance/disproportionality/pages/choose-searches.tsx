import { monthName } from '../../../lib/calendar/month.ts';
import { Button } from '../../../ui/button.tsx';
import { type Choice, SelectField } from '../../../ui/select-field.tsx';
import { OBJECT_CHOICES, OUTCOME_CHOICES } from '../say-search.ts';
import type { DisproportionalityPageModel } from './model.ts';

/** Which area, months and searches; sent as an address. What was asked is kept, understood or not. */
export function ChooseSearches({ asked, areas, held, shown }: DisproportionalityPageModel) {
  const area = shown.kind === 'shown' ? shown.area.word : (asked.area ?? areas[0]?.word ?? '');
  const named = shown.kind === 'shown' ? shown.area.name : area;
  return (
    <form class="w-form" action="/performance/disproportionality" method="get">
      <SelectField
        {...{ id: 'area', name: 'area', label: 'Area', value: area }}
        choices={withValue(
          areas.map(({ word, name, kind, boroughName }) => ({
            ...{
              value: word,
              text: kind === 'ward' && boroughName !== null ? `${name}, ${boroughName}` : `${name} (${KIND[kind]})`,
            },
          })),
          { value: area, text: named },
        )}
      />
      <SelectField
        {...{ id: 'period', name: 'period', label: 'Period', value: asked.period ?? 'rolling12' }}
        choices={withValue(periods(held), { value: asked.period ?? 'rolling12', text: asked.period ?? '' })}
      />
      <SelectField
        {...{ id: 'by', name: 'by', label: 'Ethnicity', value: asked.by }}
        choices={[
          { value: 'self', text: 'Self-defined' },
          { value: 'officer', text: 'Officer-defined' },
        ]}
      />
      <SelectField
        {...{ id: 'object', name: 'object', label: 'Looked for', value: asked.object ?? '' }}
        choices={withValue([{ value: '', text: 'Anything' }, ...OBJECT_CHOICES], same(asked.object))}
      />
      <SelectField
        {...{ id: 'outcome', name: 'outcome', label: 'Outcome', value: asked.outcome ?? '' }}
        choices={withValue([{ value: '', text: 'Any' }, ...OUTCOME_CHOICES], same(asked.outcome))}
      />
      {asked.within === null ? null : <input type="hidden" name="within" value={asked.within} />}
      <Button text="Show" secondary />
    </form>
  );
}

const KIND = {
  force: 'force',
  unit: 'command unit',
  borough: 'borough',
  cluster: 'cluster',
  ward: 'ward',
  lsoa: 'LSOA',
};

const same = (value: string | null): Choice => ({ value: value ?? '', text: value ?? '' });

/** The choices, with what was asked before them where it is none of them. */
function withValue(choices: Choice[], asked: Choice): Choice[] {
  return choices.some(({ value }) => value === asked.value) ? choices : [asked, ...choices];
}

/** The latest twelve months, all months, and each whole financial year. */
function periods(held: DisproportionalityPageModel['held']): Choice[] {
  const latest = {
    value: 'rolling12',
    text: held === null ? 'Latest 12 months' : `12 months to ${monthName(held.to)}`,
  };
  if (held === null) return [latest];
  const years: Choice[] = [];
  for (let year = Number(held.to.slice(0, 4)); year >= Number(held.from.slice(0, 4)); year -= 1) {
    const next = `${(year + 1) % 100}`.padStart(2, '0');
    if (held.from <= `${year}-04` && held.to >= `${year + 1}-03`) {
      years.push({ value: `${year}-${next}`, text: `April ${year} to March ${year + 1}` });
    }
  }
  const all = { value: `${held.from}..${held.to}`, text: `All: ${monthName(held.from)} to ${monthName(held.to)}` };
  return [latest, ...years, all];
}
