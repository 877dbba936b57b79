/**
 * How long the ring-fence report takes of a force of 1,700 officers and four years, about 1.5 million duties: every ward's
 * 48 months and the unit's month, as an inspector (live sums, by what the records let them see) and as a visitor (what
 * was closed). Bounds: 50 ms and 200 ms.
 *
 * npx tsx bench/ringfence/ringfence.ts [ROUNDS] [--server]
 */
import { sql } from 'kysely';
import { ensureReferenceAreas, listAreas } from '../../src/geography/service.ts';
import { addMonths, monthRange } from '../../src/lib/calendar/month.ts';
import { todayInLondon } from '../../src/lib/calendar/today-in-london.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import type { Principal } from '../../src/platform/access/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { latestClosing } from '../../src/ringfence/closing/closing-day.ts';
import { closeDueMonths } from '../../src/ringfence/closing/closing-service.ts';
import { ringfenceReport, ringfenceReports } from '../../src/ringfence/reports/report-service.ts';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../test/builders/each-principal.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { median } from '../import/run-measured.ts';
import { inNewRecords } from '../series/in-new-records.ts';
import { type ForceSize, writeOthers, writeUnit } from './force-ledger.ts';

const rounds = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 15);
const OFFICERS = 1700;
const MONTHS = 48;
const READERS: Record<string, Principal> = {
  'an inspector': personWith('inspector', { unit: UNIT, borough: CAMDEN, ward: null }),
  'a visitor': { kind: 'visitor' },
};

async function timed(
  what: string,
  bound: number,
  times: number,
  run: (round: number) => Promise<unknown>,
): Promise<void> {
  const taken: number[] = [];
  for (let round = -3; round < times; round += 1) {
    const before = performance.now();
    await run(round + 3);
    if (round >= 0) taken.push(performance.now() - before);
  }
  const worst = Math.max(...taken).toFixed(1);
  console.log(
    `${what.padEnd(46)} median ${median(taken).toFixed(1).padStart(7)} ms  worst ${worst.padStart(7)} ms  bound ${bound} ms`,
  );
}

async function measure(database: Database, dataFolder: string): Promise<void> {
  const as = (principal: Principal) => testPlatform(database, { principal, dataFolder, now: new Date() });
  const system = { ...as({ kind: 'wardroom' }), records: database.system };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  const wards = (await listAreas(database.system, { version: 'wards-2022', boroughCodes: [CAMDEN, ISLINGTON] })).map(
    ({ code, boroughCode }) => ({ code, boroughCode: boroughCode ?? '' }),
  );
  const { month: to } = latestClosing([], todayInLondon(new Date()));
  const from = addMonths(to, 1 - MONTHS);
  const size: ForceSize = { unit: UNIT, wards, otherOfficers: OFFICERS - wards.length * 5, from, to };
  const began = performance.now();
  await writeUnit(database.system, size);
  const closed = await closeDueMonths(system);
  await writeOthers(database.system, size);
  await sql`analyze ringfence.ledger_line`.execute(database.system);
  const { rows } = await sql<{ lines: number; duties: number }>`select count(*)::int as lines,
    count(*) filter (where reason = '')::int as duties from ringfence.ledger_line`.execute(database.system);
  const made = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `On ${database.mode} records: ${rows[0]?.duties} duties, ${rows[0]?.lines} lines, ${closed.length} months closed, in ${made} s.`,
  );
  for (const [who, principal] of Object.entries(READERS)) {
    const platform = as(principal);
    await timed(`a ward's ${MONTHS} months as ${who}`, 50, rounds, async (round) => {
      const ward = wards[round % wards.length]?.code ?? '';
      const reports = await ringfenceReports(platform, { unit: UNIT, ward, from, to });
      if (reports.length !== MONTHS) throw new Error(`${reports.length} months were answered.`);
    });
    const months = monthRange(from, to);
    await timed(`the unit's month as ${who}`, 200, rounds, (round) =>
      ringfenceReport(platform, { unit: UNIT, month: months[months.length - 1 - (round % 12)] ?? to }),
    );
  }
}

await inNewRecords('ringfence', measure);
