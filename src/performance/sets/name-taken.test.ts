import { expect, it } from 'vitest';
import { type AddedSet, nameTaken } from './name-taken.ts';
import { SHIPPED_SETS } from './shipped-sets.ts';

const [shipped] = SHIPPED_SETS;
if (!shipped) throw new Error('no set');
const held: AddedSet = { ...shipped, name: 'our-set', title: 'Ours', unit: 'Central North', synthetic: false };
const taken = (given: Partial<AddedSet>) => nameTaken({ ...held, ...given }, SHIPPED_SETS, [held]);

it('keeps the names and titles of the sets that come with Wardroom, however they are written', () => {
  for (const name of ['public-space', 'publicspace', 'mopac7'])
    expect(taken({ name }), name).toContain('comes with Wardroom');
  expect(taken({ name: 'a', title: 'PUBLIC-SPACE crime performance' })).toContain('comes with Wardroom');
});

it('keeps a name to the unit that used it first, however its hyphens stand', () => {
  expect(taken({})).toBeNull();
  expect(taken({ unit: 'Central West' })).toBe('The set "our-set" is of Central North: give yours another name.');
  expect(taken({ name: 'ours-et', title: 'B', unit: 'Central West' })).toContain('would be mistaken');
  expect(taken({ name: 'other', unit: 'Central West' })).toBeNull();
});
