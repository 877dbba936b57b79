import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingFor, bookFiles } from '../../../test/builders/book-places.ts';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { beginDemonstration } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensureReferenceUnit } from '../service.ts';
import { postBook } from './book-service.ts';
import { importBook } from './import-service.ts';

const POSTS = `reference,title,rank,strand,duty,first_day
P1,Ward officer,Constable,neighbourhoods,ward,2024-01-01
`;
const PEOPLE = {
  'officers.csv': 'reference,name,rank,first_day\nA,Anna,Constable,2020-01-01\n',
  'postings.csv': 'officer,post,first_day\nA,P1,2024-01-01\n',
};
const MADE_UP = `name,unit,synthetic\nMade up,${UNIT},yes\n`;

let opened: EmptyRecords;
let platform: Platform;
const bring = (files: Record<string, string>) =>
  importBook(platform, { unit: null, name: 'test', files: bookFiles(files), dryRun: false });
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  const scope = { unit: UNIT, borough: null, ward: null };
  await beginDemonstration(system, [{ name: 'Made-up command', role: 'command', scope, organisation: null }]);
  platform = testPlatform(opened.database, { principal: actingFor('command') });
});
afterAll(() => opened.close());

it('keeps made-up officers while the demonstration is on', async () => {
  expect(await bring({ 'book.csv': MADE_UP, 'posts.csv': POSTS, ...PEOPLE })).toMatchObject({
    kind: 'imported',
    synthetic: true,
  });
  expect(await postBook(platform, null)).toMatchObject({ synthetic: true, officers: [{ reference: 'A' }] });
});

it('refuses real officers while it is on, in the records’ own sentence, and changes nothing', async () => {
  expect(await bring({ 'posts.csv': POSTS.replace('Ward officer', 'Real'), ...PEOPLE })).toEqual({
    kind: 'refused',
    unit: UNIT,
    refusals: [
      {
        file: '',
        line: null,
        sentence:
          'The demonstration is on, so an officer cannot be kept here: end it first with "wardroom demonstration end".',
      },
    ],
  });
  expect(await postBook(platform, null)).toMatchObject({ synthetic: true, posts: [{ title: 'Ward officer' }] });
});

it('takes real posts without officers, which put everything made up aside; a made-up post of the reference gives way', async () => {
  expect(await bring({ 'posts.csv': POSTS })).toMatchObject({
    kind: 'imported',
    counts: { posts: { added: 0, changed: 1 } },
  });
  expect(await postBook(platform, null)).toMatchObject({
    synthetic: false,
    posts: [{ reference: 'P1' }],
    officers: [],
    postings: [],
  });
  expect(await bring({ 'posts.csv': POSTS })).toMatchObject({
    counts: { posts: { added: 0, changed: 0, unchanged: 1 } },
  });
});
