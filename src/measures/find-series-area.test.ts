import { expect, it } from 'vitest';
import { meantArea } from './find-series-area.ts';

it('finds a ward by code or name, and a borough by name', () => {
  expect(meantArea('E05013669')).toMatchObject({ areas: [{ code: 'E05013669', version: 'wards-2022' }] });
  expect(meantArea('st pancras and somers town')).toMatchObject({ areas: [{ code: 'E05013669' }] });
  expect(meantArea('Islington')).toMatchObject({ areas: [{ code: 'E09000019', version: 'boroughs-2022' }] });
});

it('finds a ward that no longer exists in its own boundary set', () => {
  expect(meantArea('E05000144')).toMatchObject({ areas: [{ version: 'wards-2014' }] });
});

it('takes the code of a ward elsewhere as it is', () => {
  expect(meantArea('E05009288')).toMatchObject({ kind: 'areas' });
});

it('suggests names near a misspelling, and says what to give otherwise', () => {
  expect(meantArea('Barnsbry')).toMatchObject({ because: expect.stringContaining('did you mean Barnsbury?') });
  expect(meantArea('Q')).toMatchObject({ because: expect.stringContaining('official code') });
});
