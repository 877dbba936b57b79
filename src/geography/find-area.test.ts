import { expect, it } from 'vitest';
import { findArea } from './find-area.ts';
import type { Area } from './model.ts';
import { referenceAreas } from './reference-areas.ts';

const wards = referenceAreas('wards-2022');
const haringeysHighgate: Area = {
  code: 'E05013592',
  name: 'Highgate',
  kind: 'ward',
  version: 'wards-2022',
  boroughCode: 'E09000014',
  boroughName: 'Haringey',
};

const codeOf = (text: string, areas: readonly Area[] = wards) => {
  const answer = findArea(areas, text);
  return answer.kind === 'found' ? answer.area.code : answer.kind;
};

it('finds each reference ward by its code, its name and its name with the borough', () => {
  for (const ward of wards) {
    expect(codeOf(ward.code)).toBe(ward.code);
    expect(codeOf(ward.name)).toBe(ward.code);
    expect(codeOf(`${ward.name}, ${ward.boroughName}`)).toBe(ward.code);
  }
});

it.each([
  ['e05013669', 'E05013669'],
  ['St Pancras and Somers Town', 'E05013669'],
  ['st-pancras-and-somers-town', 'E05013669'],
  ['ST. MARYS AND ST. JAMES', 'E05013710'],
  ['Kings Cross', 'E05013666'],
  ['  bloomsbury ', 'E05013653'],
])('reads "%s" as %s', (text, code) => {
  expect(codeOf(text)).toBe(code);
});

it('asks which when several areas have the name', () => {
  const answer = findArea([...wards, haringeysHighgate], 'highgate');
  expect(answer.kind === 'ambiguous' && answer.areas.map((area) => area.boroughName)).toEqual(['Camden', 'Haringey']);
  expect(codeOf('Highgate (Haringey)', [...wards, haringeysHighgate])).toBe('E05013592');
});

it.each([
  ['Blomsbury', ['Bloomsbury']],
  ['Somers Town', ['St Pancras & Somers Town']],
  ['Kentish Town', ['Kentish Town North', 'Kentish Town South']],
  ['Bloomsbury ward', ['Bloomsbury']],
  ['Zzyzx', []],
  ['', []],
])('does not know "%s" and suggests %j', (text, names) => {
  const answer = findArea(wards, text);
  expect(answer.kind === 'none' && answer.near.map((area) => area.name)).toEqual(names);
});
