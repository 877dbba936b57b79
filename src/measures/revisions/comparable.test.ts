import { expect, it } from 'vitest';
import { comparable } from './comparable.ts';

const measure = { title: 'Recorded crime', categories: ['mps/theft/shoplifting', 'street/*'] };
const held = (dataset: 'mps/theft/shoplifting' | 'street/drugs', ...publishers: string[]) =>
  publishers.map((publisher) => ({ publisher, categories: [dataset] }));
const between = (before: ReturnType<typeof held>, after: ReturnType<typeof held>) =>
  comparable(measure, { vintage: 'June', held: before }, { vintage: 'July', held: after });

it('compares two versions of one publication, of whatever else they hold', () => {
  const files = held('mps/theft/shoplifting', 'mps');
  expect(between(files, files)).toEqual({ kind: 'comparable', dataset: 'mps' });
  expect(between([...held('street/drugs', 'metropolitan'), ...files], files)).toEqual({
    ...{ kind: 'comparable', dataset: 'mps' },
  });
});

it('refuses different datasets, and different publishers of one', () => {
  expect(between(held('mps/theft/shoplifting', 'mps'), held('street/drugs', 'metropolitan'))).toEqual({
    kind: 'refused',
    because:
      '"June" has recorded crime from the dataset "mps" and "July" from the dataset "street": these are different publications, not a revision of one; name two vintages of the same kind of file.',
  });
  const archive = held('street/drugs', 'metropolitan', 'btp');
  expect(between(archive, held('street/drugs', 'metropolitan'))).toMatchObject({
    because: expect.stringContaining('with the counts of "btp" and "metropolitan" and "July" with the counts of'),
  });
  expect(between(archive, held('street/drugs', 'police-api')).kind).toBe('refused');
  expect(between(archive, [...archive].reverse()).kind).toBe('comparable');
});
