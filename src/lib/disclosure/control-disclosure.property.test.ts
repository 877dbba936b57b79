import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedRelease, tableShapes } from '../../../test/builders/linked-tables.ts';
import { seededRandom } from '../statistics/random.ts';
import { audit, controlDisclosure, type Decision, type DisclosureRule, type Release } from './index.ts';

const RUNS = { seed: 20260301, numRuns: 150 };

function shuffled<T>(entries: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return entries
    .map((entry) => ({ entry, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}
const keysOf = (decisions: readonly Decision[], ...kinds: Decision['kind'][]) =>
  decisions.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
const withRules = (release: Release, rules: readonly DisclosureRule[]): Release => ({ ...release, rules });

test('cells that are public already are never suppressed', () => {
  let exempt = 0;
  fc.assert(
    fc.property(tableShapes, (shape) => {
      const release = linkedRelease(shape);
      const { decisions } = controlDisclosure(release);
      const suppressed = new Set(keysOf(decisions, 'primary', 'secondary'));
      const known = release.cells.filter(({ alreadyPublic }) => alreadyPublic !== undefined);
      exempt += known.length;
      expect(known.filter(({ key }) => suppressed.has(key))).toEqual([]);
    }),
    RUNS,
  );
  expect(exempt).toBeGreaterThan(100);
});

test('the order of cells, sums and parts changes nothing', () => {
  fc.assert(
    fc.property(tableShapes, fc.integer(), (shape, seed) => {
      const release = linkedRelease(shape);
      const relations = release.relations.map(({ total, parts }) => ({ total, parts: shuffled(parts, seed) }));
      const mixed = { ...release, cells: shuffled(release.cells, seed), relations: shuffled(relations, seed) };
      expect(controlDisclosure(mixed)).toEqual(controlDisclosure(release));
    }),
    RUNS,
  );
});

test('a rule more never publishes more', () => {
  let fewer = 0;
  fc.assert(
    fc.property(tableShapes, fc.integer({ min: 2, max: 8 }), fc.boolean(), (shape, threshold, zerosSensitive) => {
      const release = linkedRelease(shape);
      const added = { name: 'Added', from: '2026-02-01', until: null, appliesTo: {}, threshold, zerosSensitive };
      const before = new Set(keysOf(controlDisclosure(release).decisions, 'published'));
      const after = keysOf(controlDisclosure(withRules(release, [...release.rules, added])).decisions, 'published');
      expect(after.filter((key) => !before.has(key))).toEqual([]);
      fewer += before.size - after.length;
    }),
    RUNS,
  );
  expect(fewer).toBeGreaterThan(100);
});

test('without a sensitive cell nothing is suppressed', () => {
  const nobody: DisclosureRule = {
    name: 'Streets',
    from: '2026-01-01',
    until: null,
    appliesTo: { area: { levels: ['street'] } },
    threshold: 50,
    zerosSensitive: true,
  };
  fc.assert(
    fc.property(tableShapes, fc.constantFrom([], [nobody]), (shape, rules) => {
      const { report } = controlDisclosure(withRules(linkedRelease(shape), rules));
      expect([report.primary, report.secondary, report.unprotected.length]).toEqual([0, 0, 0]);
    }),
    RUNS,
  );
});

test('every cell has one decision, and its published value is its count', () => {
  fc.assert(
    fc.property(tableShapes, (shape) => {
      const release = linkedRelease(shape);
      const { decisions, report } = controlDisclosure(release);
      expect(decisions.map(({ key }) => key)).toEqual(release.cells.map(({ key }) => key).sort());
      const countOf = new Map(release.cells.map(({ key, count }) => [key, count]));
      for (const decision of decisions) {
        if (decision.kind === 'published') expect(decision.count).toBe(countOf.get(decision.key));
        else expect(decision.text).toBe(decision.kind === 'not published' ? '[x]' : '[c]');
        // A cell suppressed for others names those it is suppressed for.
        if (decision.kind === 'secondary') expect(decision.protects.length).toBeGreaterThan(0);
      }
      expect(report.published + report.primary + report.secondary + report.notPublished).toBe(decisions.length);
    }),
    RUNS,
  );
});

test('the first attacker, too, finds every sensitive cell as wide as its rule asks', () => {
  fc.assert(
    fc.property(tableShapes, (shape) => {
      const release = linkedRelease(shape);
      const { decisions, report } = controlDisclosure(release);
      const shown = new Set([...keysOf(decisions, 'published'), ...(release.earlier ?? []).map(({ key }) => key)]);
      const cells = release.cells.map((cell) => ({ ...cell, count: shown.has(cell.key) ? cell.count : null }));
      const attacked = audit({ cells, relations: release.relations });
      if (attacked.kind !== 'intervals') throw new Error('the truth satisfies its own sums');
      const open = new Set(report.unprotected.map(({ key }) => key));
      for (const { key, rule } of decisions.filter((decision) => decision.kind === 'primary')) {
        if (open.has(key)) continue;
        const { threshold, zerosSensitive } = release.rules.find(({ name }) => name === rule) ?? { threshold: 99 };
        const interval = attacked.intervals.get(key);
        const width = Math.max(1, threshold - (zerosSensitive ? 1 : 2));
        expect((interval?.most ?? 0) - (interval?.least ?? 0)).toBeGreaterThanOrEqual(width);
      }
    }),
    RUNS,
  );
});
