import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../test/builders/approvers.ts';
import { holdDemonstration } from '../../../test/builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { listProposals } from '../../allocation/service.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { deskRoutes } from '../routes.tsx';

let pages: PageServer;
let analyst: Asker;
let commander: Asker;
let other: Asker;
let visitor: Asker;
let council: Asker;

beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    await holdDemonstration(deps.system.records);
    await holdApprovers(deps.system.records, ['b', 'c']);
    deskRoutes(server);
  });
  analyst = pages.as(somebody('a', 'analyst'));
  commander = pages.as(somebody('b', 'command'));
  other = pages.as(somebody('c', 'command'));
  council = pages.as(somebody('d', 'council', { borough: 'E09000007' }));
  visitor = pages.as({ kind: 'visitor' });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

/** The text of a page as read, white space simplified. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const textAt = async (url: string, asker: Asker = visitor): Promise<string> => textOf((await asker.get(url)).body);
const proposals = () => listProposals(pages.platform, null);

/** The fields of the page that asks once more. */
async function fieldsToSend(query = 'dwo=118&pcso=48', asker = analyst): Promise<Record<string, string>> {
  const { body } = await asker.get(`/allocation?${query}`);
  const address = /href="(\/allocation\/propose\?[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return hiddenFields((await asker.get(address)).body);
}
const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      .map(([, name = '', value = '']) => [name, value] as const)
      .filter(([name]) => name !== 'form-token'),
  );

describe('sergeants and side rules', () => {
  const FULL = 'dwo=118&pcso=48&sergeants=27&borough-floor-E09000019=70&review=Spring';

  it('are planned for who may read plans, with what each rule costs, and stand in the address of its proposal', async () => {
    const { body } = await analyst.get(`/allocation?${FULL}`);
    const text = textOf(body);
    expect(text).toContain('118 officers and 48 PCSOs, led by 27 sergeants, for 37 wards.');
    expect(text).toContain('Islington has at least 70 officers.');
    expect(text).toContain("The rule 'borough floors' costs");
    const asked = await analyst.get(
      /href="(\/allocation\/propose\?[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '',
    );
    expect(textOf(asked.body)).toContain('It obeys the side rules of “Spring”.');
    expect(hiddenFields(asked.body)).toMatchObject({ sergeants: '27', 'borough-floor-E09000019': '70' });
    expect(
      (await analyst.post('/allocation/propose', { ...hiddenFields(asked.body), sergeants: '28' })).statusCode,
    ).toBe(409);
    expect(await proposals()).toEqual([]);
  });

  it('are left out for who may not, who is told so, and asks no solver', async () => {
    for (const asker of [visitor, council]) {
      const text = await textAt(`/allocation?${FULL}`, asker);
      expect(text).toContain('Sergeants and side rules are left out');
      expect(text).not.toMatch(/led by 27|Plan sergeants|Islington has at least/);
      expect(await textAt('/allocation?dwo=118&pcso=48', asker)).not.toContain('are left out');
    }
  });

  it('say what is wrong at the field that it is about, and keep what was typed', async () => {
    const wrong = async (query: string, href: string, sentence: string) => {
      const answer = await analyst.get(`/allocation?dwo=118&pcso=48&${query}`);
      expect([query, answer.statusCode]).toEqual([query, 400]);
      expect(answer.body).toContain(`<a href="${href}">`);
      expect(textOf(answer.body)).toContain(sentence);
      return answer.body;
    };
    await wrong('sergeants=27&most-moves=few', '#most-moves', 'Most who move: make it a whole number');
    const funded = 'funded-place-1=Bunhil&funded-officers-1=1&funded-by-1=council';
    expect(await wrong(funded, '#funded-place-1', 'Did you mean Bunhill')).toContain('value="Bunhil"');
    await wrong('most-lost=1', '#most-lost', 'needs the officers each ward has now');
    await wrong('protected-wards=E00000000&cluster-balance=2', '#cluster-balance', 'needs clusters');
  });

  it('are no plan where they cannot be kept, which names the rules and leads to their fields', async () => {
    const { body, statusCode } = await analyst.get('/allocation?dwo=118&pcso=48&sergeants=12');
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('No plan.');
    expect(body).toMatch(/To change:.{0,40}href="#sergeants"/);
  });

  it('are listed with every rule, for anybody', async () => {
    const text = await textAt('/allocation/rules');
    expect(text).toContain('14 rules.');
    expect(text).toContain('Every ward has at least 2 dedicated ward officers and 1 PCSO. Since 1 January 2017.');
  });
});

describe('proposing a plan', () => {
  it('is offered to who may, and asks once more', async () => {
    const asked = await analyst.get('/allocation/propose?dwo=118&pcso=48');
    expect(textOf(asked.body)).toContain('118 officers and 48 PCSOs for 37 wards, in force from 10 March 2026.');
    expect(textOf(asked.body)).toContain('Somebody else approves it');
    for (const asker of [visitor, council]) {
      expect((await asker.get('/allocation?dwo=118&pcso=48')).body).not.toContain('/allocation/propose');
      expect([302, 303, 401, 403]).toContain((await asker.get('/allocation/propose?dwo=118&pcso=48')).statusCode);
      expect((await asker.post('/allocation/propose', {})).statusCode).not.toBe(200);
    }
  });

  it('changes nothing by GET, nor by a form from another site', async () => {
    const forged = await analyst.post('/allocation/propose', await fieldsToSend(), { origin: 'https://evil.example' });
    expect(forged.statusCode).toBe(403);
    expect(await proposals()).toEqual([]);
  });

  it('does not propose what its reader did not see, nor numbers that no plan can meet', async () => {
    const fields = await fieldsToSend();
    const unseen = await analyst.post('/allocation/propose', { ...fields, digest: 'another plan' });
    expect(unseen.statusCode).toBe(409);
    expect(textOf(unseen.body)).toContain('The figures changed since you saw the plan, so it was not proposed');
    expect((await analyst.post('/allocation/propose', { ...fields, dwo: '3' })).statusCode).toBe(409);
    await sql`update measures.series set values = array(select each * 2 from unnest(values) as each)
      where category = 'demonstration/recorded-crime'`.execute(pages.system.records);
    expect((await analyst.post('/allocation/propose', fields)).statusCode).toBe(409);
    await sql`update measures.series set values = array(select each / 2 from unnest(values) as each)
      where category = 'demonstration/recorded-crime'`.execute(pages.system.records);
    expect(await proposals()).toEqual([]);
  });

  it('leaves what readers see as it was', async () => {
    const answer = await analyst.post('/allocation/propose', await fieldsToSend());
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/allocation/plans/1?now=proposed']);
    const page = await textAt('/allocation/plans/1?now=proposed', analyst);
    expect(page).toContain('The plan is proposed: somebody else can approve it.');
    expect(page).toContain('Waits for approval · for 10 March 2026');
    expect(await textAt('/allocation')).toContain('A proposal, not adopted');
    for (const asker of [visitor, council]) {
      expect((await asker.get('/allocation/plans/1')).statusCode).toBe(404);
      expect(await textAt('/allocation/plans', asker)).toContain('No plan was published yet.');
      expect((await asker.get('/allocation/plans/1/approve')).statusCode).not.toBe(200);
    }
  });
});

describe('approving a plan', () => {
  const approve = async (asker: Asker, id: string, publish = true) => {
    const fields = hiddenFields((await asker.get(`/allocation/plans/${id}/approve`)).body);
    return asker.post(`/allocation/plans/${id}/approve`, { ...fields, ...(publish ? { publish: 'yes' } : {}) });
  };

  it('shows first what would change for a reader, and to its proposer no button', async () => {
    const text = await textAt('/allocation/plans/1/approve', commander);
    expect(text).toContain('118 officers and 48 PCSOs for 37 wards, in force from 10 March 2026.');
    expect(text).toContain('No plan is published for these wards now.');
    expect(text).toContain('How many officers each ward had before is left out, since it may be who was posted');
    expect(text).toContain('Approve and publish');
    const seen = await textAt('/allocation/plans/1/approve', analyst);
    expect(seen).toContain('It waits for somebody whose role approves plans');
    expect(seen).not.toContain('Approve and publish');
    expect((await analyst.post('/allocation/plans/1/approve', { 'content-hash': 'x' })).statusCode).toBe(403);
  });

  it('publishes it, from when all pages show it, and keeps who did what', async () => {
    const answer = await approve(commander, '1');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/allocation?as-at=2026-03-10&adopted=1']);
    expect(await textAt(String(answer.headers.location))).toContain('The plan is in force from 10 March 2026.');
    expect(await textAt('/allocation')).toContain('In force since 10 March 2026');
    expect(await textAt('/allocation')).not.toContain('because nobody else could');
    expect(await textAt('/allocation')).not.toContain('Success');
    expect(await textAt('/')).toContain('Officers in each ward');
    expect(await textAt('/allocation?as-at=2026-03-09')).toContain('A proposal, not adopted');
    expect(await textAt('/allocation/plans/1')).toContain('Published on 10 March 2026');
    expect(await textAt('/allocation/plans/1')).not.toMatch(/ by (somebody|person)/);
    expect(await textAt('/allocation/plans/1', analyst)).toContain('Approved on 10 March 2026 by person:bbbb');
    const again = await analyst.post('/allocation/propose', await fieldsToSend('dwo=118&pcso=48'));
    expect(textOf(again.body)).toContain('is in force already, as plan 1: nothing was changed.');
    const decided = await textAt('/allocation/plans/1/approve', commander);
    expect(decided).toContain('What changed for a reader');
    expect(decided).toContain('It was the first plan published for these wards.');
    expect(decided).not.toContain('No plan is published for these wards now.');
  });

  it('tells of no adoption that the records do not bear out, whatever an address claims', async () => {
    for (const claim of ['yes', '2', '', '1&adopted=1'])
      expect(await textAt(`/allocation?adopted=${claim}`)).not.toContain('Success');
    expect(await textAt('/allocation?as-at=2026-03-09&adopted=1')).not.toContain('Success');
    expect(await textAt('/allocation/plans/1?now=proposed', analyst)).not.toContain('Success');
  });

  it.each(['weight-recorded-crime=100', 'pcso=50', 'floor-dwo=1', 'ceiling-dwo='])(
    'leaves %s tried out, rather than show the plan in force under other numbers',
    async (change) => {
      const text = await textAt(`/allocation?${change}`);
      expect(text).toContain('Tried out, not adopted');
      expect(text).not.toContain('In force since');
    },
  );

  it('is refused to who proposed it, whatever their role', async () => {
    await commander.post('/allocation/propose', await fieldsToSend('dwo=120&pcso=48', commander));
    const text = await textAt('/allocation/plans/2/approve', commander);
    expect(text).toContain('You proposed this yourself: ask somebody else to approve it.');
    expect(text).toContain('2 wards gain, 0 lose, 35 stay as now.');
    expect(text).toContain('gains 1 officer');
    const [, item] = (await proposals()).toReversed();
    const forced = await commander.post('/allocation/plans/2/approve', { 'content-hash': item?.contentHash ?? '' });
    expect(forced.statusCode).toBe(409);
    expect(textOf(forced.body)).toContain('You proposed this yourself');
  });

  it('shows an approver what changed since they saw it, and approves nothing', async () => {
    const answer = await other.post('/allocation/plans/2/approve', { 'content-hash': '0'.repeat(64) });
    expect(answer.statusCode).toBe(409);
    expect(textOf(answer.body)).toContain('It was changed since you saw it');
    expect((await proposals())[0]?.state).toBe('proposed');
    expect((await other.post('/allocation/plans/2/approve', {})).statusCode).toBe(409);
    expect((await other.get('/allocation/plans/99/approve')).statusCode).toBe(404);
    expect((await other.post('/allocation/plans/99/approve', { 'content-hash': 'x' })).statusCode).toBe(404);
  });

  it('may stop at approval, and be published later', async () => {
    const answer = await approve(other, '2', false);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/allocation/plans/2?now=approved']);
    expect(await textAt(String(answer.headers.location), commander)).toContain(
      'The plan is approved, and not published yet. Residents see it as soon as it is published.',
    );
    expect(await textAt('/allocation')).toContain('118');
    expect((await visitor.get('/allocation/plans/2')).statusCode).toBe(404);
    expect((await commander.post('/allocation/plans/2/publish')).statusCode).toBe(303);
    expect(await textAt('/allocation/plans')).toContain('Plan 1, from 10 March 2026 synthetic no longer in force');
    expect(await textAt('/allocation/plans/1')).toContain('No longer in force; it was from 10 March 2026');
    expect(await textAt('/allocation/plans/1')).toContain('118 officers and 48 PCSOs for 37 wards.');
    const changed = await textAt('/allocation/plans/2/approve', analyst);
    expect(changed).toContain('Readers saw 118 officers and 48 PCSOs before it, in the plan of 10 March 2026.');
    expect(changed).toContain('2 wards gained, 0 lost, 35 stayed as before.');
    expect(changed).not.toContain('No plan is published');
    const replaced = await textAt('/allocation/plans/1/approve', analyst);
    expect(replaced).toContain('It was the first plan published for these wards.');
  });
});

describe('withdrawing a plan', () => {
  it('needs a reason, and one whose role decides', async () => {
    const empty = await commander.post('/allocation/plans/2/withdraw', { reason: ' ' });
    expect(empty.statusCode).toBe(400);
    expect(empty.body).toContain('<a href="#reason">Say why it is withdrawn: the reason is kept with it.</a>');
    const refused = await analyst.post('/allocation/plans/2/withdraw', { reason: 'wrong' });
    expect(textOf(refused.body)).toContain('only somebody who may approve can withdraw it');
    expect((await visitor.post('/allocation/plans/2/withdraw', { reason: 'x' })).statusCode).not.toBe(200);
  });

  it('says to everyone that it was there and why it is not, and the plan before is in force again', async () => {
    const reason = 'Two officers <were> counted twice.';
    expect((await commander.post('/allocation/plans/2/withdraw', { reason })).statusCode).toBe(303);
    const answer = await visitor.get('/allocation/plans/2');
    expect(answer.body).toContain('Two officers &lt;were> counted twice.');
    expect(textOf(answer.body)).toContain('Withdrawn; it was for 10 March 2026');
    expect(await textAt('/allocation')).toMatch(/This is plan 1/);
    expect((await visitor.get('/allocation/plans/2%27')).statusCode).toBe(404);
    expect(await textAt('/allocation/plans/2/approve', commander)).toContain('2 wards gained, 0 lost');
  });

  it('says of one that never was published that no reader saw it', async () => {
    await analyst.post('/allocation/propose', await fieldsToSend('dwo=121&pcso=48'));
    await analyst.post('/allocation/plans/3/withdraw', { reason: 'a slip' });
    const text = await textAt('/allocation/plans/3/approve', analyst);
    expect(text).toContain('It was withdrawn before it was published, so no reader ever saw it.');
    expect(text).not.toContain('gain');
  });
});

// Far ahead, since the records go by their own date.
it('says from when residents see a plan of a later day, before and after it is published, and shows it to none before', async () => {
  const proposed = await analyst.post('/allocation/propose', await fieldsToSend('as-at=2099-05-01&dwo=122&pcso=48'));
  const at = String(proposed.headers.location).replace('?now=proposed', '');
  const seen = 'Residents see it from 1 May 2099, the day it comes into force.';
  const asked = await commander.get(`${at}/approve`);
  expect(textOf(asked.body)).toContain(seen);
  expect(await textAt(at, analyst)).toContain(seen);
  const published = await commander.post(`${at}/approve`, { ...hiddenFields(asked.body), publish: 'yes' });
  expect([published.statusCode, published.headers.location]).toEqual([303, `${at}?now=published`]);
  expect(await textAt(`${at}?now=published`, commander)).toContain(`The plan is approved and published. ${seen}`);
  expect((await visitor.get(at)).statusCode).toBe(404);
});
