import { type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../test/builders/approvers.ts';
import { CLAIM } from '../../../test/builders/claim-samples.ts';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { Refused } from '../../lib/refused.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Principal } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { loadClaimPage } from './claim-pages-service.ts';
import {
  addClaims,
  changeClaim,
  claimHistory,
  enterClaim,
  findClaim,
  listClaims,
  withdrawClaim,
} from './claim-service.ts';
import type { Claim } from './model.ts';
import {
  approveClaim,
  findPublishedClaim,
  listPublishedClaims,
  previewClaim,
  proposeClaim,
  publishClaim,
} from './publish-claim-service.ts';
import { claimRegister, noteStandings, publishedStandings } from './standings-service.ts';

const VISITOR: Principal = { kind: 'visitor' };

describeStores('the register of claims', (open) => {
  let opened: EmptyRecords;
  let entered: Claim;
  const as = (principal: Principal) => testPlatform(opened.database, { principal });
  const analyst = () => as(somebody('a', 'analyst'));
  const commander = () => as(somebody('b', 'command'));
  beforeAll(async () => {
    opened = await open();
    const system = { ...testPlatform(opened.database), records: opened.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdApprovers(opened.records, ['b', 'c']);
    entered = await enterClaim(analyst(), { unit: UNIT, ...CLAIM });
  });
  afterAll(() => opened.close());

  it('keeps a claim, its area by its code, and enters none twice', async () => {
    expect(entered).toMatchObject({ ...CLAIM, version: 1, synthetic: false, withdrawn: null });
    await expect(enterClaim(analyst(), { unit: UNIT, ...CLAIM })).rejects.toThrow(Refused);
    const added = await addClaims(analyst(), { unit: UNIT, claims: [CLAIM, { ...CLAIM, words: 'Homicide: 0.0%' }] });
    expect([added.added.length, added.held.length]).toEqual([1, 1]);
  });

  it('says beside its field what is wrong', async () => {
    const wrong = {
      ...CLAIM,
      words: '',
      binding: CLAIM.binding && { ...CLAIM.binding, area: 'Atlantis', period: '2023' },
    };
    const problems = await enterClaim(analyst(), { unit: UNIT, ...wrong }).catch((error: unknown) =>
      error instanceof Refused ? error.problems.map(({ field }) => field) : [],
    );
    expect(problems).toEqual(['words']);
    const placed = await enterClaim(analyst(), { unit: UNIT, ...wrong, words: 'A' }).catch((error: unknown) =>
      error instanceof Refused ? error.problems.map(({ field }) => field) : [],
    );
    expect(placed).toEqual(['area', 'period']);
  });

  it('lets one of two changes win, and keeps every wording', async () => {
    entered = await changeClaim(analyst(), { ...entered, words: 'Personal robbery fell by 5.7%' });
    await expect(changeClaim(commander(), { ...entered, version: 1, words: 'Else' })).rejects.toThrow(StaleEdit);
    const history = await claimHistory(analyst(), entered.id);
    expect(history.map(({ content }) => content.words)).toEqual([CLAIM.words, 'Personal robbery fell by 5.7%']);
  });

  it('is shown to the public once a second person approved it, and not before', async () => {
    const { id, version } = entered;
    expect(await listPublishedClaims(as(VISITOR).records, UNIT)).toEqual([]);
    await proposeClaim(analyst(), { id, version });
    const preview = await previewClaim(commander(), entered);
    expect((await approveClaim(commander(), { id, contentHash: preview?.approvalHash ?? '' })).kind).toBe('done');
    expect((await publishClaim(commander(), { id })).kind).toBe('done');
    const [shown, ...others] = await listPublishedClaims(as(VISITOR).records, UNIT);
    expect(shown?.claim.words).toBe('Personal robbery fell by 5.7%');
    expect(others).toEqual([]);
  });

  it('notes how it stands once, and again only when that changed', async () => {
    const first = await noteStandings(analyst(), { unit: UNIT });
    expect(first.map(({ changed }) => changed)).toEqual([true, true]);
    expect((await noteStandings(analyst(), { unit: UNIT })).map(({ changed }) => changed)).toEqual([false, false]);
    const register = await claimRegister(analyst());
    expect(register.every(({ finding }) => finding.state === 'cannot be checked')).toBe(true);
    // The public is told the state and its day, and of what was not published nothing.
    expect((await publishedStandings(as(VISITOR).records, [entered.id])).get(entered.id)).toEqual([
      { state: 'cannot be checked', at: expect.any(Date) },
    ]);
    const other = register.find(({ claim }) => claim.id !== entered.id);
    const unpublished = other?.claim.id ?? 0;
    expect((await publishedStandings(as(VISITOR).records, [unpublished])).get(unpublished)).toEqual([]);
  });

  it('is taken from readers by who may approve, and by nobody else', async () => {
    const { id, version } = entered;
    const because = 'It was misread.';
    await expect(withdrawClaim(analyst(), { id, version, because })).rejects.toThrow(Refused);
    for (const unkept of ['A\0', 'A\ud800'])
      await expect(withdrawClaim(commander(), { id, version, because: unkept })).rejects.toThrow('cannot be kept');
    await withdrawClaim(commander(), { id, version, because });
    expect(await listPublishedClaims(as(VISITOR).records, UNIT)).toEqual([]);
    expect((await findPublishedClaim(as(VISITOR).records, { unit: UNIT, id }))?.item.withdrawn?.reason).toBe(because);
    expect((await publishedStandings(as(VISITOR).records, [id])).get(id)).toEqual([]);
    expect((await findClaim(analyst(), id))?.withdrawn?.because).toBe(because);
  });

  it('hides rows from who may not read them, and takes no change past the services', async () => {
    await expect(listClaims(as(VISITOR))).rejects.toThrow();
    const seen = await as(VISITOR)
      .records.transaction()
      .execute((trx) => sql`select from performance.claim`.execute(trx));
    expect(seen.rows).toEqual([]);
    const rewrite = analyst()
      .records.transaction()
      .execute((trx) =>
        sql`update performance.claim set words = 'Something else' where withdrawn_at is null`.execute(trx),
      );
    await expect(rewrite).rejects.toThrow(/next version/);
    const forget = analyst()
      .records.transaction()
      .execute((trx) => sql`delete from performance.claim_standing`.execute(trx));
    await expect(forget).rejects.toThrow(/permission denied/);
  });

  it('shows one claim in as many questions to the records, however many others there are', async () => {
    const asked = async (): Promise<number> => {
      let statements = 0;
      const counting: KyselyPlugin = {
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      const platform = analyst();
      await loadClaimPage({ ...platform, records: platform.records.withPlugin(counting) }, entered.id);
      return statements;
    };
    const before = await asked();
    expect(before).toBeGreaterThan(5);
    for (const area of ['Camden', 'Hackney', 'Barnet'])
      await enterClaim(analyst(), {
        ...{ unit: UNIT, ...CLAIM, words: area },
        binding: CLAIM.binding && { ...CLAIM.binding, area },
      });
    expect(await asked()).toBe(before);
  });
});
