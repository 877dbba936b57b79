import { describe, expect, it } from 'vitest';
import { comparisonRow } from '../../../../test/builders/comparison-rows.ts';
import type { ComparisonRow } from '../../model.ts';
import { sayAnswer } from './say-answer.ts';
import { sayTogether } from './say-together.ts';

const area = { name: 'Islington' } as Parameters<typeof sayAnswer>[0]['area'];
const clear = (measureName: string, falseDiscovery: number, direction: 'up' | 'down' = 'down'): ComparisonRow =>
  comparisonRow({ measureName, direction, falseDiscovery, verdict: 'clear' });
const few = comparisonRow({ verdict: 'too few', falseDiscovery: null });
const lacking = comparisonRow({ verdict: 'no figures', falseDiscovery: null, missing: 'No figures.' });

describe('the answer', () => {
  const say = (...rows: ComparisonRow[]) => Object.values(sayAnswer({ area, rows })).join(' | ');

  it('names what is clear with its direction, fewer before more', () => {
    expect(say(clear('theft-from-motor-vehicle', 0.01), comparisonRow(), few)).toBe(
      'One of the three changes is larger than chance usually gives: theft from motor vehicles, fewer. | One could be chance; one count is too small to compare.',
    );
    expect(say(clear('homicide', 0.01, 'up'), clear('burglary', 0.01), clear('robbery', 0.02))).toBe(
      'Three of the three changes are larger than chance usually gives: burglary and robbery, both fewer; homicide, more. | ',
    );
  });

  it('says of a row judged on the counts alone that it is', () => {
    const alone = { ...clear('burglary', 0.01), dispersedPValue: null };
    expect(say(alone, few)).toContain('burglary (on the counts alone), fewer.');
  });

  it('says so where nothing is clear, and counts no row that has no figures', () => {
    expect(say(comparisonRow(), comparisonRow(), lacking)).toBe(
      'None of the two changes is larger than chance usually gives. | Two could be chance; one has no figures.',
    );
    expect(say(lacking)).toBe('No figures of these measures are held for Islington in both periods. | ');
  });
});

describe('all rows judged together', () => {
  it('expects some to look clear by chance, and says when none does', () => {
    const said = sayTogether([comparisonRow(), comparisonRow()]);
    expect(said).toContain('over two rows, were each by itself, the chance of at least one is 10%');
    expect(said).toContain('None does here.');
  });

  it('says which still pass', () => {
    expect(sayTogether([clear('burglary', 0.01), comparisonRow()])).toContain('the one above still passes.');
    expect(sayTogether([clear('burglary', 0.01), clear('robbery', 0.2)])).toContain(
      'one of the two still passes: burglary.',
    );
    expect(sayTogether([clear('burglary', 0.171), comparisonRow()])).toContain(
      'it does not pass; it would if 18 in a hundred were allowed to be.',
    );
    expect(sayTogether([clear('burglary', 0.3), clear('robbery', 0.2)])).toContain(
      'none of the two passes; the strongest, robbery, would if 20 in a hundred were allowed to be.',
    );
  });
});
