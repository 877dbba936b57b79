import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { ShownArea } from './model.ts';
import { OutsidePeriods } from './outside-periods.tsx';

const HOME: ShownArea['outsidePeriods'][number] = {
  category: 'mps/burglary/res-burglary-of-a-home',
  ...{ from: '2023-03', until: null, months: 2, total: 3 },
};
const DOMESTIC: ShownArea['outsidePeriods'][number] = {
  category: 'mps/burglary/domestic-burglary',
  ...{ from: '2010-04', until: '2024-01', months: 1, total: 1 },
};

type AreaShown = Pick<ShownArea, 'area' | 'outsidePeriods'>;

const area = (name: string, outsidePeriods: ShownArea['outsidePeriods']): AreaShown => ({
  area: { code: name.toLowerCase(), name, version: 'boroughs-2022' },
  outsidePeriods,
});

const show = (...shown: AreaShown[]): { open: string; folded: string } => {
  const html = render(<OutsidePeriods shown={shown} unit="recorded offences" />);
  const words = (part: string) => part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const [open = '', folded = ''] = html.split('<details');
  return { open: words(open).trim(), folded: words(folded) };
};

it('says in plain words what is counted outside the months of its category, and folds the key away', () => {
  const { open, folded } = show(area('Camden', [HOME]));
  expect(open).toBe(
    '3 of Camden’s recorded offences are filed under “Res burglary of a home” in months when that name was not in general use. They are counted here all the same.',
  );
  expect(folded).toContain('Res burglary of a home March 2023 to now 2 3 mps/burglary/res-burglary-of-a-home');
  expect(folded).not.toContain('Camden');
});

it('has a sentence for each area that has any, with all its names', () => {
  const { open, folded } = show(area('Camden', [HOME, DOMESTIC]), area('Barnet', []), area('Islington', [DOMESTIC]));
  expect(open).toBe(
    '4 of Camden’s recorded offences are filed under “Res burglary of a home” and “Domestic burglary” in months when those names were not in general use. They are counted here all the same. 1 of Islington’s recorded offences is filed under “Domestic burglary” in months when that name was not in general use. It is counted here all the same.',
  );
  expect(folded).toContain('Islington');
});

it('says nothing where there is nothing', () => {
  expect(show(area('Camden', []))).toEqual({ open: '', folded: '' });
});
