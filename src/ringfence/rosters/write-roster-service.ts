import { randomUUID } from 'node:crypto';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { Conflict } from '../../platform/web/index.ts';
import { insertAbsences } from '../absences/many-absences-store.ts';
import { type OrderOfWard, orderResolver } from '../absences/order-asked-service.ts';
import { attachmentId } from '../duties/attachment-id.ts';
import { readDuties, type Writer } from '../duties/duty-store.ts';
import { deleteReplaced } from '../duties/leave-of-book-store.ts';
import { readLeave } from '../duties/leave-store.ts';
import { insertDuties, insertLeaves } from '../duties/many-duties-store.ts';
import { leaveLine } from '../ledger/leave-line.ts';
import { enterDuties, enterLeave } from '../ledger/ledger-service.ts';
import { insertLines } from '../ledger/ledger-store.ts';
import type { Absence, Duty } from '../model.ts';
import type { AwayTime, RosterPlan, TargetDuty } from './plan/model.ts';
import {
  type BulkRevision,
  deleteMany,
  insertRevisions,
  readDutiesBrought,
  readLeaveBrought,
  updateDuties,
  updateLeaves,
} from './roster-duties-store.ts';

/** What a plan is written with. */
interface Writing {
  roster: number;
  /** Name of the file, for the history of each row. */
  name: string;
  synthetic: boolean;
  isClosed: (day: string) => boolean;
  by: Writer;
  /** Identity of the person who takes it in; null for the command line by itself. */
  person: string | null;
}

/** Duties whose ledger is entered together. */
const ENTERED_TOGETHER = 2_000;

/**
 * Writes what a plan says, with the state before of everything it changes, and enters it into the ledger.
 * @throws Conflict where somebody changed a duty since the plan was made; StatementError where one overlaps another
 */
export const writeRoster = within(
  'ringfence.write-roster',
  async (trx: Records, plan: RosterPlan, writing: Writing): Promise<void> => {
    const { add, change, removeDuties } = plan;
    complete(await deleteMany(trx, 'duty', removeDuties), removeDuties.length);
    complete(await updateDuties(trx, change, writing.by), change.length);
    await insertDuties(trx, await dutiesToAdd(trx, add, writing), writing, writing.by);
    const brought = await readDuties(trx, { ids: await readDutiesBrought(trx, writing.roster) });
    const changed = await readDuties(trx, { ids: change.map(({ duty }) => duty.id) });
    await writeAbsences(trx, plan, brought, writing);
    await keepRevisions(trx, writing, [
      ...removeDuties.map((duty) => ({ kind: 'duty' as const, row: duty, before: duty, after: null })),
      ...brought.map((duty) => ({ kind: 'duty' as const, row: duty, before: null, after: duty })),
      ...withStatesBefore(
        'duty',
        changed,
        change.map(({ duty }) => duty),
      ),
    ]);
    const touched = [
      ...removeDuties,
      ...change.map(({ duty }) => duty),
      ...plan.away.map(({ duty }) => duty),
      ...brought,
    ];
    const ids = [...new Set(touched.map(({ id }) => id))];
    for (let at = 0; at < ids.length; at += ENTERED_TOGETHER)
      await enterDuties(trx, ids.slice(at, at + ENTERED_TOGETHER), writing.by);
    await writeLeave(trx, plan, writing);
  },
);

/** @throws Conflict where fewer rows were written than were meant */
function complete(written: number, meant: number): void {
  if (written !== meant)
    throw new Conflict('Somebody changed a duty of this roster meanwhile: nothing was taken in, so look at it again.');
}

const asDuty = (target: TargetDuty): Omit<Duty, 'id' | 'version' | 'synthetic'> => ({
  officer: target.officer,
  place: target.place,
  postClass: target.postClass,
  kind: target.kind,
  day: target.day,
  during: target.during,
  planned: target.planned,
  confirmed: target.worked ? 'roster' : null,
  elsewhere: target.elsewhere,
});

/** Duties that are added, with the person who ordered those worked elsewhere, where the records know that. */
async function dutiesToAdd(
  trx: Records,
  add: readonly TargetDuty[],
  writing: Writing,
): Promise<ReturnType<typeof asDuty>[]> {
  const orderOf = await orderResolver(trx, writing, add.flatMap(ordersOf));
  return add.map(asDuty).map((duty) => {
    const [order] = ordersOf(duty);
    return order === undefined || duty.elsewhere === null
      ? duty
      : { ...duty, elsewhere: { ...duty.elsewhere, order: orderOf(order) } };
  });
}

const ordersOf = ({ elsewhere, place, day }: Pick<Duty, 'elsewhere' | 'place' | 'day'>): OrderOfWard[] =>
  elsewhere === null || elsewhere.order === null ? [] : [{ order: elsewhere.order, place, day }];

const because =
  ({ name, isClosed }: Writing) =>
  (day: string): string =>
    isClosed(day) ? `Roster ${name}, after the month was closed` : `Roster ${name}`;

const keepRevisions = (trx: Records, writing: Writing, revisions: readonly BulkRevision[]): Promise<void> =>
  insertRevisions(trx, revisions, because(writing), writing.by);

function withStatesBefore<Row extends { id: number; officer: number; place: number; day: string }>(
  kind: 'duty' | 'leave',
  after: readonly Row[],
  before: readonly Row[],
): BulkRevision[] {
  const states = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => ({ kind, row, before: states.get(row.id) ?? null, after: row }));
}

async function writeAbsences(
  trx: Records,
  plan: RosterPlan,
  brought: readonly Duty[],
  writing: Writing,
): Promise<void> {
  const keyOf = ({ officer, during }: Pick<Duty, 'officer' | 'during'>) => `${officer} ${during.from.getTime()}`;
  const dutyAt = new Map(brought.map((duty) => [keyOf(duty), duty]));
  const restDays = new Map<string, number>();
  const noteRest = (duty: Duty) => {
    if (duty.kind === 'rest-day') restDays.set(`${duty.officer} ${duty.day}`, duty.id);
  };
  for (const duty of [...plan.restDays, ...brought]) noteRest(duty);
  const wanted: { duty: Duty; away: AwayTime }[] = [...plan.away];
  for (const target of plan.add) {
    const duty = dutyAt.get(keyOf(target));
    if (duty !== undefined) wanted.push(...awaysOf(target).map((away) => ({ duty, away })));
  }
  const ordered = wanted.flatMap(({ duty: { place, day }, away: { order } }): OrderOfWard[] =>
    order === null ? [] : [{ order, place, day }],
  );
  const orderOf = await orderResolver(trx, writing, ordered);
  const absences = wanted.map(({ duty, away }) => {
    const { place, day } = duty;
    const rested = away.charge === null ? undefined : restDays.get(`${duty.officer} ${away.charge}`);
    const order = away.order === null ? null : orderOf({ order: away.order, place, day });
    return absenceOf(duty, { ...away, order }, rested === undefined ? null : `duty:${rested}`);
  });
  const { name, isClosed, by } = writing;
  await insertAbsences(trx, absences, { because: `Roster ${name}`, isClosed }, by);
}

/** Who acts up or is attached elsewhere that day is away for the whole of a duty that is only planned: nobody called them. */
function awaysOf({ aways, attached, worked, kind, during }: TargetDuty): AwayTime[] {
  if (aways.length > 0 || !attached || worked || kind !== 'ward') return aways;
  return [{ ...during, line: 0, reason: 'attachment', event: null, order: null, covers: null, charge: null }];
}

const absenceOf = (duty: Duty, away: AwayTime, chargedTo: string | null): Absence => ({
  // Line 0: no row says so, the post book does.
  id: away.line === 0 ? attachmentId(duty.id) : randomUUID(),
  duty: duty.id,
  officer: duty.officer,
  place: duty.place,
  day: duty.day,
  from: away.from,
  to: away.to,
  reason: away.reason,
  event: away.event,
  order: away.order,
  covers: away.covers,
  chargedTo,
  note: '',
  standing: 'recorded',
  synthetic: duty.synthetic,
  version: 1,
});

async function writeLeave(trx: Records, plan: RosterPlan, writing: Writing): Promise<void> {
  const { addLeave, changeLeave, removeLeave } = plan;
  complete(await deleteMany(trx, 'leave', removeLeave), removeLeave.length);
  complete(await updateLeaves(trx, changeLeave), changeLeave.length);
  const replaced = await deleteReplaced(trx, addLeave);
  complete(await insertLeaves(trx, addLeave, writing), addLeave.length);
  const brought = await readLeave(trx, { ids: await readLeaveBrought(trx, writing.roster) });
  const changed = await readLeave(trx, { ids: changeLeave.map(({ leave }) => leave.id) });
  await keepRevisions(trx, writing, [
    ...removeLeave.map((leave) => ({ kind: 'leave' as const, row: leave, before: leave, after: null })),
    ...brought.map((leave) => ({ kind: 'leave' as const, row: leave, before: null, after: leave })),
    ...withStatesBefore(
      'leave',
      changed,
      changeLeave.map(({ leave }) => leave),
    ),
  ]);
  await insertLines(
    trx,
    brought.map((leave) => ({ ...leaveLine(leave), synthetic: writing.synthetic })),
    writing.by,
  );
  // What was held may not be counted by the post book, and is then not taken back.
  await enterLeave(trx, [...removeLeave, ...changed, ...replaced], writing.by);
}
