import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../../lib/refused.ts';
import { guarded } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import { namesOf } from '../../../platform/identity/service.ts';
import type { Platform } from '../../../platform/platform.ts';
import { moment } from '../../../ui/moment.ts';
import { sayWho } from '../../../ui/say-who.ts';
import { seenIn } from '../compared-fields.ts';
import type { Elicited, Party, WeightProposal } from '../model.ts';
import { type ProposePageModel, proposeFields } from '../pages/propose-page.tsx';
import { POLICE_DRAFT } from '../parties-of.ts';
import { partyKey } from '../review/review-actions.ts';
import { findReview } from '../review/review-service.ts';
import { weightsNow } from '../review/weights-now-service.ts';
import { stateOf } from '../review-state.ts';
import { type Typed, versionIn } from '../typed-fields.ts';
import { unitShown } from '../unit-shown-service.ts';
import { pointsForWeights } from './points-for-weights.ts';
import { findWeightProposal, listWeightProposals, partiesFor, proposeWeights } from './proposal-service.ts';
import { valuesOfProposal } from './propose-values.ts';
import { pointsField, readProposeForm } from './read-propose-form.ts';
import { type SwingStep, swingSteps } from './swing-steps.ts';
import { sayBeginning, weightsTried } from './weights-tried.ts';

const consultation = { module: 'consultation', act: 'write' } as const;

/** What became of a wish to propose. */
export type Proposed =
  | { kind: 'done'; proposal: WeightProposal }
  | { kind: 'unknown' }
  /** Who asks answers for no party to it. */
  | { kind: 'no party' }
  | { kind: 'shown again'; model: ProposePageModel; status: 400 | 409 };

export type ProposePageShown =
  | Extract<Proposed, { kind: 'unknown' | 'no party' }>
  | { kind: 'page'; model: ProposePageModel };

/** The form of a proposal: for whom and how are asked first where the address does not say. */
export const loadProposePage = guarded(
  { name: 'consultation.propose-page', ...consultation },
  async (platform: Platform, id: number, asked: Typed): Promise<ProposePageShown> => {
    const page = await pageOf(platform, id, asked);
    if (page.kind !== 'form') return page;
    const { model, earlier } = page;
    const { party, method, steps } = model;
    if (party === null || method === null) return { kind: 'page', model };
    const before = earlier === null ? null : valuesOfProposal(earlier, method, steps);
    const typed = { ...(before ?? startOf(party, page.proposals)), ...weightsAsked(asked, method, steps) };
    const seen =
      earlier === null || before === null ? null : { proposal: earlier.id, version: earlier.version, values: before };
    const beginning = sayBeginning({
      ...{ method, tried: weightsTried(asked), parts: model.review.demand.parts },
      earlier: earlier === null ? null : { method: earlier.given.method, on: todayInLondon(earlier.written.at) },
    });
    return { kind: 'page', model: { ...model, typed, seen, beginning } };
  },
);

/** Everything the form rests on, from the fields of its address or of the form itself. */
async function pageOf(platform: Platform, id: number, asked: Typed) {
  const review = await findReview(platform, id);
  if (review === null) return { kind: 'unknown' } as const;
  const parties = await partiesFor(platform, id);
  const [only, ...others] = parties;
  if (only === undefined) return { kind: 'no party' } as const;
  const chosen = parties.find((party) => partyKey(party) === asked.party) ?? null;
  const party = others.length === 0 ? only : chosen;
  const proposals = await listWeightProposals(platform, id);
  const earlier = party === null ? null : earlierOf(proposals, party, asked.change);
  const method: Elicited['method'] | null =
    asked.method === 'budget' || asked.method === 'swing' ? asked.method : (earlier?.given.method ?? null);
  const model: ProposePageModel = {
    ...{ unit: await unitShown(platform), review, state: stateOf(review, todayInLondon(platform.now())) },
    ...{ parties, party, method, steps: swingSteps(review.demand) },
    kept: Object.entries(asked).filter(([name]) => name.startsWith('weight-') || name === 'change'),
    now: await weightsNow(platform, review),
    ...{ typed: {}, seen: null, stored: null, beginning: [], problems: [] },
  };
  return { kind: 'form', model, earlier, proposals } as const;
}

/** What the party proposed before and is changed now: of the police the one that is named, of others their only one. */
function earlierOf(
  proposals: readonly WeightProposal[],
  party: Party,
  change: string | undefined,
): WeightProposal | null {
  return (
    proposals.find(
      (proposal) =>
        proposal.withdrawn === null &&
        partyKey(proposal.party) === partyKey(party) &&
        (party.kind !== 'police' || String(proposal.id) === change),
    ) ?? null
  );
}

/** A first proposal begins empty; one of the police with a name while that is free. */
function startOf(party: Party, proposals: readonly WeightProposal[]): Typed {
  if (party.kind !== 'police') return {};
  const taken = proposals.some(({ title, withdrawn }) => withdrawn === null && title === POLICE_DRAFT);
  return { title: taken ? '' : POLICE_DRAFT };
}

/** Points that come to the weights of an address, as the what-if sends them; none where it sends none. */
function weightsAsked(asked: Typed, method: Elicited['method'], steps: readonly SwingStep[]): Typed {
  const weights = weightsTried(asked);
  if (steps.every(({ component }) => weights[component] === undefined)) return {};
  const points = pointsForWeights(method, weights, steps);
  return Object.fromEntries(Object.entries(points).map(([component, each]) => [pointsField(component), String(each)]));
}

/** Writes down what was sent; what was typed comes again where that cannot be, or a colleague was faster. */
export const proposeAsked = guarded(
  { name: 'consultation.propose-asked', ...consultation },
  async (platform: Platform, id: number, typed: Typed): Promise<Proposed> => {
    const page = await pageOf(platform, id, typed);
    if (page.kind !== 'form') return page;
    const { party, method, steps } = page.model;
    if (party === null || method === null) return { kind: 'shown again', model: page.model, status: 400 };
    const seen = seenBy(typed, party, steps);
    const model = { ...page.model, typed, seen };
    const { form, problems } = readProposeForm(typed, method, steps);
    if (problems.length > 0) return { kind: 'shown again', model: { ...model, problems }, status: 400 };
    try {
      const proposal = await proposeWeights(platform, { ...form, review: id, party, version: seen?.version ?? null });
      return { kind: 'done', proposal };
    } catch (error) {
      if (error instanceof Refused) {
        const status = model.state === 'open' ? 400 : 409;
        return { kind: 'shown again', model: { ...model, problems: error.problems }, status };
      }
      if (!(error instanceof StaleEdit)) throw error;
      return { kind: 'shown again', model: await afterStale(platform, model, error), status: 409 };
    }
  },
);

/** What the form began from, as it sent it along; null for the first proposal of a party. */
function seenBy(typed: Typed, party: Party, steps: readonly SwingStep[]): ProposePageModel['seen'] {
  const version = versionIn(typed);
  if (version === null) return null;
  const proposal = /^\d{1,15}$/.test(typed.change ?? '') ? Number(typed.change) : 0;
  return { proposal, version, values: seenIn(typed, proposeFields(party, steps)) };
}

/** A colleague's wording beside what was typed; where it was taken back, what was typed becomes a first proposal. */
async function afterStale(
  platform: Platform,
  model: ProposePageModel,
  { stored, message }: StaleEdit,
): Promise<ProposePageModel> {
  const found = isStored(stored) ? await findWeightProposal(platform, stored.id) : null;
  if (found === null || found.withdrawn !== null || model.method === null) {
    const because: Problem = { field: null, sentence: `${found === null ? message : TAKEN_BACK}` };
    return { ...model, seen: null, problems: [because] };
  }
  const values = valuesOfProposal(found, model.method, model.steps);
  const names = await namesOf(platform, [found.written.by]);
  return {
    ...model,
    seen: model.seen ?? { proposal: found.id, version: found.version, values },
    stored: {
      ...{ version: found.version, values },
      ...{ by: sayWho(found.written.by, names), at: moment(found.written.at) },
    },
  };
}

const TAKEN_BACK =
  'A colleague withdrew the proposal while you were changing it: send this again to propose it as a new one.';

const isStored = (stored: unknown): stored is { id: number } =>
  typeof stored === 'object' && stored !== null && 'id' in stored && typeof stored.id === 'number';
