import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareEdits } from '../../src/lib/editing/compare-edits.ts';
import { StaleEdit, saveAtVersion } from '../../src/platform/concurrency/index.ts';
import { buildServer, html, InvalidRequest, PUBLISHED, VISITOR } from '../../src/platform/web/index.ts';
import { EditComparison } from '../../src/ui/edit-comparison.tsx';
import { Form } from '../../src/ui/form.tsx';
import { type EmptyRecords, emptyRecords } from '../builders/records.ts';
import { testPlatform } from '../builders/test-platform.ts';
import { dropTables, makeTables } from './parallel-tables.ts';

/** Milliseconds: hundreds of transactions one after another, on a machine that may be busy with others. */
const SLOW = 240_000;

const host = '127.0.0.1:3000';
const SEEN = { title: 'Bins', action: 'Look' };
type Fields = Record<string, string>;

interface Note {
  title: string;
  action: string;
  version: number;
}

const readNote = (row: Readonly<Record<string, unknown>>): Note => ({
  title: String(row.title),
  action: String(row.action),
  version: Number(row.version),
});

let kept: EmptyRecords;
let server: FastifyInstance;
let cookie: string;
let token: Fields;

beforeEach(async () => {
  kept = await emptyRecords();
  await makeTables(kept.records);
  await sql`insert into parallel.note (id, title, action, changed_by) values (1, ${SEEN.title}, ${SEEN.action}, 'nobody')`.execute(
    kept.records,
  );
  server = await buildServer({
    port: 3000,
    assetsFolder: import.meta.dirname,
    log: { level: 'silent' },
    uploads: { maxFiles: 1 },
    identify: async () => VISITOR,
    actingAs: () => {
      throw new Error('Nothing here works with a request’s own records.');
    },
  });
  const { records } = testPlatform(kept.database);
  server.get('/note', { config: { access: PUBLISHED } }, (_, reply) => html(reply, <Form action="/note">…</Form>));
  // As a domain's route would be written: the comparison answers to the same address as the form it came from.
  server.post<{ Body: Fields }>('/note', { config: { access: PUBLISHED } }, async ({ body }, reply) => {
    const { title, action } = body;
    if (title === undefined || action === undefined) throw new InvalidRequest('Choose which of the two to keep.');
    const edit = { table: 'parallel.note', key: { id: 1 }, version: Number(body.version), read: readNote };
    try {
      await records
        .transaction()
        .execute((trx) => saveAtVersion(trx, { ...edit, changes: { title, action, changed_by: 'Ana Cole' } }));
      return reply.redirect('/note', 303);
    } catch (error) {
      if (!(error instanceof StaleEdit) || error.stored === null) throw error;
      const stored = error.stored as Note;
      const fields = compareEdits({ seen: SEEN, stored: { ...stored }, yours: { title, action } }).map((each) => ({
        name: each.field,
        label: each.field,
        kind: each.kind,
        seen: String(each.seen),
        stored: String(each.stored),
        yours: String(each.yours),
      }));
      const comparison = { fields, version: stored.version, savedBy: 'Ana Cole', savedAt: '14:02 on 1 March 2026' };
      const page = (
        <Form action="/note">
          <EditComparison caption="The note" {...comparison} />
        </Form>
      );
      return html(reply, page, 409);
    }
  });
  const form = await server.inject({ url: '/note', headers: { host } });
  cookie = String(form.headers['set-cookie']).split(';', 1)[0] ?? '';
  token = fieldsOf(form.body, null);
});
afterEach(async () => {
  await server.close();
  await dropTables(kept.records);
  await kept.close();
});

const send = (fields: Fields) =>
  server.inject({
    method: 'POST',
    url: '/note',
    headers: { host, origin: `http://${host}`, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...token, ...fields }).toString(),
  });

/** What a browser without script sends of a page's form, with the first or second choice taken of each two. */
function fieldsOf(page: string, choice: 0 | 1 | null): Fields {
  const fields: Fields = {};
  const met: Record<string, number> = {};
  for (const [, name = '', value = '', type] of inputsOf(page)) {
    const position = met[name] ?? 0;
    met[name] = position + 1;
    if (type !== 'radio' || position === choice) fields[name] = value;
  }
  return fields;
}

function inputsOf(page: string): string[][] {
  return [...page.matchAll(/<input ([^>]*)>/g)].map(([, tag = '']) =>
    ['', 'name', 'value', 'type'].map((attribute) => new RegExp(`${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''),
  );
}

const noteIs = async () =>
  readNote((await sql<Fields>`select * from parallel.note`.execute(kept.records)).rows[0] ?? {});

it('of 100 forms sent at once one is saved, and 99 come back with all that was typed beside what is stored', {
  timeout: SLOW,
}, async () => {
  const typed = Array.from({ length: 100 }, (_, editor) => ({ title: `T${editor}.`, action: `A${editor}.` }));
  const answers = await Promise.all(typed.map((fields) => send({ ...fields, version: '1' })));
  expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1);
  expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(99);
  const stored = await noteIs();
  for (const [editor, { statusCode, body }] of answers.entries()) {
    if (statusCode === 303) expect(stored).toEqual({ ...typed[editor], version: 2 });
    if (statusCode === 303) continue;
    expect(fieldsOf(body, 0)).toMatchObject({ title: stored.title, action: stored.action, version: '2' });
    expect(fieldsOf(body, 1)).toMatchObject({ ...typed[editor], version: '2' });
  }
});

it('the comparison is sent as the form was: saved as chosen, refused without a choice, compared again if stale again', async () => {
  await send({ title: 'Bin fires', action: 'Look', version: '1' });
  const told = await send({ title: 'Bins on fire', action: 'Lock them', version: '1' });
  expect(told.statusCode).toBe(409);
  expect(told.body).toContain('You both changed “title”');

  expect((await send(fieldsOf(told.body, null))).statusCode).toBe(400);
  expect(await noteIs()).toMatchObject({ title: 'Bin fires', version: 2 });

  expect((await send(fieldsOf(told.body, 1))).statusCode).toBe(303);
  expect(await noteIs()).toEqual({ title: 'Bins on fire', action: 'Lock them', version: 3 });

  const late = await send(fieldsOf(told.body, 0));
  expect(late.statusCode).toBe(409);
  expect(await noteIs()).toMatchObject({ version: 3 });
});
