import { type AdoptedPlan, limitsFor, type OptimalPlan, PUT_FORWARD_FOR_EACH_WARD } from '../../allocation/index.ts';
import { planInForce } from '../../allocation/service.ts';
import { findComponent } from '../../demand/index.ts';
import { demandParts, foundingWeights, requireUnit } from '../../demand/service.ts';
import { hexPlaces, wardSetAsAt } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { isDate } from '../../lib/calendar/is-date.ts';
import { CATALOGUE } from '../../measures/index.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { guarded, published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import type { AllocationPageModel } from '../pages/allocation-page.tsx';
import type { PlanShown } from '../plan-shown.ts';
import {
  type AllocationForm,
  FIELD_NAMES,
  formEntries,
  readAllocationForm,
  type StartingNumbers,
  weightFieldName,
} from '../read-allocation-form.ts';
import { type ReviewForm, readReviewForm } from '../read-review-form.ts';
import { asksForReview, reviewEntries } from '../review-fields.ts';
import { type Against, againstPlan } from '../what-if/changes.ts';
import type { WhatIfFigures } from '../what-if/solve-form.ts';
import { openReviewsOf } from './open-reviews-service.ts';
import { optionsOf, planAsked, proposeAskedPlan } from './plan-asked-service.ts';
import { mayPlan } from './plans-service.ts';
import { sameElsewhere } from './same-elsewhere-service.ts';

export interface AllocationAsked {
  model: AllocationPageModel;
  /** The plan in force on the day; null when there is none. */
  inForce: AdoptedPlan | null;
  /** Form fields that make the plan shown again. */
  fields: [name: string, value: string][];
}

/** What an address asks of the allocation page, before any plan is made. */
interface PageAsked {
  unit: string;
  boroughs: { code: string; name: string }[];
  wards: { code: string; name: string; borough: string }[];
  asAt: string;
  /** Numbers the form starts from. */
  start: StartingNumbers;
  form: AllocationForm;
  /** null for who may not read plans. */
  review: ReviewForm | null;
  components: string[];
  inForce: AdoptedPlan | null;
  /** Whether the address asks for other numbers or rules than those in force. */
  tried: boolean;
}

async function readAsked(platform: Platform, query: unknown, today: string): Promise<PageAsked> {
  const { records } = platform;
  const asked = asRecord(query);
  const dayAsked = asked[FIELD_NAMES.asAt];
  const asAt = typeof dayAsked === 'string' && isDate(dayAsked) ? dayAsked : today;
  const unit = await requireUnit(records, null);
  const boroughs = await unitBoroughs(records, unit, asAt);
  const { version } = wardSetAsAt(asAt);
  const areas = await listAreas(records, { version, boroughCodes: boroughs.map((borough) => borough.code) });
  const wards = areas.map(({ code, name, boroughName }) => ({ code, name, borough: boroughName ?? '' }));
  const inForce = await planInForce(records, unit, asAt);
  const start = inForce === null ? await proposedNumbers(wards.length, asAt) : numbersOf(inForce.plan, asAt);
  const components = componentsOf(start, asked);
  const sergeants = inForce === null || inForce.plan.sergeants.length === 0 ? null : inForce.plan.sergeants.length;
  const review = mayPlan(platform, 'read', unit) ? readReviewForm(asked, { wards, boroughs }, sergeants) : null;
  return {
    ...{ unit, boroughs, wards, asAt, start, components, inForce, review },
    form: readAllocationForm(asked, start, components),
    tried: asksForNumbers(asked, components) || (review !== null && asksForReview(asked)),
  };
}

/**
 * The allocation page: the plan in force or, where numbers were asked for or none is in force, one worked out now. Sergeants
 * and side rules are for who may read plans: they ask a solver, and the post book.
 * @param query parameters of the address, unparsed
 * @param today date to answer for where none is asked
 */
export const loadAllocationPage = published(
  'desk.allocation-page',
  async (platform: Platform, query: unknown, today: string): Promise<AllocationAsked> => {
    const page = await readAsked(platform, query, today);
    const { unit, boroughs, asAt, form, review, inForce, tried } = page;
    const typed = [...form.problems, ...(review?.problems ?? [])];
    const showInForce = inForce !== null && !tried && typed.length === 0;
    const { plan, problems } = showInForce
      ? { plan: inForce.plan, problems: [] }
      : form.asked === null || typed.length > 0
        ? { plan: null, problems: [] }
        : await planAsked(platform, form.asked, review);
    const fields = [...formEntries(form.fields), ...(review === null ? [] : reviewEntries(review.fields))];
    const mayPropose = mayPlan(platform, 'write', unit);
    return {
      inForce,
      fields,
      model: {
        unit: { name: unit, boroughs: boroughs.map((borough) => borough.name) },
        asAt,
        form,
        review: review === null ? null : { form: review, wards: page.wards, boroughs },
        reviewLeftOut: review === null && asksForReview(asRecord(query)),
        problems: [...typed, ...problems],
        components: page.components.map((name) => ({ name, title: findComponent(name)?.title ?? name })),
        standing: showInForce
          ? { kind: 'in force', from: inForce.inForceFrom, id: inForce.id, alone: inForce.alone }
          : { kind: tried ? 'tried' : 'proposal' },
        plan,
        hexPlaces: [...(hexPlaces(wardSetAsAt(asAt).version) ?? [])],
        slidesTo: slidesTo(form, page.wards.length),
        against: await againstOf(platform, page, plan),
        startAgain: `/allocation${asAt === today ? '' : `?${FIELD_NAMES.asAt}=${asAt}`}`,
        sameElsewhere: await sameElsewhereOf(platform, page, plan, showInForce),
        openReviews: await openReviewsOf(platform, unit, today),
        mayPropose,
        propose: mayPropose && !showInForce && plan?.kind === 'optimal' ? new URLSearchParams(fields).toString() : null,
        justAdopted: showInForce && asRecord(query).adopted === inForce.id,
      },
    };
  },
);

/** How sure each ward's number is, of the plan in force or put forward and of one tried in a review; null otherwise. */
async function sameElsewhereOf(
  platform: Platform,
  { inForce, tried, review }: Pick<PageAsked, 'inForce' | 'tried' | 'review'>,
  plan: PlanShown | null,
  showInForce: boolean,
): Promise<AllocationPageModel['sameElsewhere']> {
  if (plan?.kind !== 'optimal' || (tried && review === null)) return null;
  return sameElsewhere(platform, { plan, decision: showInForce ? (inForce?.decision ?? null) : null });
}

/** What a plan tried is compared with: the plan in force on the day or, without one, the plan that the page puts forward. */
async function againstOf(
  platform: Platform,
  { inForce, tried, start, form }: PageAsked,
  plan: PlanShown | null,
): Promise<Against | null> {
  if (inForce !== null) return againstPlan(inForce.plan, inForce.inForceFrom);
  if (!tried && form.problems.length === 0) return againstPlan(plan, null);
  return againstPlan((await planAsked(platform, start, null)).plan, null);
}

/** Officers for each ward that a slider goes to where no ceiling ends it before. */
const SLIDES_TO_FOR_EACH_WARD = 6;

/** How far the sliders of officers and PCSOs go: as the floors and ceilings allow. */
function slidesTo({ fields }: AllocationForm, wards: number): AllocationPageModel['slidesTo'] {
  const between = (floor: string, ceiling: string) => ({
    least: wards * (Number(floor) || 0),
    most: wards * (Number(ceiling) || SLIDES_TO_FOR_EACH_WARD),
  });
  return {
    dwo: between(fields.floorDwo, fields.ceilingDwo),
    pcso: between(fields.floorPcso, fields.ceilingPcso),
  };
}

/**
 * The figures with which a browser works out the plans of the page's form: public statistics alone. Sergeants and side
 * rules are not among them; those plans are the server's.
 * @param query parameters of the page's address, unparsed
 */
export const loadWhatIf = published(
  'desk.what-if',
  async (platform: Platform, query: unknown, today: string): Promise<WhatIfFigures> => {
    const { unit, asAt, start, components } = await readAsked(platform, query, today);
    const demand = await demandParts(platform.records, {
      ...{ unit, asAt },
      components: components.flatMap((name) => findComponent(name) ?? []),
    });
    return { start, components, demand, hexPlaces: [...(hexPlaces(wardSetAsAt(asAt).version) ?? [])] };
  },
);

/** What became of a wish to propose the plan of a form. */
export type ProposalAsked =
  | { kind: 'proposed' | 'in force already'; id: string }
  | { kind: 'changed' }
  | { kind: 'busy' }
  | { kind: 'no plan' };

/**
 * Proposes the plan of a form, but only the one the reader saw.
 * @param body fields of the form, unparsed
 */
export const proposeAsked = guarded(
  { name: 'desk.propose-plan', module: 'allocation', act: 'write' },
  async (platform: Platform, body: unknown, today: string): Promise<ProposalAsked> => {
    const { form, review } = await readAsked(platform, body, today);
    if (form.asked === null || (review !== null && review.asked === null)) return { kind: 'no plan' };
    const seen = String(asRecord(body).digest ?? '');
    const proposal = await proposeAskedPlan(platform, { ...optionsOf(form.asked, review), seen });
    if (proposal === 'busy') return { kind: 'busy' };
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

function numbersOf({ limits, weights }: OptimalPlan, asAt: string): StartingNumbers {
  return { ...limits.officers, floors: limits.floors, ceilings: limits.ceilings, weights, asAt };
}

async function proposedNumbers(wards: number, asAt: string): Promise<StartingNumbers> {
  const officers = { dwo: wards * PUT_FORWARD_FOR_EACH_WARD.dwo, pcso: wards * PUT_FORWARD_FOR_EACH_WARD.pcso };
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
