import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeSafekeeping } from '../../../test/builders/safekeeping.ts';
import { recordAudit } from './index.ts';
import { exportHead, verifyAudit } from './service.ts';

it('says that the signing key is lost, and makes a new one only with an entry that says so', async () => {
  const opened = await emptyRecords();
  const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
  const keys = join(platform.dataFolder, 'keys');
  await recordAudit(opened.records, { actor: 'cli:anna', action: 'sources.import', subject: 'May' });
  await exportHead(platform, safekeeping);
  expect((await verifyAudit(platform, safekeeping)).ok).toBe(true);
  await rm(join(keys, 'audit-signing.pem'));
  const lost = await verifyAudit(platform, safekeeping);
  expect(lost.ok).toBe(false);
  expect(lost.because).toEqual([expect.stringContaining('put keys/audit-signing.pem back')]);
  const made = await exportHead({ ...platform, now: () => new Date(Date.now() + 5_000) }, safekeeping);
  const { rows } = await sql`select seq::int, actor, subject from platform.audit
    where action = 'audit.new-signing-key'`.execute(opened.records);
  expect(rows).toEqual([{ seq: made.seq, actor: 'cli:test', subject: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
  expect((await readdir(keys)).filter((name) => /^audit-signing\.[0-9a-f]{16}\.public\.pem$/.test(name))).toHaveLength(
    1,
  );
  expect(await verifyAudit(platform, safekeeping)).toMatchObject({ ok: true, heads: 2 });
  const key = join(keys, 'audit-signing.public.pem');
  expect((await verifyAudit(platform, safekeeping, { key })).ok, 'who names a key trusts that one only').toBe(false);
  await opened.close();
});
