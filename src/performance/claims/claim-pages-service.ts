import { requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { compareEdits } from '../../lib/editing/compare-edits.ts';
import { type Problem, Refused } from '../../lib/refused.ts';
import { CATALOGUE } from '../../measures/index.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { guarded, may, published } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { moment } from '../../ui/moment.ts';
import { sayWho } from '../../ui/say-who.ts';
import { changeClaim, claimHistory, enterClaim, findClaim, withdrawClaim } from './claim-service.ts';
import { checkClaims } from './figures-of-claims-service.ts';
import type { Claim, ClaimContent } from './model.ts';
import type { ClaimFormModel } from './pages/claim-form-page.tsx';
import type { ClaimPageModel } from './pages/claim-page.tsx';
import type { ClaimsPageModel, ListedClaim } from './pages/claims-page.tsx';
import {
  approveClaim,
  findPublishedClaim,
  latestOfClaim,
  listPublishedClaims,
  previewClaim,
  proposeClaim,
  publishClaim,
} from './publish-claim-service.ts';
import { asTyped, CLAIM_FIELDS, readClaimForm, type Typed, versionIn } from './read-claim-form.ts';
import { claimRegister, noteStandings, publishedStandings } from './standings-service.ts';

const performance = { module: 'performance' } as const;
const mayIn = ({ principal }: Platform, act: 'read' | 'write' | 'approve', unit: string | null): boolean =>
  may(principal, { ...performance, act, place: unit === null ? null : { unit } });

async function unitShown({ records, now }: Platform) {
  const name = await requireUnit(records, null);
  const boroughs = await unitBoroughs(records, name, todayInLondon(now()));
  return { name, boroughs: boroughs.map((borough) => borough.name) };
}

/** The register: every claim to who reads performance, and to everybody else those that were published. */
export const loadClaimsPage = published(
  'performance.claims-page',
  async (platform: Platform): Promise<ClaimsPageModel> => {
    const unit = await unitShown(platform);
    const inPublic = await listPublishedClaims(platform.records, unit.name);
    const shown = new Set(inPublic.map(({ claim }) => claim.claim));
    const isStaff = mayIn(platform, 'read', null);
    const listed = isStaff
      ? (await claimRegister(platform)).map(({ claim, standings, ...rest }): ListedClaim => {
          const since = standings.at(-1) ?? null;
          const isSame = since?.state === rest.finding.state;
          return {
            ...rest,
            claim,
            id: claim.id,
            inPublic: shown.has(claim.id),
            since: isSame ? firstOf(standings) : null,
          };
        })
      : await publicOnes(
          platform,
          inPublic.map(({ claim }) => claim),
        );
    return { unit, claims: listed, isStaff, mayWrite: mayIn(platform, 'write', unit.name) };
  },
);

/** The day since which it stands as it was noted last. */
function firstOf(standings: readonly { state: string; noted: { at: Date } }[]): string | null {
  const last = standings.at(-1);
  const other = standings.findLastIndex(({ state }) => state !== last?.state);
  const since = standings[other + 1];
  return since === undefined ? null : todayInLondon(since.noted.at);
}

async function publicOnes(
  platform: Platform,
  claims: readonly (ClaimContent & { claim: number; synthetic: boolean })[],
): Promise<ListedClaim[]> {
  const checked = await checkClaims(platform, claims);
  const listed: ListedClaim[] = [];
  for (const [at, claim] of claims.entries()) {
    const found = checked[at];
    if (found === undefined) continue;
    const standings = await publishedStandings(platform.records, claim.claim);
    const noted = standings.map((each) => ({ state: each.state, noted: { at: each.at } }));
    const since = noted.at(-1)?.state === found.finding.state ? firstOf(noted) : null;
    listed.push({ ...found, claim, id: claim.claim, inPublic: true, changed: false, since });
  }
  return listed;
}

/** One claim: to who reads performance as it is kept, to everybody else as it was published; null where there is none. */
export const loadClaimPage = published(
  'performance.claim-page',
  async (platform: Platform, id: number, problems: readonly Problem[] = []): Promise<ClaimPageModel | null> => {
    const unit = await unitShown(platform);
    const kept = mayIn(platform, 'read', null) ? await findClaim(platform, id) : null;
    const shown = await findPublishedClaim(platform.records, { unit: unit.name, id });
    const claim = kept ?? shown?.claim ?? null;
    if (claim === null) return null;
    const [checked] = await checkClaims(platform, [claim]);
    if (checked === undefined) return null;
    const withdrawn = kept === null ? (shown?.item.withdrawn?.reason ?? null) : (kept.withdrawn?.because ?? null);
    const isShown = shown !== null && shown.item.withdrawn === null;
    return {
      ...{ unit, id, claim, ...checked, withdrawn, problems },
      standings: kept === null ? await publishedStandings(platform.records, id) : await keptStandings(platform, id),
      published: isShown ? { version: shown.claim.version, alone: shown.item.alone } : null,
      staff: kept === null ? null : await staffPart(platform, kept),
    };
  },
);

async function keptStandings(platform: Platform, id: number) {
  const found = (await claimRegister(platform)).find(({ claim }) => claim.id === id);
  return (found?.standings ?? []).map(({ state, noted }) => ({ state, at: noted.at }));
}

async function staffPart(platform: Platform, claim: Claim): Promise<NonNullable<ClaimPageModel['staff']>> {
  const history = await claimHistory(platform, claim.id);
  const names = await namesOf(
    platform,
    history.map(({ changed }) => changed.by),
  );
  const item = await latestOfClaim(platform, claim);
  const preview = item === null || item.state === 'published' ? null : await previewClaim(platform, claim);
  return {
    version: claim.version,
    mayWrite: mayIn(platform, 'write', claim.unit) && claim.withdrawn === null,
    preview: preview === null ? null : asPreview(preview, mayIn(platform, 'approve', claim.unit)),
    history: history.map(({ version, content, changed }) => ({
      version,
      words: content.words,
      who: sayWho(changed.by, names),
      when: moment(changed.at),
      withdrawn: content.withdrawnBecause,
    })),
  };
}

type Previewed = NonNullable<Awaited<ReturnType<typeof previewClaim>>>;

function asPreview({ item, after, described, approvalHash, mayApprove }: Previewed, roleAllows: boolean) {
  const nothing = (because: string) => ({ kind: 'nothing', because }) as const;
  const next = !roleAllows
    ? nothing('It waits for somebody whose role approves performance figures, such as the commander.')
    : after.kind === 'not protected'
      ? nothing(after.because)
      : item.state === 'approved'
        ? ({ kind: 'publish' } as const)
        : mayApprove.kind === 'refused'
          ? nothing(mayApprove.because)
          : ({ kind: 'approve', alone: mayApprove.kind === 'alone' } as const);
  return { sentences: described.sentences, contentHash: approvalHash, next };
}

/** The form of a new claim, or of a change; null where there is none that may be seen. */
export const loadClaimForm = guarded(
  { ...performance, name: 'performance.claim-form', act: 'write' },
  async (platform: Platform, id: number | null): Promise<ClaimFormModel | null> => {
    const claim = id === null ? null : await findClaim(platform, id);
    if (id !== null && claim === null) return null;
    const typed = claim === null ? { kind: 'percentage change', area: '', period: '' } : asTyped(claim);
    return formModel(platform, { id, typed, version: claim?.version ?? 0, seen: typed, stored: null, problems: [] });
  },
);

async function formModel(platform: Platform, rest: Omit<ClaimFormModel, 'unit' | 'measures'>): Promise<ClaimFormModel> {
  const measures = CATALOGUE.map(({ name, title }) => ({ name, title })).toSorted((a, b) =>
    a.title < b.title ? -1 : 1,
  );
  return { unit: await unitShown(platform), measures, ...rest };
}

/** What became of a form: the claim it made, or the form shown again with what is wrong. */
export type ClaimAsked<Model> =
  | { kind: 'done'; id: number }
  | { kind: 'unknown' }
  | { kind: 'shown again'; model: Model; status: 400 | 409 };

/** Enters a claim as it was typed, or changes one; where somebody else was faster, both are set side by side. */
export const claimAsked = guarded(
  { ...performance, name: 'performance.claim-asked', act: 'write' },
  async (platform: Platform, id: number | null, typed: Typed): Promise<ClaimAsked<ClaimFormModel>> => {
    const content = readClaimForm(typed);
    const version = versionIn(typed);
    const seen = Object.fromEntries(CLAIM_FIELDS.map(({ name }) => [name, typed[`seen-${name}`] ?? '']));
    try {
      const { name: unit } = await unitShown(platform);
      const claim =
        id === null
          ? await enterClaim(platform, { unit, ...content })
          : await changeClaim(platform, { id, version, ...content });
      return { kind: 'done', id: claim.id };
    } catch (error) {
      if (error instanceof Refused) {
        const model = await formModel(platform, { id, typed, version, seen, stored: null, problems: error.problems });
        return { kind: 'shown again', model, status: 400 };
      }
      if (!(error instanceof StaleEdit)) throw error;
      return overtaken(platform, { id: id ?? 0, typed, seen });
    }
  },
);

async function overtaken(
  platform: Platform,
  { id, typed, seen }: { id: number; typed: Typed; seen: Typed },
): Promise<ClaimAsked<ClaimFormModel>> {
  const claim = await findClaim(platform, id);
  if (claim === null) return { kind: 'unknown' };
  const now = asTyped(claim);
  const only = (values: Typed) => Object.fromEntries(CLAIM_FIELDS.map(({ name }) => [name, values[name] ?? '']));
  const fields = compareEdits({ seen: only(seen), stored: only(now), yours: only(typed) }).map(({ field, kind }) => ({
    ...{ name: field, kind, label: CLAIM_FIELDS.find(({ name }) => name === field)?.label ?? field },
    ...{ seen: seen[field] ?? '', stored: now[field] ?? '', yours: typed[field] ?? '' },
  }));
  const by = sayWho(claim.changed.by, await namesOf(platform, [claim.changed.by]));
  const stored = { fields, by, at: moment(claim.changed.at) };
  const model = await formModel(platform, { id, typed, version: claim.version, seen: now, stored, problems: [] });
  return { kind: 'shown again', model, status: 409 };
}

/** What a button of a claim's page did. */
export type ClaimMoved =
  | { kind: 'done' }
  | { kind: 'unknown' }
  | { kind: 'shown again'; model: ClaimPageModel; status: 400 | 409 };

async function moved(platform: Platform, id: number, run: () => Promise<string | null>): Promise<ClaimMoved> {
  const again = async (problems: readonly Problem[], status: 400 | 409): Promise<ClaimMoved> => {
    const model = await loadClaimPage(platform, id, problems);
    return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status };
  };
  try {
    const because = await run();
    return because === null ? { kind: 'done' } : again([{ field: null, sentence: because }], 409);
  } catch (error) {
    if (error instanceof Refused) return again(error.problems, 400);
    if (error instanceof StaleEdit) return again([{ field: null, sentence: CHANGED_MEANWHILE }], 409);
    throw error;
  }
}

const CHANGED_MEANWHILE =
  'The claim was changed since you opened this page, and nothing was done: read it as it is now, then send this again.';

/** Withdraws a claim with the reason that was typed. */
export const withdrawClaimAsked = guarded(
  { ...performance, name: 'performance.withdraw-claim-asked', act: 'write' },
  (platform: Platform, id: number, typed: Typed): Promise<ClaimMoved> =>
    moved(platform, id, async () => {
      await withdrawClaim(platform, { id, version: versionIn(typed), because: typed.because ?? '' });
      return null;
    }),
);

/** Proposes a claim for readers. */
export const proposeClaimAsked = guarded(
  { ...performance, name: 'performance.propose-claim-asked', act: 'write' },
  (platform: Platform, id: number, typed: Typed): Promise<ClaimMoved> =>
    moved(platform, id, async () => {
      await proposeClaim(platform, { id, version: versionIn(typed) });
      return null;
    }),
);

/** Approves the wording that was shown, and publishes it where that was asked for. */
export const approveClaimAsked = guarded(
  { ...performance, name: 'performance.approve-claim-asked', act: 'approve' },
  (platform: Platform, id: number, typed: Typed): Promise<ClaimMoved> =>
    moved(platform, id, async () => {
      const approved = await approveClaim(platform, { id, contentHash: typed['content-hash'] ?? '' });
      const publishes = approved.kind === 'done' && typed.publish === 'yes';
      return sayMoved(publishes ? await publishClaim(platform, { id }) : approved);
    }),
);

/** Publishes a wording that was approved. */
export const publishClaimAsked = guarded(
  { ...performance, name: 'performance.publish-claim-asked', act: 'approve' },
  async (platform: Platform, id: number): Promise<ClaimMoved> => {
    if ((await findClaim(platform, id)) === null) return { kind: 'unknown' };
    return moved(platform, id, async () => sayMoved(await publishClaim(platform, { id })));
  },
);

function sayMoved(made: Awaited<ReturnType<typeof publishClaim>>): string | null {
  if (made.kind === 'done') return null;
  if (made.kind === 'refused') return made.because;
  return made.kind === 'unknown' ? 'Nothing of this claim waits: propose it first.' : CHANGED_MEANWHILE;
}

/** Checks every claim and notes each that stands otherwise than before. @throws Refused in another unit */
export const checkClaimsAsked = guarded(
  { ...performance, name: 'performance.check-claims-asked', act: 'write' },
  async (platform: Platform): Promise<void> => {
    const { name: unit } = await unitShown(platform);
    if (!mayIn(platform, 'write', unit))
      throw new Refused([{ field: null, sentence: `These claims are of ${unit}: ask somebody there to check them.` }]);
    await noteStandings(platform, { unit });
  },
);
