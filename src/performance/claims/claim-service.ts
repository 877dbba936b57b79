import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused, refuseIf } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { guarded, worksWithMadeUp } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { StaleEdit, tryWrite } from '../../platform/concurrency/index.ts';
import { inRefusingTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { claimProblems } from './claim-problems.ts';
import { claimPeriods } from './claim-spans.ts';
import {
  insertClaim,
  insertClaimRevision,
  readClaim,
  readClaimRevisions,
  readClaims,
  readSameClaim,
  saveClaim,
  saveWithdrawnClaim,
} from './claim-store.ts';
import type { Claim, ClaimContent, ClaimRevision } from './model.ts';
import { placeOfClaim } from './place-of-claim-service.ts';
import { takeClaimFromReaders } from './publish-claim-service.ts';

const performance = { module: 'performance' } as const;

/** Enters a claim of a unit. @throws Refused, with fields as claimProblems names them and area, period, against */
export const enterClaim = guarded(
  { ...performance, name: 'performance.enter-claim', act: 'write', place: (_, { unit }: EnterClaim) => ({ unit }) },
  async (platform: Platform, asked: EnterClaim): Promise<Claim> => {
    // Areas are looked up before: clusters are read in a transaction of their own.
    const content = await checkedContent(platform, asked);
    return inRefusingTransaction(platform, (trx) => enter(platform, trx, asked.unit, content));
  },
);

async function enter(platform: Platform, trx: Records, unit: string, content: ClaimContent): Promise<Claim> {
  const written = { by: platform.actor, at: platform.now() };
  const attempt = await tryWrite(trx, 'one_standing_claim', () =>
    insertClaim(trx, { unit, synthetic: worksWithMadeUp(platform) }, content, written),
  );
  if (attempt.kind !== 'written') throw new Refused([{ field: 'words', sentence: ENTERED_ALREADY }]);
  return kept(trx, attempt.result, 'performance.enter-claim', platform.actor);
}

/** A new claim. */
export interface EnterClaim extends ClaimContent {
  unit: string;
}

const ENTERED_ALREADY = 'This claim of the same document is in the register already: change that one instead.';

/** What was typed, as it is kept. @throws Refused */
async function checkedContent(platform: Platform, content: ClaimContent): Promise<ClaimContent> {
  const { words, saidBy, saidOn, document, kind, vintage } = content;
  const binding = kind === 'narrative' ? null : content.binding;
  const written = { words, saidBy, saidOn, document, kind, binding, vintage };
  const today = todayInLondon(platform.now());
  const missing = kind !== 'narrative' && binding === null;
  refuseIf([
    ...claimProblems(written, today),
    missing
      ? { field: 'measure', sentence: 'Say which measure, area and period it is about, or call it a narrative.' }
      : null,
  ]);
  if (binding === null) return written;
  const found = await findPerformanceArea(platform, { word: binding.area, asAt: today });
  const periods = claimPeriods({ kind, binding }, today);
  refuseIf([
    binding.area === '' ? { field: 'area', sentence: 'Give the area it is about, such as Camden.' } : null,
    found.kind === 'refused' ? { field: 'area', sentence: found.because } : null,
    periods.kind === 'refused' ? { field: periods.field, sentence: periods.because } : null,
  ]);
  return { ...written, binding: { ...binding, area: found.kind === 'area' ? found.area.word : binding.area } };
}

/** Changes what is written of a claim. @throws Refused; StaleEdit with what is stored where somebody saved first */
export const changeClaim = guarded(
  { ...performance, name: 'performance.change-claim', act: 'write', place: placeOfClaim },
  async (platform: Platform, asked: ClaimContent & { id: number; version: number }): Promise<Claim> => {
    const { id, version } = asked;
    const content = await checkedContent(platform, asked);
    return inRefusingTransaction(platform, async (trx) => {
      await standing(platform, trx, id, version);
      const written = { by: platform.actor, at: platform.now() };
      const saved = await tryWrite(trx, 'one_standing_claim', () =>
        withStored(trx, id, () => saveClaim(trx, { id, version }, content, written)),
      );
      if (saved.kind !== 'written') throw new Refused([{ field: 'words', sentence: ENTERED_ALREADY }]);
      return kept(trx, id, 'performance.change-claim', platform.actor);
    });
  },
);

/**
 * Withdraws a claim with a reason: it stays readable, and readers no longer see it.
 * @throws Refused; StaleEdit where somebody saved first
 */
export const withdrawClaim = guarded(
  { ...performance, name: 'performance.withdraw-claim', act: 'write', place: placeOfClaim },
  (platform: Platform, asked: { id: number; version: number; because: string }): Promise<Claim> =>
    inRefusingTransaction(platform, async (trx) => {
      const { id, version } = asked;
      const because = asked.because.trim();
      const before = await standing(platform, trx, id, version);
      refuseIf([textProblem('because', because, 1_000, REASON_MISSING)]);
      await takeClaimFromReaders({ ...platform, records: trx }, before, because);
      const written = { by: platform.actor, at: platform.now() };
      await withStored(trx, id, () => saveWithdrawnClaim(trx, { id, version }, { ...written, because }));
      return kept(trx, id, 'performance.withdraw-claim', platform.actor, because);
    }),
);

const REASON_MISSING = 'Say why it is withdrawn: the reason is kept with it.';

/** The claim as its writer saw it. @throws Refused where it is withdrawn, or not theirs; StaleEdit */
async function standing(platform: Platform, trx: Records, id: number, version: number): Promise<Claim> {
  const claim = await readClaim(trx, id);
  if (claim === null) throw new Refused([THERE_IS_NONE]);
  const isTheirs = platform.principal.kind === 'wardroom' || claim.synthetic === worksWithMadeUp(platform);
  refuseIf([
    isTheirs ? null : { field: null, sentence: NOT_THEIRS },
    claim.withdrawn === null ? null : { field: null, sentence: 'This claim was withdrawn: enter it anew.' },
  ]);
  if (claim.version !== version) throw new StaleEdit(claim, version);
  return claim;
}

const NOT_THEIRS =
  'Made-up people of the demonstration work with made-up claims, and real people with real ones: enter one of your own.';
const THERE_IS_NONE: Problem = { field: null, sentence: 'There is no claim of this number that you may see.' };

async function withStored(trx: Records, id: number, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof StaleEdit)) throw error;
    throw new StaleEdit(await readClaim(trx, id), error.version);
  }
}

async function kept(trx: Records, id: number, action: string, actor: string, reason?: string): Promise<Claim> {
  const claim = await readClaim(trx, id);
  if (claim === null) throw new Refused([THERE_IS_NONE]);
  await insertClaimRevision(trx, claim);
  const detail = { claim: id, version: claim.version };
  await recordAudit(trx, {
    ...{ actor, action, detail, subject: `claim ${id} of ${claim.unit}` },
    ...(reason === undefined ? {} : { reason }),
  });
  return claim;
}

/** Claims of a file: those that are in the register already are left as they are. */
export const addClaims = guarded(
  { ...performance, name: 'performance.add-claims', act: 'write', place: (_, { unit }: AddClaims) => ({ unit }) },
  async (platform: Platform, { unit, claims }: AddClaims): Promise<{ added: Claim[]; held: Claim[] }> => {
    const contents: ClaimContent[] = [];
    for (const claim of claims) contents.push(await checkedContent(platform, claim));
    return inRefusingTransaction(platform, async (trx) => {
      const [added, held]: [Claim[], Claim[]] = [[], []];
      for (const content of contents) {
        const same = await readSameClaim(trx, { unit, ...content });
        if (same === null) added.push(await enter(platform, trx, unit, content));
        else held.push(same);
      }
      return { added, held };
    });
  },
);

/** Claims to add together, all or none. */
export interface AddClaims {
  unit: string;
  claims: readonly ClaimContent[];
}

/** Every claim that may be seen, withdrawn or not, the last said first. */
export const listClaims = guarded(
  { ...performance, name: 'performance.list-claims', act: 'read' },
  (platform: Platform): Promise<Claim[]> => inRefusingTransaction(platform, (trx) => readClaims(trx, null)),
);

/** A claim by its number; null where there is none that may be seen. */
export const findClaim = guarded(
  { ...performance, name: 'performance.find-claim', act: 'read' },
  (platform: Platform, id: number): Promise<Claim | null> =>
    inRefusingTransaction(platform, (trx) => readClaim(trx, id)),
);

/** Every wording of a claim, the first first. */
export const claimHistory = guarded(
  { ...performance, name: 'performance.claim-history', act: 'read' },
  (platform: Platform, id: number): Promise<ClaimRevision[]> =>
    inRefusingTransaction(platform, (trx) => readClaimRevisions(trx, id)),
);
