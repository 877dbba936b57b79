import { expect, test } from 'vitest';
import { boroughsOn } from './boroughs-on.ts';

const unit = {
  name: 'Example',
  force: 'Example Police',
  source: 'made for this test',
  boroughs: [
    { code: 'E09000019', name: 'Islington', from: '2017-01-01', until: null },
    { code: 'E09000007', name: 'Camden', from: '2017-01-01', until: '2020-01-01' },
    { code: 'E09000014', name: 'Haringey', from: '2020-01-01', until: null },
  ],
};
const namesOn = (date: string) => boroughsOn(unit, date).map((borough) => borough.name);

test('a unit has the boroughs of the day, in order of code', () => {
  expect(namesOn('2019-12-31')).toEqual(['Camden', 'Islington']);
  expect(namesOn('2020-01-01')).toEqual(['Haringey', 'Islington']);
});

test('before it existed a unit is looked at on the ground it started with', () => {
  expect(namesOn('2015-06-01')).toEqual(['Camden', 'Islington']);
});
