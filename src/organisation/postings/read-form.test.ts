import { describe, expect, it, test } from 'vitest';
import { Refused } from '../../lib/refused.ts';
import { day, dayOrNone, fraction, oneOf, readForm, timeOfDay, words, wordsOrNone } from './read-form.ts';

describe('readForm', () => {
  it('gives every value, trimmed', () => {
    const typed = { from: ' 2026-03-01 ', last: '', part: '.5', at: '22:00', name: ' Ana ', note: '', kind: 'acting' };
    const readers = {
      from: day,
      last: dayOrNone,
      part: fraction,
      at: timeOfDay,
      name: words('Type a name.'),
      note: wordsOrNone,
      kind: oneOf(['posting', 'acting'], 'Choose.'),
    };
    expect(readForm(typed, readers)).toEqual({
      from: '2026-03-01',
      last: null,
      part: 0.5,
      at: '22:00',
      name: 'Ana',
      note: null,
      kind: 'acting',
    });
  });

  it('says everything that is wrong at once, beside each field', () => {
    const read = () =>
      readForm({ from: '2026-02-30' }, { from: day, name: words('Type a name.'), kind: oneOf(['a'], 'Choose.') });
    expect(read).toThrow(Refused);
    try {
      read();
    } catch (error) {
      expect((error as Refused).problems).toEqual([
        { field: 'from', sentence: 'Choose a day, or type it as 2026-03-10.' },
        { field: 'name', sentence: 'Type a name.' },
        { field: 'kind', sentence: 'Choose.' },
      ]);
    }
  });

  test.each(['0', '', '1.001', '2', '-0.5', '0,5', '0.0001', '1e-1', '.'])('no fraction: "%s"', (text) => {
    expect(fraction(text)).toHaveProperty('sentence');
  });
  test.each(['1', '0.001', '.25', '1.000'])('a fraction: "%s"', (text) => {
    expect(fraction(text)).toEqual({ value: Number(text) });
  });
  test.each(['a\0b', 'a\nb', 'a\ud800b', 'x'.repeat(201)])('no text: %j', (text) => {
    expect(words('x')(text)).toHaveProperty('sentence');
    expect(wordsOrNone(text)).toHaveProperty('sentence');
  });
});
