import { type DemandPart, findComponent } from '../../../demand/index.ts';
import { demandParts, foundingWeights, requireUnit } from '../../../demand/service.ts';
import { wardSetAsAt } from '../../../geography/index.ts';
import { listAreas } from '../../../geography/service.ts';
import { isDate } from '../../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../../lib/refused.ts';
import { CATALOGUE } from '../../../measures/index.ts';
import { unitBoroughs } from '../../../organisation/service.ts';
import { guarded, type Place, published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { longDate } from '../../../ui/long-date.ts';
import { limitsFor } from '../../rules-in-force.ts';
import { planInForce } from '../../service.ts';
import { inTransaction } from '../in-transaction-service.ts';
import type { OpenReviewPageModel } from '../pages/open-review-page.tsx';
import { POLICE_DRAFT } from '../parties-of.ts';
import { pointsForWeights } from '../proposal/points-for-weights.ts';
import { partiesFor, proposeWeights } from '../proposal/proposal-service.ts';
import { pointsField } from '../proposal/read-propose-form.ts';
import type { Typed } from '../typed-fields.ts';
import { unitShown } from '../unit-shown-service.ts';
import { openProblems } from './open-problems.ts';
import { councilField, type KnownToReview, partField, readOpenForm } from './read-open-form.ts';
import { openReview } from './review-service.ts';
import { sharesOf } from './weights-now.ts';

const consultation = { module: 'consultation', act: 'write' } as const;

/** Boroughs and wards of the unit today: whom a review may ask. */
export const knownPlaces = published(
  'consultation.known-places',
  async ({ records, now }: Platform, unit: string): Promise<Pick<KnownToReview, 'boroughs' | 'wards'>> => {
    const today = todayInLondon(now());
    const boroughs = await unitBoroughs(records, unit, today);
    const codes = boroughs.map(({ code }) => code);
    const areas = await listAreas(records, { version: wardSetAsAt(today).version, boroughCodes: codes });
    const wards = areas
      .map(({ code, name, boroughCode }) => ({ code, name, borough: boroughCode ?? '' }))
      .toSorted((a, b) => (a.borough === b.borough ? (a.name < b.name ? -1 : 1) : a.borough < b.borough ? -1 : 1));
    return { boroughs: boroughs.map(({ code, name }) => ({ code, name })), wards };
  },
);

/** Every part that may be weighed, in the order of the catalogue. */
const everyPart = () => CATALOGUE.flatMap(({ name }) => findComponent(name) ?? []);

/** What the form is shown again with. */
interface FormShown {
  typed: Typed;
  problems: readonly Problem[];
}

/** The form that opens a review: from the plan in force at first, then as it was typed. */
export const loadOpenReviewPage = guarded(
  {
    name: 'consultation.open-review-page',
    ...consultation,
    // Who may never open one is not shown the form.
    place: async ({ records }: Platform, _shown: FormShown | null): Promise<Place> => ({
      unit: await requireUnit(records, null),
    }),
  },
  async (platform: Platform, shown: FormShown | null): Promise<OpenReviewPageModel> => {
    const unit = await unitShown(platform);
    const today = todayInLondon(platform.now());
    const known = await knownPlaces(platform, unit.name);
    const inForce = await planInForce(platform.records, unit.name, today);
    const weights = inForce?.plan.weights ?? (await foundingWeights());
    const shares = sharesOf(weights);
    const usual = everyPart().filter(({ name }) => (weights.weights[name] ?? 0) > 0);
    const { parts } = await demandParts(platform.records, { unit: unit.name, asAt: today, components: usual });
    const limits = inForce?.plan.limits ?? limitsFor(today, forEachWard(known.wards.length));
    return {
      ...{ unit, known, startsFrom: inForce === null ? null : longDate(inForce.inForceFrom) },
      synthetic: inForce?.synthetic ?? parts.some((part) => part.kind === 'held' && part.synthetic),
      parts: everyPart().map(({ name, title }) => ({
        ...{ name, title, usual: usual.some((each) => each.name === name), missing: missingOf(parts, name) },
        now: shares[name] ?? 0,
      })),
      typed: shown?.typed ?? startOf({ limits, weights: weights.weights, parts, today, known }),
      problems: shown?.problems ?? [],
    };
  },
);

/** Where no plan is in force, the form begins with so many for each ward, on average. */
const forEachWard = (wards: number) => ({ dwo: 3 * wards, pcso: wards });

function missingOf(parts: readonly DemandPart[], name: string): string | null {
  const part = parts.find(({ component }) => component === name);
  return part?.kind === 'missing' ? part.reason : null;
}

interface StartingFrom {
  limits: ReturnType<typeof limitsFor>;
  weights: Readonly<Record<string, number>>;
  parts: readonly DemandPart[];
  today: string;
  known: Pick<KnownToReview, 'boroughs'>;
}

/** What the form begins with: numbers, parts and points as they stand, everybody asked; words and days are left to be typed. */
function startOf({ limits, weights, parts, today, known }: StartingFrom): Typed {
  const held = parts.filter(({ kind }) => kind === 'held');
  const nothing = { ward: '', share: 0 };
  const points = pointsForWeights(
    'budget',
    weights,
    held.map(({ component, title }) => ({ component, title, least: nothing, most: nothing })),
  );
  const orEmpty = (most: number | null) => (most === null ? '' : String(most));
  return {
    ...{ name: '', question: '', closesOn: '', inForceFrom: '', asAt: today, panels: 'every', partners: '' },
    ...{ dwo: String(limits.officers.dwo), pcso: String(limits.officers.pcso) },
    ...{ dwoFloor: String(limits.floors.dwo), pcsoFloor: String(limits.floors.pcso) },
    ...{ dwoCeiling: orEmpty(limits.ceilings.dwo), pcsoCeiling: orEmpty(limits.ceilings.pcso) },
    ...Object.fromEntries(held.map(({ component }) => [partField(component), 'yes'])),
    ...Object.fromEntries(Object.entries(points).map(([component, each]) => [pointsField(component), String(each)])),
    ...Object.fromEntries(known.boroughs.map(({ code }) => [councilField(code), 'yes'])),
  };
}

/** The three days of the form, as they are labelled. */
const DAYS: Readonly<Record<string, string>> = {
  asAt: 'Figures as at',
  closesOn: 'Last day to comment',
  inForceFrom: 'First day of the plan',
};

/** A sentence about a day names it in the list of problems, where several may be missing. */
function withItsDay({ field, sentence }: Problem): Problem {
  const label = field === null ? undefined : DAYS[field];
  return { field, sentence: label === undefined ? sentence : `${label}: ${sentence}` };
}

/** What became of a form that opens a review. */
export type Opened = { kind: 'opened'; id: number } | { kind: 'shown again'; model: OpenReviewPageModel };

/** Opens a review and writes down the police draft it begins with: both, or neither. */
export const openAsked = guarded(
  { name: 'consultation.open-asked', ...consultation },
  async (platform: Platform, typed: Typed): Promise<Opened> => {
    const unit = await unitShown(platform);
    const known = { ...(await knownPlaces(platform, unit.name)), components: everyPart() };
    const { form, problems: misread } = readOpenForm(typed, known);
    const components = form.components.flatMap((name) => findComponent(name) ?? []);
    const today = todayInLondon(platform.now());
    const problems = openProblems({
      ...{ form, misread, today, parts: everyPart().map(({ name }) => name) },
      demand:
        components.length === 0 || !isDate(form.asAt)
          ? null
          : await demandParts(platform.records, { unit: unit.name, asAt: form.asAt, components }),
    });
    const again = async (found: readonly Problem[]): Promise<Opened> => ({
      kind: 'shown again',
      model: await loadOpenReviewPage(platform, { typed, problems: found.map(withItsDay) }),
    });
    if (problems.length > 0) return again(problems);
    const { draft, ...asked } = form;
    try {
      const id = await inTransaction(platform, async (trx) => {
        const within = { ...platform, records: trx };
        const review = await openReview(within, { ...asked, unit: unit.name });
        const police = (await partiesFor(within, review.id)).find(({ kind }) => kind === 'police');
        if (police !== undefined)
          await proposeWeights(within, {
            ...{ review: review.id, party: police, title: POLICE_DRAFT, given: draft, bounds: null },
            ...{ comment: '', publishComment: true, version: null },
          });
        return review.id;
      });
      return { kind: 'opened', id };
    } catch (error) {
      if (error instanceof Refused) return again(error.problems);
      throw error;
    }
  },
);
