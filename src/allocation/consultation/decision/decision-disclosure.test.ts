import { describe, expect, it } from 'vitest';
import { DECIDED_WARDS, decisionInView } from '../../../../test/builders/decision-in-view.ts';
import { demandOf } from '../../../../test/builders/demand-index.ts';
import type { PlanSnapshot } from '../../adopted-plan.ts';
import { forReaders } from '../../plan-for-readers.ts';
import { planFromDemand } from '../../plan-from-demand.ts';
import { releaseOfPlan } from '../../plan-release.ts';
import { planKind } from '../../publication-service.ts';
import { parsePlanSnapshot } from '../../stored-plan.ts';
import { describeDecision } from './describe-decision.ts';

const demand = demandOf([0.2, 0.5, 0.3]);
const wards = demand.wards.map((ward, place) => ({ ...ward, ...DECIDED_WARDS[place] }));
const made = planFromDemand({ ...demand, wards }, { dwo: 12, pcso: 4 });
if (made.kind !== 'optimal') throw new Error('The example has a plan.');
const plan = made;
const decision = decisionInView();
const decided: PlanSnapshot = { ...plan, decision };

describe('a decision published with its plan', () => {
  it('passes every number under every proposal through disclosure control, and the plan’s own as before', () => {
    const own = releaseOfPlan(plan);
    const all = releaseOfPlan(decided);
    expect(all.cells.slice(0, own.cells.length)).toEqual(own.cells);
    const further = all.cells.slice(own.cells.length).map(({ key, count }) => `${key} ${count}`);
    const expected = decision.proposals.flatMap(({ id, officers }) => {
      const numbers = Object.entries(officers ?? {});
      const total = numbers.reduce((sum, [, count]) => sum + count, 0);
      if (officers === null) return [];
      return [`Central North dwo under proposal ${id} ${total}`].concat(
        numbers.map(([ward, count]) => `${ward} dwo under proposal ${id} ${count}`),
      );
    });
    expect(further).toEqual(expected);
    expect(further).toHaveLength(8);
    expect(all.relations).toHaveLength(4);
    expect(planKind.disclosure.visible(decided)).toHaveLength(all.cells.length);
  });

  it('leaves a plan without one as it was, field for field', () => {
    const kept = JSON.parse(JSON.stringify(plan));
    expect(Object.hasOwn(parsePlanSnapshot(kept), 'decision')).toBe(false);
    expect(
      Object.hasOwn(
        planKind.snapshotOf({ options: { unit: null, asAt: plan.asAt, dwo: 12, pcso: 4 }, plan }),
        'decision',
      ),
    ).toBe(false);
    expect(parsePlanSnapshot(JSON.parse(JSON.stringify(decided))).decision).toEqual(decision);
    expect(() => parsePlanSnapshot({ ...kept, decision: { chosen: 1 } })).toThrow();
  });

  it('keeps it whole where officers posted before are left out', () => {
    const current = { source: 'the post book', officers: { E1: 3 }, remarks: [] };
    const shown = forReaders({ ...decided, current });
    expect(shown.decision).toEqual(decision);
    expect(shown.current?.officers).toBeNull();
  });

  it('tells the approver who proposed, what was chosen and why, and what others would have given', () => {
    expect(describeDecision(plan)).toEqual([]);
    const sentences = describeDecision({ ...plan, decision: { ...decision, revised: 'Crime was revised.' } });
    expect(sentences.slice(0, 2)).toEqual([
      'It comes of review 2026–1, “Spring review”, which ran from 1 April 2026 to 5 May 2026.',
      'Weights were proposed by Police draft, Islington Council and Camden Council.',
    ]);
    expect(sentences).toContain('Under “Camden Council”: no plan was possible.');
    expect(sentences).toContain('Crime was revised.');
    expect(sentences).toContain('The plan rests on the figures as opened.');
    expect(sentences.at(-1)).toBe('Published with it: the comments of Police draft and Islington Council.');
    expect(planKind.describe(null, decided).sentences).toEqual(expect.arrayContaining(describeDecision(decided)));
  });
});
