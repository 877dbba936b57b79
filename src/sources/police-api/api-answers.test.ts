import { expect, it } from 'vitest';
import { apiAnswer } from './api-answers.ts';
import { firstKeys } from './first-keys.ts';

it.each([
  ['[{"category":"burglary","location_type":"Force","location":null,"month":"2026-01","id":1', 'crimes'],
  ['{"id":"NC04","url_force":"http://x","name":"City","contact_details":{"id":"no"}}', 'details'],
  ['[{"bio":"a \\" [{ quote","name":"A","rank":"Sgt"}]', 'people'],
  ['[{"action":null,"issue-date":"2016-04-14T00:00:00","issue":"x"}]', 'priorities'],
  ['[{"title":"x","start_date":null}]', 'events'],
  ['\n[ {"latitude":"1","longitude":"2"}, {"other":1}]', 'boundary'],
])('tells %s by its fields', (start, answer) => {
  expect(apiAnswer(start)).toBe(answer);
});

it.each([
  ['[{"id":"avon-and-somerset","name":"x"},{"id":"kent","name":"y"}]', 'is the list of police forces'],
  ['[{"id":"NC04","name":"x"}]', "is the list of a force's neighbourhoods"],
  ['{"id":"kent","name":"x","engagement_methods":[]}', 'is what a whole police force says of itself'],
  ['{"force":"metropolitan","neighbourhood":"00BKX6"}', 'says which neighbourhood a point lies in'],
  ['{"date":"2026-01-01"}', 'says when figures were last updated'],
  ['[{"date":"2015-06","stop-and-search":["kent"]}]', 'is the list of months there are figures for'],
  ['[{"url":"all-crime","name":"All crime"}]', 'is the list of crime categories'],
  ['[{"category":{"code":"x"},"date":"2026-01","person_id":null,"crime":{"id":1}}]', 'is outcomes at a place'],
  ['{"crime":{"id":1},"outcomes":[]}', 'is the outcomes of one crime'],
  ['[{"age_range":null,"involved_person":true,"legislation":"x"}]', 'is stops and searches'],
  [' [] \n', 'is an empty list'],
])('says what %s is, and what to do', (start, because) => {
  const answer = apiAnswer(start);
  expect(typeof answer === 'object' && answer?.refused).toContain(because);
  expect(typeof answer === 'object' && answer?.refused).toMatch(/: (give|nothing)/);
});

it.each(['{"type":"FeatureCollection","features":[]}', '[1,2]', '[[1]]', '{}', '[{}]', '"text"', '[{"a":1}]', '['])(
  'does not know %s',
  (start) => {
    expect(apiAnswer(start)).toBeNull();
  },
);

it('names the fields of the first record alone, however much is at hand', () => {
  expect(firstKeys('{"a":{"b":1},"c":["d",{"e":2}],"f')).toEqual({ container: 'record', keys: ['a', 'c'] });
  expect(firstKeys('[{"a":1},{"b":2}]')).toEqual({ container: 'list', keys: ['a'] });
});

it('reads past a description of many megabytes', () => {
  const text = `[{"bio":"${'x\\"'.repeat(10_000_000)}","name":"A","rank":"Sgt"}]`;
  expect(apiAnswer(text)).toBe('people');
});
