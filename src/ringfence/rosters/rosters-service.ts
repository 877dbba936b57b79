import { createHash } from 'node:crypto';
import { postBook } from '../../organisation/service.ts';
import { guarded, NotAllowed, personOf, within } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { type Records, StatementError } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, NotFound } from '../../platform/web/index.ts';
import { againOnDeadlock } from '../absences/again-on-deadlock-service.ts';
import type { KeptHeldRow, KeptRoster } from './kept.ts';
import type { RosterFormat } from './model.ts';
import type { RosterPlan, RosterRecords } from './plan/model.ts';
import { planRoster, type RosterToPlan } from './plan/plan-roster.ts';
import { type PlanShown, showPlan, writesOf } from './plan/show-plan.ts';
import type { RosterAnswer, RosterAsked } from './roster-answer.ts';
import { rosterRecords } from './roster-records-service.ts';
import {
  insertHeldBack,
  insertRoster,
  lockRosters,
  readHeldBack,
  readRoster,
  readRosters,
  readTakenBefore,
  readWritesOfOthers,
  settleByLater,
  settleHeldBack,
  type TakenBefore,
} from './rosters-store.ts';
import { rowsToKeep } from './rows-to-keep.ts';
import { writeRoster } from './write-roster-service.ts';

const WRITES = { module: 'duties', act: 'write' } as const;
/** Rosters that a page lists. */
const MOST_LISTED = 200;

/** Says what taking a roster in would do, row by row, and changes nothing. @throws NotFound, InvalidRequest, NotAllowed */
export const previewRoster = guarded(
  { name: 'ringfence.preview-roster', ...WRITES },
  (platform: Platform, asked: RosterAsked): Promise<RosterAnswer> => run(platform, asked, null),
);

/**
 * Takes a roster in: all that can be used, in one transaction with its audit, and what cannot with a sentence each. Of a file
 * that was taken in before only rows that were held back are taken, which somebody else may write or can be used by now.
 * @param asked.digest of the preview it was confirmed from; null without one
 * @throws Conflict when it would come to something else than the preview said; TooBusy, NotFound, InvalidRequest, NotAllowed
 */
export const takeInRoster = guarded(
  { name: 'ringfence.take-in-roster', ...WRITES },
  (platform: Platform, asked: RosterAsked & { digest: string | null }): Promise<RosterAnswer> =>
    run(platform, asked, { digest: asked.digest }),
);

/** Takes everything back that looking at a roster has written. */
class OnlyLooked extends Error {
  override name = 'OnlyLooked';
  readonly answer: RosterAnswer;
  constructor(answer: RosterAnswer) {
    super('Nothing is changed.');
    this.answer = answer;
  }
}

async function run(
  platform: Platform,
  { unit, file, whole }: RosterAsked,
  taking: { digest: string | null } | null,
): Promise<RosterAnswer> {
  const { name, read } = file;
  const book = await postBook(platform, unit);
  if (read.kind === 'refused') return { kind: 'refused', name, because: read.because, held: [] };
  try {
    const plans = async (trx: Records): Promise<RosterAnswer> => {
      await lockRosters(trx);
      const before = await readTakenBefore(trx, book.unit, file.hash);
      if (before?.linesLeft.size === 0) return { kind: 'already', name, takenInAt: before.takenInAt };
      const now = platform.now();
      const toPlan = before === null ? { ...read, whole } : leftOf(read, before);
      const records = await rosterRecords(trx, {
        book,
        rows: toPlan.rows,
        now,
        person: personOf(platform.principal),
      });
      await requireWriter(trx);
      const planned = planRoster(toPlan, records);
      const plan = before === null ? planned : { ...planned, notWhole: AGAIN };
      if (before !== null && changesNothing(plan))
        throw new OnlyLooked({ kind: 'already', name, takenInAt: before.takenInAt });
      const shown = { ...showPlan(plan, namesOf(records)), digest: digestOf(plan) };
      if (nothingUsable(plan)) throw new OnlyLooked({ kind: 'refused', name, because: NOTHING, held: shown.held });
      const answer = { unit: book.unit, name, format: read.format, synthetic: book.synthetic, shown };
      if (taking === null) throw new OnlyLooked({ ...answer, kind: 'would be taken in', roster: null, settled: 0 });
      if (taking.digest !== null && taking.digest !== shown.digest) throw new Conflict(CHANGED);
      return {
        ...answer,
        kind: 'taken in',
        ...(await keep(trx, platform, { ...answer, hash: file.hash, plan }, records.isClosed)),
      };
    };
    return await againOnDeadlock(() => platform.records.transaction().execute(plans));
  } catch (error) {
    if (error instanceof OnlyLooked) return error.answer;
    if (error instanceof StatementError && error.constraint === 'duties_never_overlap') throw new Conflict(OVERLAPS);
    throw error;
  }
}

const NOTHING = 'No row of it can be used: correct what each line says, and choose the file again.';
const AGAIN = 'It was taken in before, so only its rows that were held back are taken now.';
const CHANGED =
  'What the roster would change is no longer what was shown, since somebody wrote meanwhile: look at it again before you take it in.';
const OVERLAPS =
  'A duty of the roster overlaps one that you may not see, of another ward: ask its inspector to take the roster in.';

/** Of a file that was taken in before only the rows that were held back: the others may have been changed by hand since. */
const leftOf = ({ rows, held }: Pick<RosterToPlan, 'rows' | 'held'>, { linesLeft }: TakenBefore): RosterToPlan => {
  const isLeft = ({ line }: { line: number }) => linesLeft.has(line);
  return { rows: rows.filter(isLeft), held: held.filter(isLeft), whole: false };
};

const changesNothing = ({ outcomes: { duty, absence, leave, changed } }: RosterPlan): boolean =>
  duty + absence + leave + changed === 0;

const nothingUsable = ({ outcomes: { held, ...taken }, removeDuties, removeLeave }: RosterPlan): boolean =>
  held > 0 && Object.values(taken).every((rows) => rows === 0) && removeDuties.length + removeLeave.length === 0;

const digestOf = (plan: RosterPlan): string => createHash('sha256').update(writesOf(plan)).digest('hex');

function namesOf({ officers }: RosterRecords): (officer: number) => string {
  const names = new Map([...officers.values()].map(({ id, name, reference }) => [id, `${name} (${reference})`]));
  return (officer) => names.get(officer) ?? 'An officer';
}

/** Officers write their own duties one by one: a roster is of others. */
const requireWriter = within('ringfence.require-roster-writer', async (trx: Records): Promise<void> => {
  if (!(await readWritesOfOthers(trx)))
    throw new NotAllowed('Rosters are taken in by the sergeant of a ward or by an inspector: ask one of them.');
});

interface ToKeep {
  unit: string;
  name: string;
  format: RosterFormat;
  synthetic: boolean;
  hash: string;
  shown: PlanShown;
  plan: RosterPlan;
}

async function keep(
  trx: Records,
  { actor, principal, now }: Platform,
  { plan, shown, unit, name, format, synthetic, hash }: ToKeep,
  isClosed: (day: string) => boolean,
): Promise<{ roster: number; settled: number }> {
  const by = { actor, at: now() };
  const { counts } = shown;
  const roster = await insertRoster(trx, { unit, name, hash, format, counts, synthetic }, by);
  await writeRoster(trx, plan, { roster, name, synthetic, isClosed, by, person: personOf(principal) });
  await insertHeldBack(
    trx,
    rowsToKeep(plan.held).map((row) => ({ roster, ...row })),
  );
  const settled = await settleByLater(trx, { unit, roster, hash, keys: plan.settles }, by);
  const detail = { unit, name, ...counts, settled };
  await recordAudit(trx, { actor, action: 'ringfence.take-in-roster', subject: String(roster), detail });
  return { roster, settled };
}

/** Rosters of a unit, the latest first. @param unit null: the only one. @throws NotFound, InvalidRequest, NotAllowed */
export const rostersOf = guarded(
  { name: 'ringfence.rosters-of', ...WRITES },
  async (platform: Platform, unit: string | null): Promise<{ unit: string; rosters: KeptRoster[] }> => {
    const book = await postBook(platform, unit);
    return platform.records.transaction().execute(async (trx) => {
      await requireWriter(trx);
      return { unit: book.unit, rosters: await readRosters(trx, book.unit, MOST_LISTED) };
    });
  },
);

/** One roster with its rows that were held back, as far as whoever asks may see them: none to an officer. @throws NotFound */
export const rosterNumbered = guarded(
  { name: 'ringfence.roster-numbered', ...WRITES },
  (platform: Platform, id: number): Promise<{ roster: KeptRoster; held: KeptHeldRow[] }> =>
    platform.records.transaction().execute(async (trx) => {
      const roster = await readRoster(trx, id);
      if (roster === null) throw new NotFound('No roster is kept under this number: look at the list of rosters.');
      return { roster, held: await readHeldBack(trx, id) };
    }),
);

/** Settles a row that was held back, after what it says was dealt with by hand. @throws NotFound */
export const settleRow = guarded(
  { name: 'ringfence.settle-roster-row', ...WRITES },
  (platform: Platform, row: { roster: number; line: number }): Promise<void> =>
    platform.records.transaction().execute(async (trx) => {
      const { actor, now } = platform;
      if (!(await settleHeldBack(trx, row, { actor, at: now() })))
        throw new NotFound('No such row waits to be settled: look at the roster again.');
      const subject = String(row.roster);
      await recordAudit(trx, { actor, action: 'ringfence.settle-roster-row', subject, detail: { line: row.line } });
    }),
);
