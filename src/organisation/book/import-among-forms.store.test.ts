import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actingFor, bookFiles } from '../../../test/builders/book-places.ts';
import { personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { type PostedOfficers, postOfficers } from '../../../test/builders/posted-officers.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { endPosting } from '../postings/change-posting-service.ts';
import { postOfficer } from '../postings/post-officer-service.ts';
import { ensureReferenceUnit } from '../service.ts';
import { importBook } from './import-service.ts';

const POSTS = 'reference,title,rank,strand,duty,wards,ward_class,first_day,last_day\n';
const BLO_3 = 'BLO-3,Dedicated ward officer,Constable,neighbourhoods,ward,Bloomsbury,floor,2022-05-05';

describeStores(
  'an import among forms',
  (open) => {
    let kept: EmptyRecords;
    let keys: PostedOfficers;
    beforeEach(async () => {
      kept = await open();
      const system = { ...testPlatform(kept.database), records: kept.records };
      await ensureReferenceAreas(system);
      await ensureReferenceUnit(system);
      keys = await postOfficers(kept.records);
    });
    afterEach(() => kept.close());
    const bring = (files: Record<string, string>) =>
      importBook(testPlatform(kept.database, { principal: actingFor('command') }), {
        unit: null,
        name: 'test',
        files: bookFiles(files),
        dryRun: false,
      });
    const inspector = () =>
      testPlatform(kept.database, { principal: personWith('inspector', { unit: UNIT, borough: null, ward: null }) });

    it('waits for forms, reads what they saved, and leaves no posting outside its post', async () => {
      const { records, ...rest } = inspector();
      const posted = { fraction: 1, kind: 'posting', during: { from: '2026-03-10', until: null } } as const;
      let shortened: ReturnType<typeof bring> | undefined;
      await records.transaction().execute(async (trx) => {
        await postOfficer(
          { ...rest, records: trx },
          {
            officer: keys.officers['301'] ?? -1,
            post: keys.posts['BLO-3'] ?? -1,
            ...posted,
            returnsOn: null,
            fromUnit: null,
          },
        );
        await endPosting(
          { ...rest, records: trx },
          {
            posting: keys.postings['101'] ?? -1,
            version: 1,
            last: '2026-06-30',
            floorOn: () => ({ dwo: 2, pcso: 1 }),
          },
        );
        shortened = bring({ 'posts.csv': `${POSTS}${BLO_3},2025-12-31\n` });
        await pause(100);
      });
      expect(await shortened).toMatchObject({ kind: 'refused' });
      expect(
        await bring({ 'postings.csv': 'officer,post,fraction,first_day\n101,BLO-1,0.9,2026-01-01\n' }),
      ).toMatchObject({ kind: 'imported' });
      const { rows } = await sql`select before ->> 'last_day' as last from organisation.book_revision
        where book_import is not null`.execute(kept.records);
      expect(rows).toEqual([{ last: '2026-06-30' }]);
      // Whatever is written past the forms and the import, too.
      await expect(
        sql`update organisation.post set during = '[2022-05-05,2026-01-01)' where reference = 'BLO-3'`.execute(
          kept.records,
        ),
      ).rejects.toThrow('outside the days of its post');
      // A post and its postings lose their days together.
      expect(
        await bring({
          'posts.csv': `${POSTS}${BLO_3},2026-12-31\n`,
          'postings.csv': 'officer,post,first_day,last_day\n301,BLO-3,2026-03-10,2026-12-31\n',
        }),
      ).toMatchObject({ kind: 'imported' });
    });

    it('leaves a booking with its borough, who made it, and the days of its asset', async () => {
      const booked = (borough: string, purpose: string) => ({
        'bookings.csv': `asset,borough,from,until,purpose\nVAN-1,${borough},2027-10-25 10:00,2027-10-25 12:00,${purpose}\n`,
      });
      expect(await bring(booked('Camden', 'Fair'))).toMatchObject({ kind: 'imported' });
      await sql`update organisation.booking set booked_by = 'person:who made it'`.execute(kept.records);
      expect(await bring(booked('Islington', 'Ours'))).toMatchObject({
        kind: 'refused',
        refusals: [{ line: 2, sentence: expect.stringContaining('VAN-1 is booked for Camden then') }],
      });
      expect(await bring(booked('Camden', 'Market'))).toMatchObject({ kind: 'imported' });
      const { rows } = await sql`select booked_by as who, purpose from organisation.booking`.execute(kept.records);
      expect(rows).toEqual([{ who: 'person:who made it', purpose: 'Market' }]);
      const shorter =
        'reference,kind,name,borough,first_day,last_day\nVAN-1,vehicle,Patrol van,Camden,2026-01-01,2026-12-31\n';
      expect(await bring({ 'assets.csv': shorter })).toMatchObject({
        kind: 'refused',
        refusals: [{ sentence: expect.stringContaining('on 2027-10-25, when it is not there') }],
      });
    });
  },
  { onlyOnServer: true },
);
