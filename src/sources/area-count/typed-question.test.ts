import { expect, it } from 'vitest';
import type { HeldIncidents } from './held-incidents.ts';
import { readTypedQuestion } from './typed-question.ts';

const HELD: HeldIncidents[] = [{ source: 'street', from: '2024-01', to: '2024-12', vintages: ['v'] }];
const GEOJSON = '{"type":"Polygon","coordinates":[[[0,51],[1,51],[1,52],[0,51]]]}';
const typed = { what: 'street/burglary', from: '2024-01', to: '2024-03', vintage: '', geojson: GEOJSON };
const errors = (changed: Partial<typeof typed>) => {
  const read = readTypedQuestion({ ...typed, ...changed }, HELD);
  return 'errors' in read ? read.errors : {};
};

it('reads what is asked', () => {
  expect(readTypedQuestion(typed, HELD)).toMatchObject({
    question: { source: 'street', type: 'Burglary', from: '2024-01', to: '2024-03', vintage: null },
  });
  expect(readTypedQuestion({ ...typed, what: 'street', vintage: 'v' }, HELD)).toMatchObject({
    question: { type: null, vintage: 'v' },
  });
});

it('says at each field what must be put right, all at once', () => {
  expect(errors({ what: 'stop-and-search' })).toEqual({ what: 'Choose what is counted from the list.' });
  expect(errors({ from: '2024-04' })).toEqual({ from: 'The first month comes after the last: swap them.' });
  expect(errors({ geojson: ' ' })).toEqual({ geojson: 'Draw an area, choose a GeoJSON file, or paste GeoJSON.' });
  expect(Object.keys(errors({ what: '', from: 'May', to: '', geojson: '{' }))).toEqual([
    'what',
    'from',
    'to',
    'geojson',
  ]);
});
