import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { madeWardFile } from '../../../test/journey/made-files.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Principal, Role } from '../../platform/access/index.ts';
import { sourcesRoutes } from '../routes.tsx';
import { listImports } from '../service.ts';
import { newUploadFolder, readUpload, writeUpload } from './store.ts';

const ANN = 'person:00000000000000aa';
const BEN = 'person:00000000000000bb';
const as = (person: string, role: Role) => ({
  ...personWith(role, { unit: UNIT, borough: null, ward: null }),
  person,
});
const WARDS = { name: 'secret-wards.csv', bytes: madeWardFile() };

let pages: PageServer;
afterEach(() => pages.close());

/** A server that finds an upload of Ann's left by another process. @param whoIs what Ann is when it goes on with it */
async function withUploadLeft(whoIs: Principal | null): Promise<string> {
  let left = '';
  pages = await pageServer(async (server, { platform, system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    const { dataFolder } = platform;
    const { id, folder } = await newUploadFolder(dataFolder);
    await writeFile(join(folder, '1'), WARDS.bytes);
    await writeUpload(dataFolder, {
      ...{ id, startedAt: '2026-03-10T11:59:00.000Z', vintage: 'spring', about: null, attempts: 1 },
      ...{ files: [{ name: WARDS.name, bytes: WARDS.bytes.length }], begunBy: ANN, state: { kind: 'reading' } },
    });
    const inBackground = (principal: Principal) =>
      testPlatform(pages.database, { dataFolder, now: platform.now(), principal });
    sourcesRoutes(server, { platform, inBackground, whoIs: async (person) => (person === ANN ? whoIs : null) });
    left = id;
  });
  await pages.server.ready();
  await settled(left);
  return left;
}

async function settled(id: string): Promise<string> {
  for (;;) {
    const kind = (await readUpload(pages.platform.dataFolder, id))?.state.kind ?? 'gone';
    const { progress } = (await pages.get(`/import/preview/${id}/progress`)).json();
    if (progress === null && !['reading', 'importing'].includes(kind)) return kind;
  }
}

const importers = async () => (await listImports(pages.system.records)).map(({ importedBy }) => importedBy);

it('goes on with what another process left for who began it, by the roles they hold now', async () => {
  const id = await withUploadLeft(as(ANN, 'analyst'));
  expect((await readUpload(pages.platform.dataFolder, id))?.state.kind).toBe('ready');
});

it.each([
  ['holds another role', as(ANN, 'sergeant')],
  ['is active no more', null],
])('gives it up with one sentence where who began it %s', async (_what, whoIs) => {
  const id = await withUploadLeft(whoIs);
  const { body } = await pages.as(as(BEN, 'analyst')).get(`/import/preview/${id}`);
  expect(body).toContain('Whoever sent these files may not import any more, so Wardroom did not go on with them');
  expect(await importers()).toEqual([]);
});

it('is imported as theirs by whoever says so, and by nobody who may not', async () => {
  const id = await withUploadLeft(as(ANN, 'analyst'));
  const reader = pages.as(as(BEN, 'auditor'));
  expect((await reader.get(`/import/preview/${id}`)).statusCode).toBe(200);
  expect((await reader.post(`/import/preview/${id}/commit`)).statusCode).toBe(403);
  expect((await reader.post(`/import/preview/${id}/discard`)).statusCode).toBe(403);
  expect(await importers()).toEqual([]);

  await pages.as(as(BEN, 'analyst')).post(`/import/preview/${id}/commit`);
  expect(await settled(id)).toBe('imported');
  expect(await importers()).toEqual([BEN]);
  expect((await readUpload(pages.platform.dataFolder, id))?.begunBy).toBe(BEN);
});

it('tells who may not read imports nothing of it, nor the names of its files', async () => {
  const id = await withUploadLeft(as(ANN, 'analyst'));
  const nobody = { ...as(BEN, 'officer'), grants: [] } as Principal;
  for (const who of [as(BEN, 'officer'), as(BEN, 'chair'), nobody, { kind: 'visitor' } as const])
    for (const page of ['', '/progress', '/left-out.csv']) {
      const answer = await pages.as(who).get(`/import/preview/${id}${page}`);
      expect([303, 401, 403, 404]).toContain(answer.statusCode);
      expect(answer.body).not.toContain('secret-wards');
    }
});

it('shows the name of who imported, and keeps their identity in the records', async () => {
  const id = await withUploadLeft(as(ANN, 'analyst'));
  await sql`insert into identity.person (id, name, email, state, created_at)
    values (${BEN}, 'Ben Beat', 'ben@example.org', 'active', now())`.execute(pages.system.records);
  const ben = pages.as(as(BEN, 'analyst'));
  await ben.post(`/import/preview/${id}/commit`);
  await settled(id);
  const { body } = await ben.get('/import');
  expect(body).toContain('by Ben Beat');
  expect(body).not.toContain(BEN);
});
