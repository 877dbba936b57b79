import { describe, expect, it } from 'vitest';
import { parseBoundsFile } from './bounds-file.ts';

const parse = (content: unknown) => parseBoundsFile(JSON.stringify(content), 'bounds.json');

describe('a bounds file', () => {
  const bounds = { 'recorded-crime': [0.2, 0.5], residents: [0, 0.3] };

  it('takes per cent, or shares of 1, and is its own name', () => {
    expect(parse({ 'recorded-crime': [20, 50], residents: [0, 30] })).toEqual([{ name: 'bounds.json', bounds }]);
    expect(parse({ 'recorded-crime': [0.2, 0.5], residents: [0, 0.3] })).toEqual([{ name: 'bounds.json', bounds }]);
  });

  it('may name its party, or several', () => {
    expect(parse({ name: 'Camden Council', bounds: { residents: [0, 30] } })).toEqual([
      { name: 'Camden Council', bounds: { residents: [0, 0.3] } },
    ]);
    const stakeholders = [
      { name: 'Camden Council', bounds: { residents: [0, 30] } },
      { name: 'Bloomsbury ward panel', bounds: { 'recorded-crime': [20, 50] } },
    ];
    expect(parse({ stakeholders })).toEqual([
      { name: 'Camden Council', bounds: { residents: [0, 0.3] } },
      { name: 'Bloomsbury ward panel', bounds: { 'recorded-crime': [0.2, 0.5] } },
    ]);
  });

  it.each([
    [[], 'The file holds names and values'],
    [{}, 'bound nothing'],
    [{ stakeholders: [] }, 'give the bounds of one at least'],
    [{ stakeholders: [{ bounds: { residents: [0, 30] } }] }, 'The name of stakeholder 1 is missing'],
    [
      {
        stakeholders: [
          { name: 'Camden', bounds: { residents: [0, 30] } },
          { name: 'Camden', bounds: { residents: [0, 40] } },
        ],
      },
      'two stakeholders are called "Camden": give each a name of its own',
    ],
    [{ bounds: { residents: [0, 30] }, weights: {} }, '"weights", which means nothing here'],
    [{ crime: [20, 50] }, '"crime" in the bounds is no component'],
    [{ residents: [-1, 30] }, 'from 0 to 100 per cent'],
    [{ residents: [20, 130] }, 'from 0 to 100 per cent'],
    [{ residents: 30 }, 'its least and its most weight'],
    [{ residents: [1, 2, 3] }, 'its least and its most weight'],
    [{ residents: [50, 20] }, 'a least of 50 above its most of 20: swap them'],
    [{ residents: [0.5, 30] }, '0.5 may be a share or per cent'],
    [{ residents: [0, 1] }, 'bounds of 0 and 1 alone may be shares or per cent'],
  ])('is refused in one sentence: %j', (content, sentence) => {
    expect(() => parse(content)).toThrow(sentence);
  });

  it('is refused where it gives a component twice, or is no JSON', () => {
    expect(() => parseBoundsFile('{"residents":[0,20],"residents":[0,30]}', 'b.json')).toThrow('given twice');
    expect(() => parseBoundsFile('{', 'b.json')).toThrow('it is not JSON');
  });
});
