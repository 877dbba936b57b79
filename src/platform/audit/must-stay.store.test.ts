import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeSafekeeping } from '../../../test/builders/safekeeping.ts';
import { retainAudit } from './service.ts';

it('refuses a rule for entries that must stay, before anything is adopted or erased', async () => {
  const opened = await emptyRecords();
  const because = 'The figures that are held are proven by it.';
  const { platform, safekeeping } = await madeSafekeeping(opened, {
    mustStay: async (module) => (module === 'imports' ? because : null),
  });
  const rules = [{ module: 'imports', from: '2026-01-01', months: 6, source: 'a test' } as const];
  await expect(retainAudit(platform, safekeeping, { rules })).rejects.toThrow(because);
  await expect(retainAudit(platform, safekeeping, { rules, dryRun: true })).rejects.toThrow(because);
  expect((await sql`select 1 from platform.audit`.execute(opened.records)).rows).toEqual([]);
  expect(await retainAudit(platform, safekeeping)).not.toEqual([]);
  await opened.close();
});
