import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import { LONG_RUNS } from '../builders/long-runs.ts';
import { describeStores, type EmptyRecords } from '../builders/records.ts';
import {
  layOutOfficers,
  liveThrough,
  type PhoneOfficer,
  type PhonesRun,
  type TimeAway,
} from '../builders/ringfence-phones.ts';
import { ringfenceRecords } from '../builders/ringfence-records.ts';

/** Officers with one phone or two; a thousand with KILLS=all. */
const OFFICERS = LONG_RUNS ? 1000 : 16;
const SEED = 20_260_310;
const MINUTE = 60_000;
/** Two phones of one officer are pressed a minute apart, and minutes are whole. */
const NEAR = 2 * MINUTE;
const SLOW = LONG_RUNS ? 1_800_000 : 120_000;

interface KeptAbsence {
  officer: number;
  from: Date;
  to: Date | null;
  reason: string;
}

const minuteOf = (at: Date) => Math.floor(at.getTime() / MINUTE) * MINUTE;

/** How what is kept of an officer differs from what happened, in words; nothing where it is the same. */
function differences(away: readonly TimeAway[], kept: readonly KeptAbsence[], near: number): string[] {
  if (away.length !== kept.length) return [`${away.length} times away, ${kept.length} recorded`];
  return away.flatMap((time, place) => {
    const found = kept[place];
    if (found === undefined) return ['nothing recorded'];
    const isNear = (one: Date | null, other: Date | null) =>
      one === null || other === null ? one === other : Math.abs(minuteOf(one) - other.getTime()) <= near;
    // Back within the minute in which they left counts as one minute.
    const same = isNear(time.from, found.from) && isNear(time.to, found.to) && time.reason === found.reason;
    return same ? [] : [`${JSON.stringify(time)} recorded as ${JSON.stringify(found)}`];
  });
}

describeStores('phones that go on and off line over a day', (open, mode) => {
  let opened: EmptyRecords;
  let officers: PhoneOfficer[];
  let run: PhonesRun;
  let absences: KeptAbsence[];
  beforeAll(async () => {
    opened = await open();
    await ringfenceRecords(opened.database);
    const random = seededRandom(SEED);
    officers = await layOutOfficers(opened.records, OFFICERS, random);
    run = await liveThrough(opened.database, officers, { random, atOnce: mode === 'server' ? 8 : 1 });
    const { rows } =
      await sql<KeptAbsence>`select officer::float8 as officer, lower(during) as "from", upper(during) as "to",
      reason from ringfence.absence where standing <> 'withdrawn' order by officer, lower(during)`.execute(
        opened.records,
      );
    absences = rows;
  }, SLOW);
  afterAll(() => opened.close());

  it('did replay, and lose answers', () => {
    expect(run.replays).toBeGreaterThan(OFFICERS / 8);
    expect(run.lost).toBeGreaterThan(OFFICERS / 4);
  });

  it('records every absence exactly once, with the right times, whatever the clock of the phone', () => {
    const wrong = officers.flatMap(({ officer, away, phones }) =>
      differences(
        away,
        absences.filter((each) => each.officer === officer),
        phones.length > 1 ? NEAR : MINUTE,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('would find one that is missing, one too many, and one that is three minutes out', () => {
    const [officer] = officers;
    const [time] = officer?.away ?? [];
    if (time === undefined) throw new Error('Nobody was away.');
    const kept = { officer: 1, from: new Date(minuteOf(time.from)), to: null, reason: time.reason };
    const open = { ...time, to: null };
    expect(differences([open], [kept], NEAR)).toEqual([]);
    expect(differences([open], [], NEAR)).toHaveLength(1);
    expect(differences([open], [kept, kept], NEAR)).toHaveLength(1);
    expect(differences([open], [{ ...kept, from: new Date(kept.from.getTime() + 3 * MINUTE) }], NEAR)).toHaveLength(1);
    expect(differences([open], [{ ...kept, to: kept.from }], NEAR)).toHaveLength(1);
  });

  it('keeps every record that was sent once, as it was sent, and leaves none waiting or held', async () => {
    const { rows } = await sql<{ id: string; body: unknown; outcome: string }>`select id, body, outcome
      from ringfence.sent_record`.execute(opened.records);
    const sent = officers.flatMap(({ phones }) =>
      phones.flatMap(({ recorded }) => recorded.map(({ record }) => record)),
    );
    const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
    expect(rows.map(({ body }) => body as { id: string }).toSorted(byId)).toEqual(sent.toSorted(byId));
    expect(rows.filter(({ outcome }) => outcome !== 'taken' && outcome !== 'again')).toEqual([]);
  });

  it('has the ledger say the same, minute for minute', async () => {
    const { rows } = await sql<{ officer: number; away: number; all: number }>`select officer::float8 as officer,
        coalesce(sum(minutes) filter (where absence is not null), 0)::float8 as away, sum(minutes)::float8 as all
      from ringfence.ledger_line group by 1 order by 1`.execute(opened.records);
    expect(rows.filter(({ all }) => all !== 480)).toEqual([]);
    const end = Date.parse('2026-03-10T22:00:00Z');
    const counted = officers.map(({ officer }) => ({
      officer,
      away: absences
        .filter((each) => each.officer === officer && !isShortResponse(each, end))
        .reduce((sum, { from, to }) => sum + ((to?.getTime() ?? end) - from.getTime()) / MINUTE, 0),
      all: 480,
    }));
    expect(rows).toEqual(counted.toSorted((a, b) => a.officer - b.officer));
  });
});

/** A short response is kept as work of the ward: see docs/methods/ring-fence.md. */
const isShortResponse = ({ from, to, reason }: KeptAbsence, end: number) =>
  reason === 'response' && (to?.getTime() ?? end) - from.getTime() < 30 * MINUTE;
