import { describe, expect, it } from 'vitest';
import { parseBounds } from './parse-bounds.ts';

describe('bounds as typed', () => {
  it('are per cent, with or without the sign, as shares of 1', () => {
    expect(parseBounds({ residents: { least: '10', most: ' 62.5 %' } })).toEqual({
      bounds: { residents: [0.1, 0.625] },
      problems: [],
    });
  });

  it('reach to 0 or 100 where one is left empty, and are none where all are', () => {
    const typed = {
      residents: { least: '', most: '40' },
      crime: { least: '5', most: '' },
      other: { least: ' ', most: '' },
    };
    expect(parseBounds(typed).bounds).toEqual({ residents: [0, 0.4], crime: [0.05, 1] });
    expect(parseBounds({ residents: { least: '', most: '' } })).toEqual({ bounds: null, problems: [] });
  });

  it.each(['101', '100.1', '-1', 'ten', '1e1', '0x1', '١', '1,5'])('refuses %s beside its field', (text) => {
    const sentence = 'Make it a number from 0 to 100, such as 12.5, or leave it empty.';
    expect(parseBounds({ residents: { least: text, most: text } }).problems).toEqual([
      { field: 'least-residents', sentence },
      { field: 'most-residents', sentence },
    ]);
  });

  it('take 0 and 100 themselves', () => {
    expect(parseBounds({ residents: { least: '0', most: '100' } })).toEqual({
      bounds: { residents: [0, 1] },
      problems: [],
    });
  });
});
