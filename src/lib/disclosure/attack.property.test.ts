import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedRelease, tableShapes } from '../../../test/builders/linked-tables.ts';
import { type Seen, solverInterval } from '../../../test/builders/solver-attack.ts';
import { controlDisclosure, type Decision, type Release } from './index.ts';

/** What is seen when the cells of the given keys are shown, besides all that is out anyway. */
function seenBy(release: Release, shows: (key: string) => boolean): Map<string, Seen> {
  const out = new Set((release.earlier ?? []).map(({ key }) => key));
  return new Map(
    release.cells.map(({ key, count, alreadyPublic, knownBetween }) => [
      key,
      {
        count: alreadyPublic !== undefined || out.has(key) || shows(key) ? count : null,
        least: knownBetween?.least ?? 0,
        most: knownBetween?.most ?? Number.POSITIVE_INFINITY,
      },
    ]),
  );
}

const published = (decisions: readonly Decision[]) =>
  new Set(decisions.filter(({ kind }) => kind === 'published').map(({ key }) => key));

/** Sensitive cells by the rule as written down, and how wide their range must be. */
function sensitiveKeys({ cells, rules: [rule] }: Release): { keys: string[]; width: number } {
  if (rule === undefined) throw new Error('the release has a rule');
  const smallest = rule.zerosSensitive ? 0 : 1;
  const keys = cells.flatMap(({ key, count, alreadyPublic, dimensions }) => {
    const area = rule.appliesTo.area?.levels;
    const applies = area === undefined || area.includes(dimensions.area?.level ?? '');
    const small = count !== null && count >= smallest && count < rule.threshold;
    return applies && small && alreadyPublic === undefined ? [key] : [];
  });
  return { keys, width: Math.max(1, rule.threshold - 1 - smallest) };
}

async function recovered(release: Release, shown: ReadonlySet<string>, keys: readonly string[], width: number) {
  const seen = seenBy(release, (key) => shown.has(key));
  const found: string[] = [];
  for (const key of keys) {
    if (seen.get(key)?.count !== null) {
      found.push(key);
      continue;
    }
    const count = release.cells.find((cell) => cell.key === key)?.count ?? 0;
    const interval = await solverInterval(seen, release.relations, key, { count, width });
    if (interval.most - interval.least < width - 1e-6) found.push(key);
  }
  return found;
}

const shapes = (number: number, seed: number) => fc.sample(tableShapes, { numRuns: number, seed });

test('a solver recovers no sensitive cell from 300 random linked tables', { timeout: 120_000 }, async () => {
  const tally = { sensitive: 0, unprotected: 0, notProven: 0, secondary: 0 };
  for (const shape of shapes(300, 20260301)) {
    const release = linkedRelease(shape);
    const { decisions, report } = controlDisclosure(release);
    const { keys, width } = sensitiveKeys(release);
    const open = new Set(report.unprotected.map(({ key }) => key));
    const claimed = keys.filter((key) => !open.has(key));
    expect(await recovered(release, published(decisions), claimed, width), JSON.stringify(shape)).toEqual([]);
    // What is said to be public already is so even when everything that can be is hidden.
    const public_ = report.unprotected.filter(({ why }) => why === 'already public').map(({ key }) => key);
    expect(await recovered(release, new Set(), public_, width), JSON.stringify(shape)).toEqual(public_);
    tally.sensitive += keys.length;
    tally.unprotected += public_.length;
    tally.notProven += report.unprotected.length - public_.length;
    tally.secondary += report.secondary;
  }
  // Small counts abound in these tables: the attack has work to do, and suppression is asked for what it cannot do.
  expect(tally.sensitive).toBeGreaterThan(1000);
  expect(tally.secondary).toBeGreaterThan(500);
  expect(tally.unprotected).toBeGreaterThan(100);
  expect(tally.notProven).toBe(0);
});

test('the same attack recovers counts where nothing but the sensitive ones is suppressed', {
  timeout: 120_000,
}, async () => {
  let recoveredCells = 0;
  let attacked = 0;
  for (const shape of shapes(60, 20260302)) {
    const release = linkedRelease(shape);
    const { decisions, report } = controlDisclosure(release);
    const { keys, width } = sensitiveKeys(release);
    const open = new Set(report.unprotected.map(({ key }) => key));
    const claimed = keys.filter((key) => !open.has(key));
    // An engine that forgets secondary suppression: what it suppresses for others is published.
    const forgetful = new Set(decisions.flatMap(({ key, kind }) => (kind === 'primary' ? [] : [key])));
    recoveredCells += (await recovered(release, forgetful, claimed, width)).length;
    attacked += claimed.length;
  }
  expect(attacked).toBeGreaterThan(200);
  expect(recoveredCells).toBeGreaterThan(attacked / 4);
});
