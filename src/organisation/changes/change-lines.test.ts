import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { managementChange } from '../strength/management.ts';
import { beforeAndAfter } from './before-and-after.ts';
import { changeLines } from './change-lines.ts';
import { whoLostWhat } from './who-lost-what.ts';

const change = {
  reference: 'YOUTH',
  title: 'More youth officers',
  begins: '2026-01-01',
  completes: '2026-06-30',
  boroughCode: null,
  strand: null,
  team: 'Youth',
  rank: null,
  promised: 2,
  source: '',
};
const since = { from: '2026-02-01', until: null };
const book = bookOf({
  posts: [
    postOf('Y', { team: 'Youth', during: since, movedFrom: 'Response' }),
    postOf('F1'),
    postOf('I', { rank: 'Inspector' }),
  ],
  postings: [postingOf('1', 'Y', { during: since, fromUnit: 'Response' }), postingOf('2', 'F1')],
});
const lines = (asAt: string) => {
  const span = { from: '2026-01-01', to: asAt };
  const changes = [beforeAndAfter(book, change, asAt)];
  return changeLines({
    unit: book.unit,
    asAt,
    synthetic: false,
    changes,
    span,
    losses: whoLostWhat(book, span),
    management: managementChange(book, span.from, span.to),
  });
};

test('under way: what was promised, gained and is outstanding, and which unit gave it up', () => {
  const said = lines('2026-03-01');
  expect(said.filter((part) => typeof part === 'string')).toEqual([
    'Central North as at 1 March 2026: 1 change of the establishment, 0 complete and 1 under way.',
    '',
    'More youth officers (YOUTH): under way until 30 June 2026; 2 promised, 1 gained, 1 outstanding.',
    'Full-time equivalents of posts: 0 on 31 December 2025, 1 on 1 March 2026.',
    'People posted: 0 before, 1 after.',
    'New posts came from: Response, 1 post (1).',
    '',
    'Who gave up posts and people from 1 January 2026 to 1 March 2026:',
    '',
    'Posts on 1 January 2026: 1 operational and 1 that manage, 1.0 to one. On 1 March 2026: 2 operational and 1 that manage, 2.0 to one.',
  ]);
  expect(said.find((part) => typeof part !== 'string')).toMatchObject({
    rows: [['Response', '1 Constable', '1', '1']],
  });
});

test('before it begins it says when it does', () => {
  expect(lines('2025-12-01')).toContain('More youth officers (YOUTH): begins on 1 January 2026; 2 promised.');
});
