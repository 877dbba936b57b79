import { type AdoptedPlan, limitsFor, type OptimalPlan } from '../../allocation/index.ts';
import { planAllocation, planInForce, proposePlan } from '../../allocation/service.ts';
import { findComponent } from '../../demand/index.ts';
import { foundingWeights, requireUnit } from '../../demand/service.ts';
import { hexPlaces, wardSetAsAt } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { isDate } from '../../lib/calendar/is-date.ts';
import { CATALOGUE } from '../../measures/index.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { guarded, published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import type { AllocationPageModel } from '../pages/allocation-page.tsx';
import {
  type AllocationForm,
  FIELD_NAMES,
  formEntries,
  readAllocationForm,
  type StartingNumbers,
  weightFieldName,
} from '../read-allocation-form.ts';

import { mayPlan } from './plans-service.ts';

/** Where no plan is in force, one is put forward for so many officers and PCSOs a ward, on average. */
const PROPOSED_FOR_EACH_WARD = { dwo: 3, pcso: 1 };

export interface AllocationAsked {
  model: AllocationPageModel;
  /** The plan in force on the day; null when there is none. */
  inForce: AdoptedPlan | null;
}

/**
 * The allocation page: the plan in force or, where numbers were asked for or none is in force, one worked out now.
 * @param query parameters of the address, unparsed
 * @param today date to answer for where none is asked
 */
export const loadAllocationPage = published(
  'desk.allocation-page',
  async (platform: Platform, query: unknown, today: string): Promise<AllocationAsked> => {
    const { records } = platform;
    const asked = asRecord(query);
    const dayAsked = asked[FIELD_NAMES.asAt];
    const asAt = typeof dayAsked === 'string' && isDate(dayAsked) ? dayAsked : today;
    const unit = await requireUnit(records, null);
    const boroughs = await unitBoroughs(records, unit, asAt);
    const { version } = wardSetAsAt(asAt);
    const wards = await listAreas(records, { version, boroughCodes: boroughs.map((borough) => borough.code) });
    const inForce = await planInForce(records, unit, asAt);
    const start = inForce === null ? await proposedNumbers(wards.length, asAt) : numbersOf(inForce.plan, asAt);
    const components = componentsOf(start, asked);
    const form = readAllocationForm(asked, start, components);
    const tried = asksForNumbers(asked, components);
    const showInForce = inForce !== null && !tried && form.problems.length === 0;
    const plan = showInForce ? inForce.plan : await planOf(records, form);
    return {
      inForce,
      model: {
        unit: { name: unit, boroughs: boroughs.map((borough) => borough.name) },
        asAt,
        form,
        components: components.map((name) => ({ name, title: findComponent(name)?.title ?? name })),
        standing: showInForce
          ? { kind: 'in force', from: inForce.inForceFrom, id: inForce.id, alone: inForce.alone }
          : { kind: tried ? 'tried' : 'proposal' },
        plan,
        hexPlaces: [...(hexPlaces(version) ?? [])],
        propose:
          showInForce || plan?.kind !== 'optimal' || !mayPlan(platform, 'write', unit)
            ? null
            : new URLSearchParams(formEntries(form.fields)).toString(),
        justAdopted: showInForce && asked.adopted === inForce.id,
      },
    };
  },
);

/** What became of a wish to propose the plan of a form. */
export type ProposalAsked =
  | { kind: 'proposed' | 'in force already'; id: string }
  | { kind: 'changed' }
  | { kind: 'no plan' };

/**
 * Proposes the plan of a form, but only the one the reader saw.
 * @param body fields of the form, unparsed
 */
export const proposeAsked = guarded(
  { name: 'desk.propose-plan', module: 'allocation', act: 'write' },
  async (platform: Platform, body: unknown, today: string): Promise<ProposalAsked> => {
    const { model } = await loadAllocationPage(platform, body, today);
    const { plan, form } = model;
    if (plan?.kind !== 'optimal' || form.asked === null) return { kind: 'no plan' };
    const seen = String(asRecord(body).digest ?? '');
    const proposal = await proposePlan(platform, { unit: null, ...form.asked, seen });
    if (proposal.kind === 'changed') return proposal;
    if (proposal.kind === 'refused') return { kind: 'no plan' };
    if (proposal.kind === 'proposed') return { kind: 'proposed', id: proposal.id };
    return { kind: 'in force already', id: proposal.plan.id };
  },
);

/**
 * What a reader saw of a plan, in one short text: officers, but also the shares, months, vintages and weights they come
 * from. A reader who proposes a plan proposes these and no others.
 */
export const planDigest = published('desk.plan-digest', (plan: OptimalPlan): string => contentHash(plan));

/** Whether an address asks for other numbers: any field of the form does but the day, which asks what is in force then. */
function asksForNumbers(asked: Record<string, unknown>, components: readonly string[]): boolean {
  const { asAt: _day, ...numbers } = FIELD_NAMES;
  return [...Object.values(numbers), ...components.map(weightFieldName)].some((name) => name in asked);
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

async function planOf(records: Records, { asked }: AllocationForm): Promise<AllocationPageModel['plan']> {
  return asked === null ? null : planAllocation(records, { unit: null, ...asked });
}

function numbersOf({ limits, weights }: OptimalPlan, asAt: string): StartingNumbers {
  return { ...limits.officers, floors: limits.floors, ceilings: limits.ceilings, weights, asAt };
}

async function proposedNumbers(wards: number, asAt: string): Promise<StartingNumbers> {
  const officers = { dwo: wards * PROPOSED_FOR_EACH_WARD.dwo, pcso: wards * PROPOSED_FOR_EACH_WARD.pcso };
  const { floors, ceilings } = limitsFor(asAt, officers);
  return { ...officers, floors, ceilings, weights: await foundingWeights(), asAt };
}

/** Components that get a weight field, in the catalogue's order: those of the starting weights, and any the address names. */
function componentsOf({ weights }: StartingNumbers, asked: Record<string, unknown>): string[] {
  const prefix = weightFieldName('');
  const named = Object.keys(asked)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  const wanted = new Set([...Object.keys(weights.weights), ...named]);
  return CATALOGUE.map(({ name }) => name).filter((name) => wanted.has(name));
}
