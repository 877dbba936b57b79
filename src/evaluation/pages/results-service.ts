import { setTimeout as pause } from 'node:timers/promises';
import { referenceAreas } from '../../geography/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import { charterInView, chartersInView } from '../charter/charters-in-view-service.ts';
import type { CharterShown, EvaluationResult, OutcomeResult } from '../model.ts';
import { evaluateCharter, inputOf } from '../run/evaluation-service.ts';
import type { EvaluationAnswer } from '../run/model.ts';
import { sayState } from '../words/index.ts';
import type { ListedPilot, PageUnit, RecordedLook } from './model.ts';
import { type OutcomeAsked, outcomeShown } from './outcome-shown.ts';
import { mayIn, recordedLooks, unitShown } from './page-setting-service.ts';
import type { PilotsPageModel } from './pilots-page.tsx';
import { sayWaiting } from './say-waiting.ts';

/** How long a page waits for an answer before it says that it is being worked out, in milliseconds. */
const PAGE_WAITS = 2_500;
/** How long the list of pilots waits for each, all at once. */
const LIST_WAITS = 1_500;

/** The result of a pilot for a page: or that there is none of the name, that it is worked out, or why there is none. */
export type ResultForPage =
  | { kind: 'unknown' }
  | { kind: 'no outcome'; shown: CharterShown }
  | { kind: 'working'; unit: PageUnit; shown: CharterShown }
  | { kind: 'none'; unit: PageUnit; shown: CharterShown; because: string }
  | {
      kind: 'found';
      unit: PageUnit;
      shown: CharterShown;
      result: EvaluationResult;
      inFull: OutcomeResult;
      recorded: readonly RecordedLook[];
      mayRecord: boolean;
    };

/**
 * The result of a pilot for its page. What takes longer than a reader should wait goes on in its thread, and is there for
 * who asks again.
 */
export const resultForPage = published(
  'evaluation.result-for-page',
  async (platform: Platform, name: string, asked: OutcomeAsked): Promise<ResultForPage> => {
    const shown = await charterInView(platform, name);
    if (shown === null) return { kind: 'unknown' };
    const unit = await unitShown(platform);
    const answer = await within(PAGE_WAITS, evaluateCharter(platform, { shown, until: null }));
    if (answer === null) return { kind: 'working', unit, shown };
    if (answer.kind === 'refused') return { kind: 'none', unit, shown, because: answer.because };
    const inFull = outcomeShown(answer.result.outcomes, asked);
    if (inFull === null) return { kind: 'no outcome', shown };
    const recorded = await recordedLooks(platform, name);
    const inForce = shown.standing === 'signed' || shown.standing === 'retrospective';
    const mayRecord = shown.from === 'records' && inForce && mayIn(platform, 'write', shown.unit);
    return { kind: 'found', unit, shown, result: answer.result, inFull, recorded, mayRecord };
  },
);

/** The result of a pilot for a file: waited for until it is there; null where there is none of the name. */
export const resultForFile = published(
  'evaluation.result-for-file',
  async (platform: Platform, name: string): Promise<{ shown: CharterShown; answer: EvaluationAnswer } | null> => {
    const shown = await charterInView(platform, name);
    return shown === null ? null : { shown, answer: await evaluateCharter(platform, { shown, until: null }) };
  },
);

/**
 * Everything a result is worked out from, for working it out elsewhere: charter, figures, borders, seed and versions.
 * @returns null where there is no charter of the name
 */
export const inputForFile = published('evaluation.input-for-file', async (platform: Platform, name: string) => {
  const shown = await charterInView(platform, name);
  return shown === null ? null : inputOf(platform, { shown, until: null });
});

/** The list of pilots: those that everybody may read, and to who keeps charters the drafts as well. */
export const loadPilots = published('evaluation.pilots-page', async (platform: Platform): Promise<PilotsPageModel> => {
  const unit = await unitShown(platform);
  const charters = await chartersInView(platform);
  const pilots = await Promise.all(charters.map((shown) => listed(platform, shown)));
  return { unit, pilots, mayWrite: mayIn(platform, 'write', unit.name) };
});

async function listed(platform: Platform, shown: CharterShown): Promise<ListedPilot> {
  const names = new Map(referenceAreas(shown.charter.boundaryVersion).map(({ code, name }) => [code, name]));
  const areas = shown.charter.treated.flatMap((group) => group.areas.map((code) => names.get(code) ?? code));
  return { shown, areas, state: await stateOf(platform, shown), waits: sayWaiting(shown) };
}

async function stateOf(platform: Platform, shown: CharterShown): Promise<ListedPilot['state']> {
  if (shown.standing === 'draft' || shown.standing === 'partly signed') return { kind: 'none', because: NOT_IN_FORCE };
  const answer = await within(LIST_WAITS, orTurnedAway(evaluateCharter(platform, { shown, until: null })));
  if (answer === null) return { kind: 'working' };
  if (answer.kind === 'refused') return { kind: 'none', because: answer.because };
  const { result } = answer;
  return {
    kind: 'known',
    state: result.state,
    line: sayState(shown.charter, result).line,
  };
}

const NOT_IN_FORCE = 'Not in force, so no rule is applied: open it to see the figures.';

/** An answer; null where too many wait already, so that a list never fails for one of its lines. */
async function orTurnedAway(answer: Promise<EvaluationAnswer>): Promise<EvaluationAnswer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TooManyRequests) return null;
    throw error;
  }
}

/** An answer, where it comes in time; null where it does not, and it is worked on. */
export async function within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer | null> {
  const over = new AbortController();
  try {
    return await Promise.race([answer, pause(milliseconds, null, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
