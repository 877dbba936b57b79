import { expect, it } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { controlDisclosure, type Release } from '../lib/disclosure/index.ts';
import { type DisclosureEngine, protectSnapshot } from '../platform/publication/protect-snapshot.ts';
import { planFromDemand } from './plan-from-demand.ts';
import { planKind } from './publication-service.ts';

const made = planFromDemand(demandOf([0.5, 0.3, 0.2]), { dwo: 9, pcso: 4 });
if (made.kind !== 'optimal') throw new Error('the example has a plan');
const plan = made;
const given = { key: 'Central North', snapshot: plan, on: '2026-03-10', earlier: [] };

it('a plan passes through the engine whole: every number of every ward, and their sums', () => {
  const asked: Release[] = [];
  const engine: DisclosureEngine = (release) => {
    asked.push(release);
    return controlDisclosure(release);
  };
  const result = protectSnapshot(engine, planKind, given);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.cells.map(({ key, count }) => `${key} ${count}`).toSorted()).toEqual([
    ...['Central North dwo 9', 'Central North pcso 4'],
    ...plan.wards.flatMap(({ code, dwo, pcso }) => [`${code} dwo ${dwo}`, `${code} pcso ${pcso}`]),
  ]);
  expect(asked[0]?.relations.map(({ parts }) => parts.length)).toEqual([3, 3]);
  expect(result).toMatchObject({
    kind: 'protected',
    snapshot: plan,
    record: {
      published: 8,
      primary: 0,
      secondary: 0,
      on: '2026-03-10',
      because: expect.stringContaining('posts, not people'),
    },
  });
});

it('hides nothing because there is no rule, not because none would be obeyed', () => {
  const rule = { name: 'posts', from: '2026-01-01', until: null, appliesTo: {}, threshold: 3, zerosSensitive: false };
  const { report } = controlDisclosure({ on: '2026-03-10', rules: [rule], ...planKind.disclosure.release(plan) });
  expect(report.primary).toBeGreaterThan(0);
  expect(planKind.disclosure.rules).toEqual([]);
});

it('would not be published if the engine could not protect it', () => {
  const engine: DisclosureEngine = (release) => {
    const { decisions, report } = controlDisclosure(release);
    const cell = { key: 'E00000001 dwo', rule: 'posts', why: 'not proven' as const };
    const unprotected = [{ ...cell, canBe: { least: 2, most: 2 }, requiredWidth: 2, revealedBy: [] }];
    return { decisions, report: { ...report, unprotected } };
  };
  expect(protectSnapshot(engine, planKind, given)).toEqual({
    kind: 'not protected',
    because:
      '“Plan of Central North” cannot be published, because counts that may not be known could be worked out from it: E00000001 dwo (rule “posts”). Leave them out, or sum them further.',
  });
});
