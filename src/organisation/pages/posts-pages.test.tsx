import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { keptBook, withPost } from '../../../test/builders/kept-book.ts';
import type { PostBook } from '../post-book.ts';
import { coverageOn } from '../skills/coverage.ts';
import { bookFrame } from './book-frame.ts';
import { BoroughPostsPage } from './borough-posts-page.tsx';
import { boroughView } from './borough-view.ts';
import { ChangesPage } from './changes-page.tsx';
import { changesView } from './changes-view.ts';
import { PartPage } from './part-page.tsx';
import { SkillsPage } from './skills-page.tsx';
import { UnitPostsPage } from './unit-posts-page.tsx';
import { unitView } from './unit-view.ts';

const AS_AT = '2026-03-01';
const ISLINGTON = 'E09000019';
const FLOOR = { dwo: 2, pcso: 1 };
const SHARES = new Map([
  ['E09000007', 0.5],
  [ISLINGTON, 0.5],
]);
const frameOf = (book: PostBook) => bookFrame(book, { asAt: AS_AT, dayAsked: true }, false);
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
const unitPage = (book: PostBook, shares: typeof SHARES | null = SHARES, asAt = AS_AT) =>
  render(<UnitPostsPage frame={frameOf(book)} unit={unitView(book, asAt, FLOOR, shares)} />);
const boroughPage = (book: PostBook) => {
  const borough = boroughView(book, ISLINGTON, AS_AT, FLOOR);
  if (borough === null) throw new Error('Islington is there');
  return render(<BoroughPostsPage frame={frameOf(book)} borough={borough} />);
};
const book = keptBook();

test('the unit’s answer counts posts, people and vacancies, and says whether wards have their floor', () => {
  const page = text(unitPage(book));
  expect(page).toContain('24 posts, 22 people, 2 vacancies. Each of the 4 wards has its floor.');
  expect(page).toContain('5 people manage and 17 are operational');
  const short = text(unitPage(withPost(book, 'BLO-1', null)));
  expect(short).toContain('Of 4 wards, Bloomsbury is below the floor.');
});

test('of a borough whose postings are not recorded, or of a day before the first, no ward is said to be below', () => {
  const islington = { ...book, postings: book.postings.filter(({ post }) => !/^(BLO|CAM)-/.test(post)) };
  const page = text(unitPage(islington));
  expect(page).toContain('Each of the 2 wards has its floor. Who is posted in the wards of Camden is not recorded');
  expect(page).not.toContain('Wards below their floor Below');
  const later = book.postings.map((posting) => ({ ...posting, during: { from: '2024-01-01', until: null } }));
  const before = text(unitPage({ ...book, postings: later }, null, '2023-01-01'));
  expect(before).toContain('Nobody’s posting is recorded');
  expect(before).not.toContain('below the floor');
});

test('links of the section keep the day that was asked for', () => {
  expect(unitPage(book)).toContain('href="/organisation/boroughs/E09000019?as-at=2026-03-01"');
});

test('a borough that nobody is named for is said to have nobody, and without demand there is no balance', () => {
  const page = text(unitPage(withPost(book, 'SUP-C', { leadsBorough: null }), null));
  expect(page).toContain('Camden nobody is named');
  expect(page).not.toContain('share of demand');
});

test('a shared post stands on the borough’s page in full, and its part counts there', () => {
  const page = text(boroughPage(book));
  expect(page).toContain('Faith Officer shared with Camden, half');
  expect(page).toContain('Street Population Officer paid by Islington Council');
  expect(page).toContain('12.5 posts, 2 of them vacant.');
});

test('what is vacant has the day it is expected to be filled, and who leads two wards is said so', () => {
  const page = text(boroughPage(book));
  expect(page).toContain('1 September 2027');
  expect(page).toContain('also leads Bunhill');
});

test('a book without postings says that nothing is known of who is there', () => {
  const bare = { ...book, postings: [] };
  expect(text(unitPage(bare))).toContain('Nobody’s posting is recorded');
  expect(text(boroughPage(bare))).toContain('it is not known who is in them');
});

test('changes are told before and after, with how much they are short of', () => {
  const change = {
    reference: 'YOUTH',
    title: 'More youth officers',
    begins: '2022-05-05',
    completes: '2023-01-01',
    boroughCode: ISLINGTON,
    strand: null,
    team: null,
    rank: 'PCSO',
    promised: 5,
    source: '',
  };
  const changed = { ...book, changes: [change] };
  const page = text(render(<ChangesPage frame={frameOf(changed)} view={changesView(changed, AS_AT)} />));
  expect(page).toContain('1 change, 1 of them due by this day and 1 short of what was promised. 4 of 4 wards');
  expect(page).toContain('More youth officers 3 short');
});

test('skills say how much of what is required is held, and by whom taught, and name nobody', () => {
  const page = text(render(<SkillsPage frame={frameOf(book)} courses={coverageOn(book, AS_AT)} />));
  expect(page).toContain('100% of required training is held. 2 of 2');
  expect(page).toContain('taught by Camden Council VAWG Team');
  expect(page).not.toContain('Officer P-FIN');
});

test('who sees one ward is told which, and what they may not see', () => {
  const frame = frameOf({ ...book, whole: false });
  const html = render(<PartPage frame={frame} wards={[{ code: 'E05013653', name: 'Bloomsbury' }]} />);
  expect(text(html)).toContain('Your role shows you the posts of Bloomsbury. Posts elsewhere, budgets');
  expect(html).not.toContain('/organisation/boroughs/');
});
