import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { holdDemonstration } from '../../../test/builders/held-figures.ts';
import { keepAsItStands, WRITER } from '../../../test/builders/kept-proposals.ts';
import { layReview } from '../../../test/builders/laid-reviews.ts';
import { planDrafts } from '../../../test/builders/plan-drafts.ts';
import { BLOOMSBURY, BUNHILL } from '../../../test/builders/posted-officers.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { Refused } from '../../lib/refused.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Principal } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { adoptPlan, withdrawPlan } from '../service.ts';
import type { Party, Review, WeightProposal } from './model.ts';
import {
  findWeightProposal,
  listWeightProposals,
  type ProposalAsked,
  partiesFor,
  proposeWeights,
  weightProposalHistory,
  withdrawWeights,
} from './proposal/proposal-service.ts';
import {
  abandonReview,
  closeReview,
  editReview,
  findReview,
  listReviews,
  type OpeningAsked,
  openReview,
  reviewHistory,
} from './review/review-service.ts';
import { stateOf } from './review-state.ts';

const of = (role: Parameters<typeof personWith>[0], borough: string | null, ward: string | null, whose?: string) =>
  personWith(role, { unit: UNIT, borough, ward }, whose ?? null);
const analyst = of('analyst', null, null);
const camden = of('council', CAMDEN, null, 'Camden Council');
const islington = of('council', ISLINGTON, null, 'Islington Council');
const bloomsburyChair = of('chair', CAMDEN, BLOOMSBURY);
const bunhillChair = of('chair', ISLINGTON, BUNHILL);
const shelter = of('partner', CAMDEN, null, 'Shelter North');
const library = of('partner', CAMDEN, null, 'Library Trust');
const visitor: Principal = { kind: 'visitor' };

const POLICE: Party = { kind: 'police', name: 'Police', borough: null, ward: null };
const CAMDEN_COUNCIL: Party = { kind: 'council', name: 'Camden Council', borough: CAMDEN, ward: null };
const ISLINGTON_COUNCIL: Party = { kind: 'council', name: 'Islington Council', borough: ISLINGTON, ward: null };
const BLOOMSBURY_PANEL: Party = {
  kind: 'ward-panel',
  name: 'Bloomsbury ward panel',
  borough: CAMDEN,
  ward: BLOOMSBURY,
};
const SHELTER: Party = { kind: 'partner', name: 'Shelter North', borough: CAMDEN, ward: null };

const OPENING: OpeningAsked = {
  unit: UNIT,
  name: 'Spring 2026',
  question: 'Which weights should decide where officers go?',
  numbers: { dwo: 118, pcso: 48 },
  components: ['recorded-crime', 'anti-social-behaviour', 'residents'],
  asAt: '2026-03-01',
  inForceFrom: '2026-05-01',
  closesOn: '2026-04-10',
  invited: [CAMDEN_COUNCIL, ISLINGTON_COUNCIL],
};
const POINTS = { 'recorded-crime': 60, residents: 20 };

describeStores('reviews and proposed weights', (open, mode) => {
  let kept: EmptyRecords;
  let review: Review;
  beforeAll(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdDemonstration(kept.records);
  });
  afterAll(() => kept.close());
  beforeEach(async () => {
    review = await layReview(kept.records);
  });

  const as = (principal: Principal, now = new Date('2026-03-10T12:00:00Z')) =>
    testPlatform(kept.database, { principal, now });
  const asked = (party: Party, rest: Partial<ProposalAsked> = {}): ProposalAsked => ({
    review: review.id,
    party,
    title: '',
    given: { method: 'budget', points: POINTS },
    bounds: null,
    comment: 'Crime first.',
    publishComment: true,
    version: null,
    ...rest,
  });
  const caught = async (doing: Promise<unknown>): Promise<unknown> =>
    doing.then(
      () => null,
      (thrown: unknown) => thrown,
    );
  const refusal = async (doing: Promise<unknown>) => {
    const error = await caught(doing);
    if (!(error instanceof Refused)) throw error ?? new Error('It was not refused.');
    return error.problems;
  };
  const notAllowed = async (doing: Promise<unknown>) => {
    const error = await caught(doing);
    return error instanceof Error ? error.name : 'let in';
  };
  /** What the records say to a statement of somebody, past every service. */
  const inRecords = (principal: Principal, run: (trx: EmptyRecords['records']) => Promise<unknown>) =>
    as(principal).records.transaction().execute(run);
  const audited = async () =>
    (
      await kept.records.transaction().execute((trx) =>
        sql<{
          action: string;
          subject: string;
        }>`select action, subject from platform.audit order by seq desc limit 1`.execute(trx),
      )
    ).rows[0];

  it('opens a review on the figures of the day, with its number, its first version and the audit', async () => {
    const opened = await openReview(as(analyst), OPENING);
    expect(opened).toMatchObject({
      unit: UNIT,
      opensOn: '2026-03-10',
      numbers: { dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 1 } },
      synthetic: false,
      choice: null,
      closed: null,
      abandoned: null,
      version: 1,
    });
    expect(opened.number).toMatch(/^2026-\d+$/);
    expect(opened.demand.parts.map(({ component, kind }) => [component, kind])).toContainEqual([
      'recorded-crime',
      'held',
    ]);
    expect(await findReview(as(analyst), opened.id)).toEqual(opened);
    expect((await listReviews(as(analyst), null))[0]).toEqual(opened);
    const [first, ...rest] = await reviewHistory(as(analyst), opened.id);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ version: 1, because: '', content: { name: 'Spring 2026', closesOn: '2026-04-10' } });
    expect(await audited()).toMatchObject({ action: 'consultation.open-review' });
  });

  it('gives reviews that open at once a number each', async () => {
    const opened = await Promise.all(Array.from({ length: 3 }, () => openReview(as(analyst), OPENING)));
    expect(new Set(opened.map(({ number }) => number)).size).toBe(3);
    expect((await openReview(as(analyst, new Date('2027-01-04T09:00:00Z')), next2027())).number).toBe('2027-1');
  });
  const next2027 = (): OpeningAsked => ({
    ...OPENING,
    closesOn: '2027-02-01',
    inForceFrom: '2027-04-01',
  });

  it('refuses to open one that cannot be, each beside its field, and lays nothing down', async () => {
    const wrongs: [string, Partial<OpeningAsked>, string, RegExp][] = [
      ['without a name', { name: '  ' }, 'name', /Give the review a name/],
      ['without a question', { question: '' }, 'question', /Say what is asked/],
      ['closed before it opens', { closesOn: '2026-03-09' }, 'closesOn', /opens on 10 March 2026/],
      ['closing after the plan begins', { inForceFrom: '2026-04-10' }, 'closesOn', /come into force on 10 April 2026/],
      ['on a day that is none', { closesOn: '2026-02-30' }, 'closesOn', /Give a whole day/],
      ['with fewer officers than the floors need', { numbers: { dwo: 20, pcso: 48 } }, 'dwo', /20/],
      ['with part of an officer', { numbers: { dwo: 118.5, pcso: 48 } }, 'dwo', /whole number/],
      ['about nothing', { components: [] }, 'components', /at least one part/],
      ['about what is unknown', { components: ['moonlight'] }, 'components', /"moonlight" is no part/],
      ['about what is barred', { components: ['stop-and-search'] }, 'components', /no part of demand that may be/],
      ['about what has no figures', { components: ['harm-weighted-crime'] }, 'components', /None of these parts/],
    ];
    const before = (await listReviews(as(analyst), null)).length;
    for (const [what, wrong, field, sentence] of wrongs) {
      const problems = await refusal(openReview(as(analyst), { ...OPENING, ...wrong }));
      expect(problems[0], what).toMatchObject({ field, sentence: expect.stringMatching(sentence) });
    }
    expect((await listReviews(as(analyst), null)).length).toBe(before);
  });

  it('keeps every version of a review, with its reason, and reopens one that was closed', async () => {
    const later = as(analyst, new Date('2026-04-20T09:00:00Z'));
    const late = as(camden, new Date('2026-04-20T09:00:00Z'));
    expect(await refusal(proposeWeights(late, asked(CAMDEN_COUNCIL)))).toEqual([
      { field: null, sentence: 'The review closed on 10 April 2026: ask who opened it for a later closing day.' },
    ]);
    const edit = { id: review.id, version: 1, changes: { closesOn: '2026-04-25' }, because: 'Camden asked for time.' };
    expect(await editReview(later, edit)).toMatchObject({ version: 2, closesOn: '2026-04-25' });
    expect(await proposeWeights(late, asked(CAMDEN_COUNCIL))).toMatchObject({ version: 1 });
    expect(
      (await reviewHistory(as(camden), review.id)).map(({ because, content }) => [content.closesOn, because]),
    ).toEqual([
      ['2026-04-10', ''],
      ['2026-04-25', 'Camden asked for time.'],
    ]);
    const past = { ...edit, version: 2, changes: { closesOn: '2026-04-15' } };
    expect(await refusal(editReview(later, past))).toMatchObject([{ field: 'closesOn' }]);
    expect(await refusal(editReview(later, { ...edit, version: 2, because: ' ' }))).toContainEqual({
      field: 'because',
      sentence: 'Say why it is changed: the reason is kept with the review.',
    });
  });

  it('lets one of 20 edits at once win, and tells the others what is stored', async () => {
    const edits = await Promise.allSettled(
      Array.from({ length: 20 }, (_, turn) =>
        editReview(as(analyst), { id: review.id, version: 1, changes: { name: `Name ${turn}` }, because: 'Clearer.' }),
      ),
    );
    const [won, ...others] = edits.filter(({ status }) => status === 'fulfilled');
    expect(others).toEqual([]);
    const winner = won as PromiseFulfilledResult<Review>;
    const told = edits.filter((each) => each.status === 'rejected').map(({ reason }) => reason as StaleEdit<Review>);
    expect(told).toHaveLength(19);
    expect(told.every((error) => error instanceof StaleEdit && error.stored?.name === winner.value.name)).toBe(true);
    expect(await reviewHistory(as(analyst), review.id)).toHaveLength(2);
  });

  it('closes a review at once, which takes nothing until a later closing day opens it again', async () => {
    const { id } = review;
    expect(await refusal(closeReview(as(analyst), { id, version: 1, because: ' ' }))).toMatchObject([
      { field: 'because' },
    ]);
    const first = await proposeWeights(as(analyst), asked(POLICE));
    const closed = await closeReview(as(analyst), { id, version: 1, because: 'Everybody has answered.' });
    expect(closed).toMatchObject({ closesOn: '2026-03-10', closed: { because: 'Everybody has answered.' } });
    expect(stateOf(closed, '2026-03-10')).toBe('closed');
    expect(await refusal(proposeWeights(as(camden), asked(CAMDEN_COUNCIL)))).toMatchObject([
      { sentence: expect.stringContaining('The review closed on 10 March 2026') },
    ]);
    const late = sql`update allocation.weight_proposal set comment = 'late', version = 2 where id = ${first.id}`;
    await expect(
      as(analyst)
        .records.transaction()
        .execute((trx) => late.execute(trx)),
    ).rejects.toThrow('takes no proposals any more');
    expect(await refusal(closeReview(as(analyst), { id, version: 2, because: 'x' }))).toMatchObject([
      { sentence: expect.stringContaining('closed already') },
    ]);
    const renamed = { id, version: 2, changes: { name: 'Spring again' }, because: 'A slip.' };
    expect((await editReview(as(analyst), renamed)).closed).not.toBeNull();
    const later = { id, version: 3, changes: { closesOn: '2026-04-12' }, because: 'A council asked for time.' };
    const open = await editReview(as(analyst), later);
    expect([open.closed, stateOf(open, '2026-03-10')]).toEqual([null, 'open']);
    await proposeWeights(as(camden), asked(CAMDEN_COUNCIL));
    const history = await reviewHistory(as(analyst), id);
    expect(history.map(({ content }) => content.closedBecause)).toEqual([
      ...[null, 'Everybody has answered.', 'Everybody has answered.', null],
    ]);
  });

  it('ends a review for good, which takes nothing any more', async () => {
    const ended = await abandonReview(as(analyst), { id: review.id, version: 1, because: 'The budget changed.' });
    expect(ended.abandoned).toMatchObject({ because: 'The budget changed.' });
    expect(await refusal(proposeWeights(as(analyst), asked(POLICE)))).toMatchObject([
      { sentence: expect.stringContaining('ended without a decision') },
    ]);
    const edit = { id: review.id, version: 2, changes: { name: 'Again' }, because: 'x' };
    expect(await refusal(editReview(as(analyst), edit))).toMatchObject([
      { sentence: expect.stringContaining('stays as it is') },
    ]);
    expect((await reviewHistory(as(analyst), review.id)).at(-1)).toMatchObject({
      because: 'The budget changed.',
      content: { abandonedBecause: 'The budget changed.' },
    });
  });

  it('writes a proposal down, changes it at its version, and keeps every version', async () => {
    const first = await proposeWeights(as(camden), asked(CAMDEN_COUNCIL));
    expect(first).toMatchObject({
      party: CAMDEN_COUNCIL,
      title: 'Camden Council',
      weights: { 'recorded-crime': 0.75, 'anti-social-behaviour': 0, residents: 0.25 },
      version: 1,
    });
    expect(await audited()).toEqual({
      action: 'consultation.propose-weights',
      subject: `Camden Council in review ${review.number} of Central North`,
    });
    const bounds = { residents: [0.2, 0.6] as [number, number] };
    const second = await proposeWeights(as(camden), asked(CAMDEN_COUNCIL, { version: 1, bounds, comment: '' }));
    expect(second).toMatchObject({ id: first.id, version: 2, bounds });
    expect((await weightProposalHistory(as(camden), first.id)).map(({ content }) => content.comment)).toEqual([
      'Crime first.',
      '',
    ]);
    const stale = await caught(proposeWeights(as(camden), asked(CAMDEN_COUNCIL, { version: 1 })));
    expect(stale).toBeInstanceOf(StaleEdit);
    expect((stale as StaleEdit).stored).toEqual(second);
  });

  it('tells a colleague who wrote the first one at the same time what is stored', async () => {
    const both = await Promise.allSettled(
      ['One.', 'Two.'].map((comment) => proposeWeights(as(camden), asked(CAMDEN_COUNCIL, { comment }))),
    );
    const stored = await listWeightProposals(as(camden), review.id);
    expect(stored).toHaveLength(1);
    const lost = both.find((each) => each.status === 'rejected');
    expect(lost).toMatchObject({ reason: { name: 'StaleEdit', stored: stored[0] } });
  });

  it('lets one of 20 changes of a proposal at once win, and loses none of what was acknowledged', async () => {
    const { id } = await proposeWeights(as(camden), asked(CAMDEN_COUNCIL));
    const changes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, turn) =>
        proposeWeights(as(camden), asked(CAMDEN_COUNCIL, { version: 1, comment: `Comment ${turn}` })),
      ),
    );
    const saved = changes.flatMap((each) => (each.status === 'fulfilled' ? [each.value.comment] : []));
    const told = changes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(saved).toHaveLength(1);
    expect(told.every((error) => error instanceof StaleEdit)).toBe(true);
    expect((await weightProposalHistory(as(camden), id)).map(({ content }) => content.comment)).toEqual([
      'Crime first.',
      ...saved,
    ]);
  });

  it('takes a proposal back, keeps it, and takes a new one', async () => {
    const { id } = await proposeWeights(as(camden), asked(CAMDEN_COUNCIL));
    expect(await refusal(withdrawWeights(as(camden), { id, version: 1, because: '' }))).toMatchObject([
      { field: 'because' },
    ]);
    const back = await withdrawWeights(as(camden), { id, version: 1, because: 'The cabinet changed its mind.' });
    expect(back).toMatchObject({ version: 2, withdrawn: { because: 'The cabinet changed its mind.' } });
    const stale = await caught(proposeWeights(as(camden), asked(CAMDEN_COUNCIL, { version: 1 })));
    expect(stale).toBeInstanceOf(StaleEdit);
    const again = await proposeWeights(as(camden), asked(CAMDEN_COUNCIL));
    expect(again.id).not.toBe(id);
    expect((await listWeightProposals(as(camden), review.id)).map((each) => each.id)).toEqual([id, again.id]);
    expect((await weightProposalHistory(as(camden), id)).at(-1)?.content.withdrawnBecause).toBe(
      'The cabinet changed its mind.',
    );
  });

  it('refuses weights and bounds that cannot be, each beside its field', async () => {
    const wrong = {
      given: { method: 'swing' as const, points: { 'recorded-crime': -1, moonlight: 5 } },
      bounds: { residents: [0.6, 0.2] as [number, number] },
    };
    const problems = await refusal(proposeWeights(as(camden), asked(CAMDEN_COUNCIL, wrong)));
    expect(problems.map(({ field }) => field)).toEqual([
      'weight-moonlight',
      'weight-recorded-crime',
      'least-residents',
    ]);
    expect(await listWeightProposals(as(camden), review.id)).toEqual([]);
  });

  describe('who sees and writes what', () => {
    let ours: WeightProposal[];
    let theirs: Review;
    beforeAll(async () => {
      review = await layReview(kept.records);
      theirs = review;
      ours = [
        await proposeWeights(as(camden), asked(CAMDEN_COUNCIL)),
        await proposeWeights(as(islington), asked(ISLINGTON_COUNCIL)),
        await proposeWeights(as(bloomsburyChair), asked(BLOOMSBURY_PANEL)),
        await proposeWeights(as(shelter), asked(SHELTER)),
        await proposeWeights(as(analyst), asked(POLICE, { title: 'Burglary first' })),
      ];
    });
    beforeEach(() => {
      review = theirs;
    });
    const titles = async (principal: Principal) =>
      (await listWeightProposals(as(principal), review.id)).map(({ title }) => title);

    it('shows a party its own proposal, and all of them to the unit', async () => {
      expect(await titles(camden)).toEqual(['Camden Council']);
      expect(await titles(islington)).toEqual(['Islington Council']);
      expect(await titles(bloomsburyChair)).toEqual(['Bloomsbury ward panel']);
      expect(await titles(bunhillChair)).toEqual([]);
      expect(await titles(shelter)).toEqual(['Shelter North']);
      expect(await titles(library)).toEqual([]);
      expect(await titles(of('sergeant', CAMDEN, BLOOMSBURY))).toEqual(ours.map(({ title }) => title));
      expect(await findWeightProposal(as(camden), ours[1]?.id ?? 0)).toBeNull();
      expect(await weightProposalHistory(as(camden), ours[1]?.id ?? 0)).toEqual([]);
      expect((await findReview(as(bunhillChair), review.id))?.number).toBe(review.number);
    });

    it('shows a visitor, and another unit, nothing at all', async () => {
      expect(await notAllowed(listReviews(as(visitor), null))).toBe('SignInNeeded');
      const elsewhere = personWith('analyst', { unit: 'Central East', borough: null, ward: null });
      expect(await findReview(as(elsewhere), review.id)).toBeNull();
      for (const principal of [visitor, elsewhere]) {
        const seen = await inRecords(principal, async (trx) => {
          const counts = await sql<{ n: number }>`select (select count(*) from allocation.review)
            + (select count(*) from allocation.review_revision) + (select count(*) from allocation.weight_proposal)
            + (select count(*) from allocation.weight_proposal_revision) as n`.execute(trx);
          return Number(counts.rows[0]?.n);
        });
        expect(seen).toBe(0);
      }
    });

    it.each([
      ['Camden', camden, ISLINGTON_COUNCIL],
      ['Islington', islington, CAMDEN_COUNCIL],
      ['a panel of another ward', bunhillChair, BLOOMSBURY_PANEL],
      ['another partner', library, SHELTER],
      ['a sergeant', of('sergeant', CAMDEN, BLOOMSBURY), POLICE],
      ['a visitor', visitor, POLICE],
    ])('lets %s write nobody else’s', async (_, principal, party) => {
      expect(await notAllowed(proposeWeights(as(principal), asked(party, { version: 1 })))).toMatch(
        /NotAllowed|SignInNeeded/,
      );
      const theirs = ours.find((each) => each.party.name === party.name)?.id ?? 0;
      const back = withdrawWeights(as(principal), { id: theirs, version: 1, because: 'x' });
      expect(await notAllowed(back)).toMatch(/NotAllowed|SignInNeeded/);
      const changed = await inRecords(principal, async (trx) => {
        const done = await sql`update allocation.weight_proposal set comment = 'ours now' where id = ${theirs}`.execute(
          trx,
        );
        return Number(done.numAffectedRows ?? 0);
      });
      expect(changed).toBe(0);
    });

    it('lets the unit’s analyst write for the police alone', async () => {
      expect(await partiesFor(as(analyst), review.id)).toEqual([POLICE]);
      expect(await refusal(proposeWeights(as(analyst), asked(CAMDEN_COUNCIL, { version: 1 })))).toEqual([
        { field: 'party', sentence: 'You do not speak for Camden Council: propose for Police.' },
      ]);
    });

    it.each([
      ['Camden', camden, 'Islington Council', ISLINGTON],
      ['Islington', islington, 'Camden Council', CAMDEN],
    ])('keeps %s from writing in another’s name, past every service', async (_, principal, name, borough) => {
      const own = principal.kind === 'person' ? principal.grants[0]?.organisation : null;
      const insert = (party: string, shared: string | null | undefined, kind = 'council') =>
        caught(
          inRecords(principal, (trx) =>
            sql`insert into allocation.weight_proposal (review, unit, party_kind, party, title, borough_code, shared_with,
              given, weights, comment, publish_comment, written_by, written_at)
            values (${review.id}, ${UNIT}, ${kind}, ${party}, ${kind === 'police' ? 'Planted' : party}, ${borough}, array[${shared}]::text[],
              '{}', '{"residents": 1}', '', false, ${WRITER}, '2026-03-10T12:00:00Z')`.execute(trx),
          ),
        );
      expect(String(await insert(name, name))).toMatch(/row-level security/);
      expect(String(await insert(name, own))).toMatch(/in_its_partys_name/);
      expect(String(await insert('Police', own, 'police'))).toMatch(/in_its_partys_name/);
      expect(String(await insert(String(own), own))).toMatch(/one_standing_proposal/);
    });

    it('keeps made-up people out of real reviews, and real people out of made-up ones', async () => {
      const madeUp = { ...analyst, demonstration: true } as Principal;
      expect(await refusal(proposeWeights(as(madeUp), asked(POLICE)))).toMatchObject([
        { sentence: expect.stringContaining('This is a real review') },
      ]);
      const end = { id: review.id, version: 1, because: 'x' };
      expect(await refusal(abandonReview(as(madeUp), end))).toMatchObject([
        { sentence: expect.stringContaining('This is a real review') },
      ]);
      const planted = await openReview(as(madeUp), OPENING);
      expect(planted.synthetic).toBe(true);
      expect(await refusal(proposeWeights(as(analyst), { ...asked(POLICE), review: planted.id }))).toMatchObject([
        { sentence: expect.stringContaining('made up for the demonstration') },
      ]);
    });

    it('deletes nothing, and changes neither figures nor whose a proposal is', async () => {
      const command = of('command', null, null);
      for (const statement of [
        sql`delete from allocation.review`,
        sql`delete from allocation.weight_proposal`,
        sql`delete from allocation.review_revision`,
        sql`update allocation.review_revision set because = 'x'`,
        sql`update allocation.weight_proposal_revision set changed_by = 'x'`,
        sql`update allocation.review set demand_hash = 'x'`,
        sql`update allocation.weight_proposal set party = 'Camden Council'`,
      ])
        expect(String(await caught(inRecords(command, (trx) => statement.execute(trx))))).toMatch(/permission denied/);
    });
  });

  describe('once a proposal is chosen', () => {
    const command = of('command', null, null);
    const sentence =
      'A choice was made in this review, so its proposals stay as they were compared: ask who opened it.';
    const choose = (proposal: number, plan: string) =>
      inRecords(command, (trx) =>
        sql`insert into allocation.review_choice (review, proposal, reasons, figures, plan, chosen_by, chosen_at)
          values (${review.id}, ${proposal}, 'The clearest.', 'as opened', ${plan}, 'person:b', '2026-03-11T12:00:00Z')`.execute(
          trx,
        ),
      );
    const system = () => ({ ...testPlatform(kept.database), records: kept.records });

    it('lets all of them stand, for who sees the choice and who does not, until its plan is withdrawn', async () => {
      const { id } = await proposeWeights(as(camden), asked(CAMDEN_COUNCIL));
      const [draft] = await planDrafts(system());
      const plan = draft?.id ?? '';
      await choose(id, plan);
      expect((await findReview(as(analyst), review.id))?.choice).toEqual({
        ...{ proposal: id, reasons: 'The clearest.', figures: 'as opened', plan, planState: 'proposed' },
        chosen: { by: 'person:b', at: new Date('2026-03-11T12:00:00Z') },
      });
      expect((await findReview(as(camden), review.id))?.choice).toBeNull();
      for (const stopped of [
        () => proposeWeights(as(camden), asked(CAMDEN_COUNCIL, { version: 1 })),
        () => proposeWeights(as(islington), asked(ISLINGTON_COUNCIL)),
        () => proposeWeights(as(analyst), asked(POLICE)),
        () => withdrawWeights(as(camden), { id, version: 1, because: 'We changed our mind.' }),
      ])
        expect(await refusal(stopped())).toEqual([{ field: null, sentence }]);
      const edit = { id: review.id, version: 1, changes: { name: 'Again' }, because: 'x' };
      expect(await refusal(editReview(as(analyst), edit))).toMatchObject([
        { sentence: expect.stringContaining(`plan ${plan} is on its way: withdraw the plan first`) },
      ]);
      expect(await withdrawPlan(system(), { id: plan, reason: 'Counted twice.' })).toMatchObject({ kind: 'done' });
      expect((await findReview(as(analyst), review.id))?.choice).toBeNull();
      expect(await proposeWeights(as(camden), asked(CAMDEN_COUNCIL, { version: 1 }))).toMatchObject({ version: 2 });
    });

    it('shows everybody in the review what was chosen, once its plan is published and its day has come', async () => {
      const { id } = await proposeWeights(as(camden), asked(CAMDEN_COUNCIL));
      const numbers = { unit: UNIT, asAt: '2026-03-01', dwo: 118, pcso: 48 };
      const adopted = await adoptPlan(testPlatform(kept.database), numbers);
      if (adopted.kind !== 'published') throw new Error(`The plan was not published: ${adopted.kind}.`);
      await choose(id, adopted.plan.id);
      for (const principal of [analyst, camden, bunhillChair]) {
        const seen = await findReview(as(principal), review.id);
        expect(seen?.choice).toMatchObject({ plan: adopted.plan.id, planState: 'published', reasons: 'The clearest.' });
      }
      expect(await refusal(proposeWeights(as(islington), asked(ISLINGTON_COUNCIL)))).toMatchObject([
        { sentence: expect.stringContaining('is decided') },
      ]);
    });
  });

  it('takes proposals until midnight in London, in the service and in the records', async () => {
    const last = as(camden, new Date('2026-04-10T22:59:59Z'));
    await proposeWeights(last, asked(CAMDEN_COUNCIL));
    const after = as(camden, new Date('2026-04-10T23:00:00Z'));
    expect(await refusal(proposeWeights(after, asked(CAMDEN_COUNCIL, { version: 1 })))).toEqual([
      { field: null, sentence: 'The review closed on 10 April 2026: ask who opened it for a later closing day.' },
    ]);
    const write = (at: string) =>
      inRecords(camden, async (trx) => {
        await sql`update allocation.weight_proposal set comment = 'in time', version = 2, written_at = ${at}
          where review = ${review.id}`.execute(trx);
        await keepAsItStands(trx, review.id);
      });
    expect(String(await caught(write('2026-04-10T23:00:00Z')))).toMatch(/takes no proposals any more/);
    expect(await caught(write('2026-04-10T22:59:59Z'))).toBeNull();
  });

  // Embedded records run one transaction after another: nothing waits there.
  if (mode === 'server') {
    it('refuses what a shorter closing day overtook while it waited', async () => {
      let release = () => {};
      const held = new Promise<void>((done) => {
        release = done;
      });
      const shortening = kept.records.transaction().execute(async (trx) => {
        await sql`update allocation.review set closes_on = opens_on where id = ${review.id}`.execute(trx);
        await held;
      });
      const writing = caught(proposeWeights(as(camden, new Date('2026-03-12T12:00:00Z')), asked(CAMDEN_COUNCIL)));
      await waiting(kept);
      release();
      await shortening;
      expect(String(await writing)).toMatch(/The review closed on 10 March 2026/);
    });
  }
});

/** Until somebody waits for a lock. */
async function waiting({ records }: EmptyRecords): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`.execute(records);
    if ((rows[0]?.n ?? 0) > 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('Nobody waited.');
}
