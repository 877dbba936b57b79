import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { absencesOf, stepsOf } from '../absences/absence-service.ts';
import { dutiesOf } from '../duties/duty-service.ts';
import { leaveOf } from '../duties/leave-service.ts';
import { readUncounted } from '../duties/settle-store.ts';
import { ledgerOfOfficer } from '../ledger/ledger-service.ts';
import { readActingOfficer } from '../officers/account-store.ts';
import { readDevices } from '../phones/device-store.ts';
import { readMonthsOf, readSentAsItCame, readStates } from './mine-store.ts';
import type { RecordedAboutMe } from './model.ts';

const FIRST = '1900-01-01';
const LAST = '2200-12-31';

/**
 * Everything that is recorded about whoever is signed in, as an officer of a ward.
 * @param asked.month "2026-10"; "present" for the one that runs; null for everything
 * @returns null where nobody said yet which officer they are
 */
export const recordedAboutMe = published(
  'ringfence.recorded-about-me',
  async (platform: Platform, asked: { month: string | null }): Promise<RecordedAboutMe | null> => {
    const found = await platform.records.transaction().execute(async (trx) => {
      const officer = await readActingOfficer(trx);
      if (officer === null) return null;
      const present = todayInLondon(platform.now()).slice(0, 7);
      const month = asked.month === 'present' ? present : asked.month;
      const held = await readMonthsOf(trx, officer.officer);
      const months = [...new Set([present, ...held, ...(month === null ? [] : [month])])].toSorted().toReversed();
      const [from, to] = month === null ? [FIRST, LAST] : [`${month}-01`, lastOf(month)];
      return { officer, months, ...(await readAll(trx, { officer: officer.officer, from, to })) };
    });
    if (found === null) return null;
    const writers = [
      ...found.absences.flatMap(({ steps }) => steps.map(({ doneBy }) => doneBy)),
      ...found.states.map(({ changedBy }) => changedBy),
      ...found.phones.flatMap(({ revokedBy }) => (revokedBy === null ? [] : [revokedBy])),
    ];
    return { ...found, names: await namesOf(platform, [...new Set(writers)]) };
  },
);

async function readAll(trx: Records, asked: { officer: number; from: string; to: string }) {
  const absences: RecordedAboutMe['absences'] = [];
  for (const absence of await absencesOf(trx, asked)) absences.push({ absence, steps: await stepsOf(trx, absence.id) });
  const duties = await dutiesOf(trx, asked);
  const ward = duties.filter(({ kind }) => kind === 'ward').map(({ id }) => id);
  return {
    ...{ from: asked.from, to: asked.to },
    duties,
    uncounted: [...(await readUncounted(trx, 'duty', ward))],
    absences,
    leave: await leaveOf(trx, asked),
    ledger: await ledgerOfOfficer(trx, asked),
    states: await readStates(trx, asked),
    phones: await readDevices(trx, asked.officer),
    sent: await readSentAsItCame(trx, asked.officer),
  };
}

/** The last day of a month, "2026-02-28". */
function lastOf(month: string): string {
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
  return next.toISOString().slice(0, 10);
}
