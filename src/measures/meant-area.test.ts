import { expect, it } from 'vitest';
import { type FoundArea, findArea, referenceAreas } from '../geography/index.ts';
import { meantArea } from './meant-area.ts';

const meant = (text: string) => meantArea(text, findArea(referenceAreas('wards-2022'), text));

it('takes the one area found', () => {
  expect(meant('Barnsbury')).toMatchObject({ areas: [{ code: 'E05013698', version: 'wards-2022' }] });
});

it('takes the code of an area that is not known as it is, in every version', () => {
  expect(meant('e05009288')).toMatchObject({
    areas: [
      { code: 'E05009288', version: 'wards-2022' },
      { version: 'boroughs-2022' },
      { version: 'wards-2014' },
      { version: 'lsoas-2021' },
      { version: 'lsoas-2011' },
      { version: 'police-forces' },
    ],
  });
});

it('takes the code of a known area for every version too, the one it was found in first', () => {
  const lsoa = { code: 'E01000907', name: 'Camden 001A', kind: 'lsoa', boroughCode: null, boroughName: null } as const;
  const found: FoundArea = { kind: 'found', area: { ...lsoa, version: 'lsoas-2011' } };
  const versions = (text: string) => {
    const areas = meantArea(text, found);
    return areas.kind === 'areas' ? areas.areas.map(({ version }) => version) : [];
  };
  expect(versions('e01000907').slice(0, 2)).toEqual(['lsoas-2011', 'wards-2022']);
  expect(versions('e01000907').filter((version) => version.startsWith('lsoas'))).toEqual(['lsoas-2011', 'lsoas-2021']);
  expect(versions('Camden 001A')).toEqual(['lsoas-2011']);
});

it('asks which of two is meant', () => {
  const [one, other] = referenceAreas('wards-2022');
  const found: FoundArea = { kind: 'ambiguous', areas: one && other ? [one, other] : [] };
  expect(meantArea('Two', found)).toMatchObject({ because: expect.stringContaining('give the code') });
});

it('suggests names near a misspelling, and says what to give otherwise', () => {
  expect(meant('Barnsbry')).toMatchObject({ because: expect.stringContaining('did you mean Barnsbury?') });
  expect(meant('Q')).toMatchObject({ because: expect.stringContaining('official code') });
});
