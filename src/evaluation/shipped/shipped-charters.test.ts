import { describe, expect, it } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { findMeasure } from '../../measures/index.ts';
import { parseCharter } from '../charter/parse-charter.ts';
import { shippedCharter, shippedCharters } from './shipped-charters.ts';

describe.each(shippedCharters().map((charter) => [charter.name, charter] as const))(
  'the charter %s',
  (name, charter) => {
    it('is a charter as any file of one, and found by its name', () => {
      const read = parseCharter(JSON.parse(JSON.stringify(charter)));
      expect(read).toEqual({ kind: 'charter', charter });
      expect(shippedCharter(name)).toBe(charter);
    });

    it('is retrospective and of no made-up figures', () => {
      expect([charter.kind, charter.synthetic]).toEqual(['retrospective', false]);
    });

    it('names areas of its boundary version only', () => {
      const known = new Set(referenceAreas(charter.boundaryVersion).map(({ code }) => code));
      const { treated, comparison } = charter;
      const named = [...treated.flatMap(({ areas }) => areas), ...comparison.excluded.map(({ area }) => area)];
      expect(named.filter((code) => !known.has(code))).toEqual([]);
    });

    it('names measures of the catalogue, and guards where more is better', () => {
      const measures = [...charter.outcomes, ...charter.noDetriment].map(({ measure }) => measure);
      expect(measures.filter((measure) => findMeasure(measure) === null)).toEqual([]);
      expect(charter.outcomes.map(({ measure }) => findMeasure(measure)?.polarity)).toEqual(
        charter.outcomes.map(() => 'more is worse'),
      );
      expect(charter.noDetriment.map(({ measure }) => findMeasure(measure)?.polarity)).toEqual(
        charter.noDetriment.map(() => 'more is better'),
      );
    });

    it('has sources for what it says', () => {
      expect(charter.sources.length).toBeGreaterThan(3);
    });
  },
);

it('compares the pathfinder with the 27 boroughs that neither test unit has', () => {
  const charter = shippedCharter('pathfinder-2017');
  const out = new Set([
    ...(charter?.treated ?? []).flatMap(({ areas }) => areas),
    ...(charter?.comparison.excluded ?? []).map(({ area }) => area),
  ]);
  expect(referenceAreas('boroughs-2022').filter(({ code }) => !out.has(code))).toHaveLength(27);
});

it('knows no charter by another name', () => {
  expect(shippedCharter('pathfinder-2018')).toBeNull();
});
