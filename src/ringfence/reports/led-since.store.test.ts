import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAMDEN } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { enterLines, placeOfTest } from '../../../test/builders/ringfence-ledger.ts';
import { BLOOMSBURY, type RingfencePerson, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { addMonths } from '../../lib/calendar/month.ts';
import type { Platform } from '../../platform/platform.ts';
import { totalsOf } from '../ledger/ledger-service.ts';
import { ringfenceReports } from './report-service.ts';

describeStores('totals of a ward that is led since lately', (open) => {
  let opened: EmptyRecords;
  let as: (who: RingfencePerson) => Platform;
  let place: number;
  let month: Month;
  let before: Month;
  beforeAll(async () => {
    opened = await open();
    // The records tell by their own clock since when a ward is led.
    const { rows } = await sql<{ now: Date }>`select now() as now`.execute(opened.database.system);
    const now = rows[0]?.now ?? new Date();
    month = now.toISOString().slice(0, 7) as Month;
    before = addMonths(month, -6);
    const kept = await ringfenceRecords(opened.database, { now });
    as = kept.as;
    place = await placeOfTest(opened.records, BLOOMSBURY, CAMDEN);
    const line = { officer: kept.officers['BLO-1'] ?? -1, ward: BLOOMSBURY, account: 'breach', minutes: 60 } as const;
    const enteredAt = `${before}-02T12:00:00Z`;
    await enterLines(opened.records, [
      { ...line, reason: 'custody', day: `${before}-01`, enteredAt },
      { ...line, reason: 'custody', day: `${month}-01`, enteredAt },
    ]);
    await sql`update organisation.posting set during = daterange((now() - interval '1 day')::date, null)
      where officer = ${kept.officers['SGT-C']}`.execute(opened.database.system);
  });
  afterAll(() => opened.close());

  const seen = async (who: RingfencePerson) => {
    const asked = { places: [place], from: before, to: month };
    const totals = await as(who)
      .records.transaction()
      .execute((trx) => totalsOf(trx, asked));
    return totals.map((each) => each.month).sort();
  };
  const reported = async (who: RingfencePerson) => {
    const asked = { unit: null, ward: BLOOMSBURY, from: before, to: month };
    const reports = await ringfenceReports(as(who), asked);
    return reports.filter(({ total }) => total.breachMinutes > 0).map((report) => report.month);
  };

  it('begin with the first day whose rows are theirs to see', async () => {
    expect(await seen('inspector')).toEqual([before, month]);
    expect(await seen('sergeant')).toEqual([month]);
    expect(await seen('otherSergeant')).toEqual([]);
  });

  it('are reported for whole months since then, and before that as in public', async () => {
    expect(await reported('inspector')).toEqual([before, month]);
    expect(await reported('sergeant')).toEqual([month]);
    const [first] = await ringfenceReports(as('sergeant'), { unit: null, ward: BLOOMSBURY, from: before, to: before });
    expect(first).toBeUndefined();
  });
});
