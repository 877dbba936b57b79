import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../../test/builders/approvers.ts';
import { holdDemonstration } from '../../../../test/builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../../geography/service.ts';
import { ensureReferenceUnit } from '../../../organisation/service.ts';
import { consultationRoutes } from '../consultation-routes.tsx';

let pages: PageServer;
let analyst: Asker;
let colleague: Asker;
let commander: Asker;
let council: Asker;
let chair: Asker;
let visitor: Asker;

beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    await holdDemonstration(deps.system.records);
    await holdApprovers(deps.system.records, ['b', 'c']);
    consultationRoutes(server);
  });
  analyst = pages.as(somebody('a', 'analyst'));
  colleague = pages.as(somebody('e', 'analyst'));
  commander = pages.as(somebody('b', 'command'));
  council = pages.as(somebody('d', 'council', { borough: 'E09000007' }));
  chair = pages.as(somebody('f', 'chair', { borough: 'E09000007', ward: 'E05013653' }));
  visitor = pages.as({ kind: 'visitor' });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** Every field of the form of a page, as a browser would send it untouched. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form[^>]*method="post"[^>]*class="(?:w-open|w-propose|w-ask)"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  const inputs = [...form.matchAll(/<input ([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const unticked = /type="(checkbox|radio)"/.test(attributes) && !/ checked/.test(attributes);
    return unticked ? [] : [[of('name') ?? '', unescaped(of('value') ?? '')] as const];
  });
  const areas = [...form.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  );
  return Object.fromEntries([...inputs, ...areas].filter(([name]) => name !== 'form-token'));
}

const TYPED = {
  ...{ name: 'Spring review', question: 'What should count?', closesOn: '2026-04-30', inForceFrom: '2026-06-01' },
  partners: 'Street Link',
};
/** Opens a review, and says where it is. */
async function opened(typed: Record<string, string> = TYPED): Promise<string> {
  const form = fieldsOf((await analyst.get('/allocation/reviews/new')).body);
  const answer = await analyst.post('/allocation/reviews/new', { ...form, ...typed });
  expect([answer.statusCode, textOf(answer.body)]).toEqual([303, '']);
  return String(answer.headers.location).split('?')[0] ?? '';
}

describe('opening a review', () => {
  it('is for who may write for the whole unit', async () => {
    for (const asker of [visitor, council, chair]) {
      expect((await asker.get('/allocation/reviews')).body).not.toContain('/allocation/reviews/new');
      expect((await asker.post('/allocation/reviews/new', TYPED)).statusCode).not.toBe(303);
    }
  });

  it('shows what was typed again beside what is wrong, and opens nothing', async () => {
    const form = fieldsOf((await analyst.get('/allocation/reviews/new')).body);
    const answer = await analyst.post('/allocation/reviews/new', {
      ...form,
      ...TYPED,
      dwo: '60',
      closesOn: '2026-02-01',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('href="#closesOn"');
    expect(answer.body).toMatch(/id="name"[^>]*value="Spring review"/);
    const wrong = await analyst.post('/allocation/reviews/new', { ...form, ...TYPED, 'weight-residents': 'much' });
    expect(wrong.body).toContain('href="#weight-residents"');
    const more = { name: '', dwo: '60', 'weight-residents': '-1', closesOn: '' };
    const everything = await analyst.post('/allocation/reviews/new', { ...form, ...TYPED, ...more });
    const listed = /<ul class="govuk-list govuk-error-summary__list">[\s\S]*?<[/]ul>/.exec(everything.body)?.[0] ?? '';
    expect([...listed.matchAll(/href="#([^"]*)"/g)].map(([, field]) => field)).toEqual([
      ...['name', 'dwo', 'weight-residents', 'closesOn'],
    ]);
    expect(textOf((await analyst.get('/allocation/reviews')).body)).toContain('No review was opened yet.');
  });

  it('asks everybody ticked, and writes down the police draft with it', async () => {
    const at = await opened();
    const text = textOf((await analyst.get(`${at}?now=opened`)).body);
    expect(text).toContain('The review is open: proposals are taken until 30 April 2026.');
    expect(text).toContain('Review 2026–1 · open for comment until 30 April 2026');
    expect(text).toContain('Police draft, 10 March 2026');
    expect(text).toContain('Recorded crime 30% 30% synthetic demonstration data synthetic Violence and robbery');
    expect(text).toContain('0 of the 40 parties asked have answered.');
    expect(textOf((await analyst.get('/allocation/reviews')).body)).toContain(
      'One review is open: comment until 30 April 2026.',
    );
    expect((await visitor.get(at)).statusCode).toBe(404);
    expect(textOf((await visitor.get('/allocation/reviews')).body)).toContain('No review was opened yet.');
  });
});

describe('proposing weights', () => {
  it('takes 100 points of a council, which sees its own proposal and no other', async () => {
    const at = await opened({ ...TYPED, name: 'Second review' });
    const asked = await council.get(`${at}/propose?method=budget`);
    expect(textOf(asked.body)).toContain('You answer for Camden Council');
    const sent = {
      ...fieldsOf(asked.body),
      'weight-residents': '60',
      'weight-recorded-crime': '20',
      comment: 'Why & how',
    };
    const wrong = await council.post(`${at}/propose`, { ...sent, 'weight-residents': '-1' });
    expect([wrong.statusCode, /id="weight-residents"[^>]*value="-1"/.test(wrong.body)]).toEqual([400, true]);
    const done = await council.post(`${at}/propose`, sent);
    expect(done.statusCode).toBe(303);
    const page = textOf((await council.get(String(done.headers.location))).body);
    expect(page).toContain('It is proposed. You can change it until 30 April 2026.');
    expect(page).toContain('Residents 60 75%');
    expect(page).toContain('These come to 80, so each was rescaled');
    const review = textOf((await council.get(at)).body);
    expect(review).toContain('Camden Council, 10 March 2026');
    expect(review).not.toContain('Police draft');
    expect(textOf((await analyst.get(at)).body)).toContain('1 of the 40 parties asked has answered.');
  });

  it('begins from the weights of the what-if, names the steps of real wards, and asks how where that is not said', async () => {
    const at = await opened({ ...TYPED, name: 'Third review' });
    const how = await chair.get(`${at}/propose?weight-residents=40&weight-recorded-crime=40`);
    expect(how.body).toContain('<input type="hidden" name="weight-residents" value="40"');
    const swing = await chair.get(`${at}/propose?method=swing&weight-residents=40&weight-recorded-crime=40`);
    expect(textOf(swing.body)).toMatch(/From [A-Z][\w’' ]+, which has \d[.]\d% of the unit’s residents, to /);
    expect(textOf(swing.body)).toContain('You answer for Bloomsbury ward panel');
    expect(swing.body).toMatch(/id="weight-recorded-crime"[^>]*value="100"/);
  });

  it('sets a colleague’s change beside what was typed, and keeps both', async () => {
    const at = await opened({ ...TYPED, name: 'Fourth review' });
    const draft = /href="([^"]*[/]proposals[/]\d+)"/.exec((await analyst.get(at)).body)?.[1] ?? '';
    const change = /href="([^"]*propose[?][^"]*change=[^"]*)"/.exec((await analyst.get(draft)).body)?.[1] ?? '';
    const form = fieldsOf((await analyst.get(change.replaceAll('&amp;', '&'))).body);
    expect((await colleague.post(`${at}/propose`, { ...form, comment: 'Theirs' })).statusCode).toBe(303);
    const late = await analyst.post(`${at}/propose`, { ...form, comment: 'Mine' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toMatch(/name="comment" value="Theirs"[\s\S]*name="comment" value="Mine"/);
    const again = { ...form, version: '2', comment: 'Mine' };
    expect((await analyst.post(`${at}/propose`, again)).statusCode).toBe(303);
    const wordings = textOf((await analyst.get(draft)).body);
    expect(wordings).toContain('“Theirs”');
    expect(wordings).toContain('“Mine”');
  });

  it('says that a comment is too long, and keeps every letter of it', async () => {
    const at = await opened({ ...TYPED, name: 'Long review' });
    const form = { ...fieldsOf((await council.get(`${at}/propose?method=budget`)).body), 'weight-residents': '60' };
    const comment = 'word '.repeat(12_000).trim();
    const answer = await council.post(`${at}/propose`, { ...form, comment });
    expect([answer.statusCode, answer.body.includes(`${comment}</textarea>`)]).toEqual([400, true]);
    expect(textOf(answer.body)).toContain('This is 59,999 letters long: keep it to 10,000.');
    const edit = fieldsOf((await analyst.get(`${at}/edit`)).body);
    const changed = await analyst.post(`${at}/edit`, { ...edit, question: comment, because: 'More to say.' });
    expect([changed.statusCode, changed.body.includes(`${comment}</textarea>`)]).toEqual([400, true]);
  });

  it('answers a version that no record can have as one that is out of date', async () => {
    const at = await opened({ ...TYPED, name: 'Crafted review' });
    const form = { ...fieldsOf((await council.get(`${at}/propose?method=budget`)).body), 'weight-residents': '60' };
    const crafted = ['2147483648', '1.5', '1e400', '9'.repeat(20), '-1'];
    const statuses = async () => {
      const found: number[] = [];
      for (const version of crafted)
        found.push((await council.post(`${at}/propose`, { ...form, version, change: '9'.repeat(20) })).statusCode);
      return found;
    };
    expect(await statuses()).toEqual(crafted.map(() => 409));
    expect((await council.post(`${at}/propose`, form)).statusCode).toBe(303);
    expect(await statuses()).toEqual(crafted.map(() => 409));
    for (const number of [...crafted, '0', '1e3', 'x']) {
      for (const path of ['', '/edit', '/propose', '/abandon', '/announce', '/approve', '/compare', '/proposals/1'])
        expect((await analyst.get(`/allocation/reviews/${number}${path}`)).statusCode).toBe(404);
      expect((await analyst.get(`${at}/proposals/${number}`)).statusCode).toBe(404);
      expect((await analyst.get(`${at}/compare?a=${number}&b=${number}`)).statusCode).toBe(400);
      expect(
        (await analyst.get(`${at}/propose?method=swing&change=${number}&weight-residents=${number}`)).statusCode,
      ).toBe(200);
      for (const path of ['edit', 'close', 'abandon', 'announce'])
        expect((await analyst.post(`${at}/${path}`, { ...form, version: number, because: 'So.' })).statusCode).toBe(
          409,
        );
    }
  });

  it('refuses what comes after the review ended, with everything that was typed', async () => {
    const at = await opened({ ...TYPED, name: 'Fifth review' });
    const form = fieldsOf((await council.get(`${at}/propose?method=budget`)).body);
    const version = fieldsOf((await analyst.get(`${at}/abandon`)).body).version ?? '';
    expect((await analyst.post(`${at}/abandon`, { version, because: '' })).statusCode).toBe(400);
    expect((await analyst.post(`${at}/abandon`, { version, because: 'The budget was cut.' })).statusCode).toBe(303);
    const late = await council.post(`${at}/propose`, { ...form, 'weight-residents': '60', comment: 'My long reasons' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('My long reasons</textarea>');
    expect(late.body).toMatch(/id="weight-residents"[^>]*value="60"/);
  });
});

describe('changing a review', () => {
  it('shows nobody a form that they may never send', async () => {
    const at = await opened({ ...TYPED, name: 'Shown to its own' });
    for (const address of ['/allocation/reviews/new', `${at}/edit`, `${at}/abandon`, `${at}/announce`])
      for (const [asker, status] of [
        [analyst, 200],
        [council, 403],
        [chair, 403],
      ] as const)
        expect([address, (await asker.get(address)).statusCode]).toEqual([address, status]);
    for (const asker of [council, chair]) expect((await asker.get(at)).body).not.toMatch(/[/](edit|abandon|announce)"/);
    for (const path of ['edit', 'abandon', 'announce'])
      expect((await analyst.post(`/allocation/reviews/999/${path}`)).statusCode).toBe(404);
  });

  it('asks why, says what changed, and sets a lost race side by side', async () => {
    const at = await opened({ ...TYPED, name: 'Sixth review' });
    const form = fieldsOf((await analyst.get(`${at}/edit`)).body);
    const longer = { ...form, closesOn: '2026-05-14' };
    const unsaid = await analyst.post(`${at}/edit`, longer);
    expect([unsaid.statusCode, unsaid.body.includes('href="#because"')]).toEqual([400, true]);
    const saved = await analyst.post(`${at}/edit`, { ...longer, because: 'Panels meet in May.' });
    expect(saved.statusCode).toBe(303);
    expect(textOf((await analyst.get(at)).body)).toContain(
      'The last day to comment moved from 30 April 2026 to 14 May 2026. Why: Panels meet in May.',
    );
    const late = await colleague.post(`${at}/edit`, { ...form, closesOn: '2026-05-21', because: 'More time.' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toMatch(/name="closesOn" value="2026-05-14"[\s\S]*name="closesOn" value="2026-05-21"/);
    expect(late.body).toContain('More time.</textarea>');
  });
});

describe('the public notice', () => {
  it('is seen by residents only after a second person approved what they would see', async () => {
    const at = await opened({ ...TYPED, name: 'Seventh review' });
    const { version = '' } = fieldsOf((await analyst.get(`${at}/edit`)).body);
    expect((await council.post(`${at}/announce`, { version })).statusCode).not.toBe(303);
    expect((await analyst.post(`${at}/announce`, { version })).statusCode).toBe(303);
    expect((await visitor.get(at)).statusCode).toBe(404);
    const shown = await commander.get(`${at}/approve`);
    expect(textOf(shown.body)).toContain('What residents would see');
    expect(textOf(shown.body)).toContain('Seventh review');
    const hash = /name="content-hash" value="([^"]*)"/.exec(shown.body)?.[1] ?? '';
    expect((await analyst.get(`${at}/approve`)).body).not.toContain('content-hash');
    expect((await analyst.post(`${at}/approve`, { 'content-hash': hash, publish: 'yes' })).statusCode).toBe(403);
    const stale = await commander.post(`${at}/approve`, { 'content-hash': 'another', publish: 'yes' });
    expect([stale.statusCode, textOf(stale.body).includes('It was changed since you saw it')]).toEqual([409, true]);
    expect((await commander.post(`${at}/approve`, { 'content-hash': hash, publish: 'yes' })).statusCode).toBe(303);
    expect(textOf((await analyst.get(at)).body)).toMatch(
      /Opened by .*, 10 March 2026 .* Public notice proposed by .* Public notice approved by .* Public notice published by /,
    );
    expect(textOf((await council.get(at)).body)).toContain('Public notice published on 10 March 2026.');
    expect(textOf((await council.get(at)).body)).not.toContain('Public notice approved');
    const seen = textOf((await visitor.get(at)).body);
    expect(seen).toMatch(/Review 2026–\d+ · open for comment until 30 April 2026/);
    expect(seen).toContain('What should count?');
    expect(seen).not.toContain('Police draft');
    expect(seen).toContain('What happened Opened on 10 March 2026. Announced on 10 March 2026.');
    expect(textOf((await visitor.get('/allocation/reviews')).body)).toContain('Seventh review');
    expect((await analyst.get(at)).body).not.toContain(`${at}/announce`);
    expect(textOf((await commander.get(`${at}/decide`)).body)).toContain('Choose on the day after, or close it now.');
    const close = fieldsOf((await analyst.get(`${at}/close`)).body).version ?? '';
    expect((await analyst.post(`${at}/close`, { version: close, because: '' })).statusCode).toBe(400);
    const closed = await analyst.post(`${at}/close`, { version: close, because: 'All have answered.' });
    expect([closed.statusCode, closed.headers.location]).toEqual([303, `${at}?now=closed`]);
    expect(textOf((await analyst.get(`${at}?now=closed`)).body)).toContain('The review is closed');
    expect((await analyst.get(at)).body).not.toContain(`${at}/close"`);
    const over = textOf((await visitor.get(at)).body);
    expect(over).toMatch(/Review 2026–\d+ · closed on 10 March 2026/);
    expect(over).not.toMatch(/30 April 2026|To have your say|All have answered/);
    expect((await analyst.post(`${at}/close`, { version: close, because: 'x' })).statusCode).toBe(409);
    expect((await commander.post(`${at}/withdraw`, { reason: 'The dates were wrong.' })).statusCode).toBe(303);
    const withdrawn = textOf((await visitor.get(at)).body);
    expect(withdrawn).toContain('It was withdrawn on 10 March 2026, because: The dates were wrong.');
    expect(withdrawn).not.toMatch(/open for comment|To have your say/);
    expect(textOf((await visitor.get('/allocation/reviews')).body)).not.toContain('Seventh review');
    const asked = await commander.get(`${at}/abandon`);
    const again = fieldsOf(asked.body).version ?? '';
    expect(textOf(asked.body)).toContain('the day and the reason are public');
    const end = { version: again, because: 'The budget was cut.' };
    expect((await commander.post(`${at}/abandon`, end)).statusCode).toBe(303);
    const ended = textOf((await visitor.get(at)).body);
    expect(ended).toMatch(/Review 2026–\d+ · abandoned on 10 March 2026/);
    expect(ended).toContain('There will be no decision, because: The budget was cut.');
    expect(ended).not.toContain('To have your say');
    expect(textOf((await visitor.get('/allocation/reviews')).body)).toContain('none: abandoned');
  });

  it('says what was changed to who announces what is out of date, and offers no approval of it', async () => {
    const at = await opened({ ...TYPED, name: 'Eighth review' });
    const form = fieldsOf((await analyst.get(`${at}/edit`)).body);
    const { version = '' } = form;
    expect((await analyst.post(`${at}/announce`, { version })).statusCode).toBe(303);
    const edited = { ...form, closesOn: '2026-05-14', because: 'Panels meet in May.' };
    expect((await colleague.post(`${at}/edit`, edited)).statusCode).toBe(303);
    const shown = await commander.get(`${at}/approve`);
    expect(textOf(shown.body)).toContain('The review was changed since: announce it again.');
    expect(shown.body).not.toContain('content-hash');
    const late = await analyst.post(`${at}/announce`, { version });
    expect(late.statusCode).toBe(409);
    expect(textOf(late.body)).toContain('The last day to comment moved from 30 April 2026 to 14 May 2026.');
    expect(textOf(late.body)).toContain('Propose the notice');
  });
});
