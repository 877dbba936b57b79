import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Problem } from '../../lib/refused.ts';
import { published } from '../../platform/access/index.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { nextMove } from '../../platform/publication/index.ts';
import { moment } from '../../ui/moment.ts';
import { sayWho } from '../../ui/say-who.ts';
import { claimHistory, findClaim } from './claim-service.ts';
import { checkClaims } from './figures-of-claims-service.ts';
import type { Claim, ClaimContent } from './model.ts';
import type { ClaimPageModel } from './pages/claim-page.tsx';
import type { ClaimsPageModel, ListedClaim } from './pages/claims-page.tsx';
import {
  claimsThatWait,
  findPublishedClaim,
  latestOfClaim,
  listPublishedClaims,
  previewClaim,
} from './publish-claim-service.ts';
import { claimRegister, claimStandings, publishedStandings } from './standings-service.ts';
import { mayIn, unitShown } from './unit-of-claims-service.ts';

/** The register: every claim to who reads performance, and to everybody else those that were published. */
export const loadClaimsPage = published(
  'performance.claims-page',
  async (platform: Platform): Promise<ClaimsPageModel> => {
    const unit = await unitShown(platform);
    const inPublic = await listPublishedClaims(platform.records, unit.name);
    const shown = new Set(inPublic.map(({ claim }) => claim.claim));
    const isStaff = mayIn(platform, 'read', null);
    const waiting = isStaff ? await claimsThatWait(platform, unit.name) : new Set<string>();
    const listed = isStaff
      ? (await claimRegister(platform)).map(({ claim, standings, ...rest }): ListedClaim => {
          const since = standings.at(-1) ?? null;
          const isSame = since?.state === rest.finding.state;
          return {
            ...rest,
            claim,
            id: claim.id,
            inPublic: shown.has(claim.id),
            waits: claim.withdrawn === null && waiting.has(String(claim.id)),
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
  const standings = await publishedStandings(
    platform.records,
    claims.map(({ claim }) => claim),
  );
  return claims.flatMap((claim, at): ListedClaim[] => {
    const found = checked[at];
    if (found === undefined) return [];
    const noted = (standings.get(claim.claim) ?? []).map((each) => ({ state: each.state, noted: { at: each.at } }));
    const since = noted.at(-1)?.state === found.finding.state ? firstOf(noted) : null;
    return [{ ...found, claim, id: claim.claim, inPublic: true, waits: false, changed: false, since }];
  });
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
      standings: kept === null ? await standingsInPublic(platform, id) : await keptStandings(platform, id),
      published: isShown ? { version: shown.claim.version, alone: shown.item.alone } : null,
      staff: kept === null ? null : await staffPart(platform, kept),
    };
  },
);

async function keptStandings(platform: Platform, id: number) {
  return (await claimStandings(platform, id)).map(({ state, noted }) => ({ state, at: noted.at }));
}

async function standingsInPublic({ records }: Platform, id: number) {
  return (await publishedStandings(records, [id])).get(id) ?? [];
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

function asPreview(preview: Previewed, roleAllows: boolean) {
  const otherwise = roleAllows
    ? null
    : 'It waits for somebody whose role approves performance figures, such as the commander.';
  return {
    sentences: preview.described.sentences,
    contentHash: preview.approvalHash,
    next: nextMove(preview, otherwise),
  };
}
