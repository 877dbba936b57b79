import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { recordAudit } from './index.ts';

describeStores('the audit', (open) => {
  it('keeps who did what to what, with its detail', async () => {
    const { records, close } = await open();
    await recordAudit(records, { actor: 'cli:anna', action: 'sources.import', subject: 'may', detail: { files: 2 } });
    await recordAudit(records, { actor: 'local operator', action: 'allocation.adopt', subject: 'Central North' });
    const kept = await sql`select id, actor, action, subject, detail from platform.audit order by id`.execute(records);
    expect(kept.rows).toEqual([
      { id: 1, actor: 'cli:anna', action: 'sources.import', subject: 'may', detail: { files: 2 } },
      { id: 2, actor: 'local operator', action: 'allocation.adopt', subject: 'Central North', detail: {} },
    ]);
    await close();
  });

  it('goes with the write it speaks of: a transaction that fails leaves no entry', async () => {
    const { records, close } = await open();
    const failing = records.transaction().execute(async (trx) => {
      await recordAudit(trx, { actor: 'cli:anna', action: 'sources.revert', subject: '7' });
      throw new Error('the revert was refused');
    });
    await expect(failing).rejects.toThrow('the revert was refused');
    const kept = await sql`select id from platform.audit`.execute(records);
    expect(kept.rows).toEqual([]);
    await close();
  });
});
