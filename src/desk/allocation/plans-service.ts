import { allRules, datedRules, type ListedPlan } from '../../allocation/index.ts';
import {
  findPlan,
  findProposal,
  listPlans,
  listProposals,
  PLAN_DISCLOSURE,
  planInForce,
} from '../../allocation/service.ts';
import { requireUnit } from '../../demand/service.ts';
import { hexPlaces } from '../../geography/index.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { type Act, may, published } from '../../platform/access/index.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PublicationItem } from '../../platform/publication/index.ts';
import { sayWho } from '../../ui/say-who.ts';
import type { PlanPageModel } from '../pages/plan-page.tsx';
import type { PlansPageModel } from '../pages/plans-page.tsx';
import type { RulesPageModel } from '../pages/rules-page.tsx';
import { type PlanOnRecord, type PlanStanding, type PlanStep, standingOf } from '../plan-on-record.ts';
import { sayJustDone, sayWhenSeen } from '../say-when-seen.ts';

/** What the pages of plans have in common. */
export interface PlansView {
  unit: { name: string; boroughs: string[] };
  today: string;
  /** Number of the plan in force today; null when there is none. */
  inForce: string | null;
}

export async function viewPlans({ records, now }: Platform): Promise<PlansView> {
  const today = todayInLondon(now());
  const name = await requireUnit(records, null);
  const boroughs = await unitBoroughs(records, name, today);
  const inForce = await planInForce(records, name, today);
  return { unit: { name, boroughs: boroughs.map((each) => each.name) }, today, inForce: inForce?.id ?? null };
}

/** Whether who acts may do something with plans of the unit. */
export const mayPlan = ({ principal }: Platform, act: Act, unit: string): boolean =>
  may(principal, { module: 'allocation', act, place: { unit } });

/** Every plan: published ones for anyone, all of them for who may read plans. */
export const loadPlansPage = published('desk.plans-page', async (platform: Platform): Promise<PlansPageModel> => {
  const view = await viewPlans(platform);
  const { unit } = view;
  const seesProposals = mayPlan(platform, 'read', unit.name);
  if (!seesProposals) {
    const plans = await listPlans(platform.records, unit.name);
    return { unit, plans: plans.map((plan) => publicRecord(plan, view)), seesProposals };
  }
  const items = await listProposals(platform, unit.name);
  const names = await namesIn(platform, items);
  const plans = items.map((item) => recordOf(item, view, names));
  return { unit, plans: plans.toSorted(byDate), seesProposals };
});

/** One plan as it was; null when there is none of the number that the reader may see. */
export const loadPlanPage = published(
  'desk.plan-page',
  async (platform: Platform, id: string, asked: { now?: string | undefined }): Promise<PlanPageModel | null> => {
    const view = await viewPlans(platform);
    const { unit } = view;
    const base = { unit, disclosure: PLAN_DISCLOSURE, justDone: null, whenSeen: null };
    if (mayPlan(platform, 'read', unit.name)) {
      const found = await findProposal(platform, { id });
      if (found === null) return null;
      const record = recordOf(found.item, view, await namesIn(platform, [found.item]));
      const { plan, decision = null } = found.content;
      const told = {
        justDone: sayJustDone(asked.now, record, view.today),
        whenSeen: sayWhenSeen(record, view.today),
      };
      const places = [...(hexPlaces(plan.boundaryVersion) ?? [])];
      return { ...base, record, plan, decision, hexPlaces: places, mayDecide: true, ...told };
    }
    const adopted = await findPlan(platform.records, id);
    if (adopted === null) return null;
    const places = [...(hexPlaces(adopted.plan.boundaryVersion) ?? [])];
    const { plan, decision } = adopted;
    return { ...base, record: publicRecord(adopted, view), plan, decision, hexPlaces: places, mayDecide: false };
  },
);

/** Every rule that plans know, for anyone. */
export const loadRulesPage = published('desk.rules-page', async (platform: Platform): Promise<RulesPageModel> => {
  const { unit, today } = await viewPlans(platform);
  return { unit, asAt: today, rules: allRules(), dated: datedRules(today) };
});

/** Names of everybody whom plans speak of. */
export const namesIn = (platform: Platform, items: readonly PublicationItem[]): Promise<ReadonlyMap<string, string>> =>
  namesOf(platform, [
    ...new Set(items.flatMap((item) => actsOf(item).flatMap(({ act }) => (act === null ? [] : [act.by])))),
  ]);

/** A plan for who may read plans: with who did what. */
export function recordOf(item: PublicationItem, view: PlansView, names: ReadonlyMap<string, string>): PlanOnRecord {
  const { id, inForceFrom, alone, withdrawn, facets } = item;
  return {
    id,
    standing: standingOfItem(item, view),
    inForceFrom,
    steps: actsOf(item).flatMap(({ what, act }): PlanStep[] =>
      act === null ? [] : [{ what, by: sayWho(act.by, names), on: todayInLondon(act.at) }],
    ),
    alone,
    reason: withdrawn?.reason ?? null,
    synthetic: facets.synthetic === true,
  };
}

function standingOfItem(item: PublicationItem, { today, inForce }: PlansView): PlanStanding {
  if (item.state === 'published' || item.state === 'withdrawn') return standingOf(item, today, inForce);
  return ({ draft: 'draft', proposed: 'waits for approval', approved: 'approved, not published' } as const)[item.state];
}

/** A plan for everybody: what happened, and not who did it. */
function publicRecord(plan: ListedPlan, { today, inForce }: PlansView): PlanOnRecord {
  const { id, inForceFrom, alone, synthetic, publishedAt, withdrawn } = plan;
  const steps: PlanStep[] = [
    { what: 'Published', by: null, on: todayInLondon(publishedAt) },
    ...(withdrawn === null ? [] : [{ what: 'Withdrawn' as const, by: null, on: todayInLondon(withdrawn.at) }]),
  ];
  const standing = standingOf(plan, today, inForce);
  return { id, standing, inForceFrom, steps, alone, reason: withdrawn?.reason ?? null, synthetic };
}

function actsOf({ drafted, changed, proposed, approved, published, withdrawn }: PublicationItem) {
  return [
    { what: 'Proposed' as const, act: proposed ?? drafted },
    { what: 'Changed' as const, act: changed.by === drafted.by ? null : changed },
    { what: 'Approved' as const, act: approved },
    { what: 'Published' as const, act: published },
    { what: 'Withdrawn' as const, act: withdrawn },
  ];
}

/** What still waits first, then by date, the latest first. */
function byDate(a: PlanOnRecord, b: PlanOnRecord): number {
  const waits = ({ standing }: PlanOnRecord) => Number(standing === 'waits for approval');
  return waits(b) - waits(a) || (a.inForceFrom < b.inForceFrom ? 1 : a.inForceFrom > b.inForceFrom ? -1 : 0);
}
