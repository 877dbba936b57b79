import { expect, test } from 'vitest';
import {
  isKept,
  judgedOf,
  keptBook,
  onlyBroken,
  unknownBy,
  withOfficer,
  withPosting,
} from '../../../test/builders/kept-book.ts';
import { officerOf, postingOf } from '../../../test/builders/post-book.ts';
import { floorBreaches } from '../strength/floor-breaches.ts';
import { wardFloor } from './ward-floor.ts';

const { name } = wardFloor;

test('broken alone from the day an officer leaves to the day before the next begins', () => {
  const left = withPosting(keptBook(), ['P-BUN-2', 'BUN-2'], { during: { from: '2022-05-05', until: '2026-01-20' } });
  const book = withOfficer(left, officerOf('P-NEXT'), [
    postingOf('P-NEXT', 'BUN-2', { during: { from: '2026-03-09', until: null } }),
  ]);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'Bunhill',
      from: '2026-01-20',
      to: '2026-03-08',
      sentence:
        'Bunhill has 1 of 2 dedicated ward officers (1 full-time equivalent, 1 head) posted: post 1 dedicated ward officer more.',
    },
  ]);
  expect(isKept(name, book, '2026-01-19')).toBe(true);
  expect(isKept(name, book, '2026-03-09')).toBe(true);
});

test('counted in whole full-time equivalents: three heads of 0.6 are one', () => {
  const book = keptBook();
  const parts = {
    ...book,
    officers: [...book.officers, officerOf('P-3')],
    postings: [
      ...book.postings.map((each) => (/^BUN-[12]$/.test(each.post) ? { ...each, fraction: 0.6 } : each)),
      postingOf('P-3', 'BUN-2', { fraction: 0.4 }),
    ],
  };
  expect(onlyBroken(name, parts)[0]?.sentence).toBe(
    'Bunhill has 1 of 2 dedicated ward officers (1.6 full-time equivalents, 3 heads) posted: post 1 dedicated ward officer more.',
  );
});

test('an extra fills the floor, and a PCSO does not stand in for an officer', () => {
  const extra = withPosting(keptBook(), ['P-FIN-2', 'FIN-2'], null);
  expect(isKept(name, extra, '2026-08-01')).toBe(true);
  expect(isKept(name, extra, '2026-03-01')).toBe(false);
  expect(onlyBroken(name, withPosting(keptBook(), ['P-BUN-P', 'BUN-P'], null))[0]?.sentence).toBe(
    'Bunhill has 0 of 1 PCSO (nobody) posted: post 1 PCSO more.',
  );
});

test('a run begins where the promise does', () => {
  const early = (date: string | null) => ({ from: '2016-06-01', until: date });
  const book = keptBook();
  const one = {
    ...book,
    wards: book.wards.map((ward) => ({ ...ward, during: early(null) })),
    boroughs: book.boroughs.map((borough) => ({ ...borough, during: early(null) })),
    posts: book.posts.map((post) => ({ ...post, during: early(null) })),
    postings: book.postings
      .filter(({ post }) => post !== 'BUN-2')
      .map((posting) =>
        posting.during.from === '2022-05-05' ? { ...posting, during: early(posting.during.until) } : posting,
      ),
    officers: book.officers.map((officer) => ({
      ...officer,
      ranks: officer.ranks.map((row) => ({ ...row, during: early(null) })),
    })),
  };
  expect(isKept(name, one, '2016-12-31')).toBe(true);
  expect(onlyBroken(name, one)).toMatchObject([{ where: 'Bunhill', from: '2017-01-01', to: null }]);
});

test('ends the day before a floor that changes after every row of the book', () => {
  const book = withPosting(keptBook(), ['P-BUN-2', 'BUN-2'], { during: { from: '2022-05-05', until: '2026-01-20' } });
  const floorOn = (date: string) => ({ dwo: date < '2027-04-01' ? 2 : 1, pcso: 1 });
  expect(wardFloor.judge({ ...judgedOf(book), floorOn }).broken).toMatchObject([
    { where: 'Bunhill', from: '2026-01-20', to: '2027-03-31' },
  ]);
});

test('finds the wards and days that the daily floor check finds', () => {
  const left = withPosting(keptBook(), ['P-BUN-2', 'BUN-2'], { during: { from: '2022-05-05', until: '2026-01-20' } });
  const book = withPosting(left, ['P-CAM-P', 'CAM-P'], { during: { from: '2022-05-05', until: '2026-02-01' } });
  const { floorOn } = judgedOf(book);
  const breaches = floorBreaches(book, { from: '2022-05-05', to: '2026-12-31' }, floorOn)
    .filter(({ measured }) => measured === 'posted')
    .map(({ ward, from }) => ({ where: ward, from }));
  const found = onlyBroken(name, book).map(({ where, from }) => ({ where, from }));
  expect(found).toEqual(expect.arrayContaining(breaches));
  expect(breaches).toHaveLength(2);
  expect(found).toHaveLength(2);
});

test('unknown, once for a borough, where the book does not say who is posted', () => {
  expect(unknownBy(name, { ...keptBook(), postings: [] }).map(({ where }) => where)).toEqual(['Camden', 'Islington']);
  const islington = keptBook().postings.filter(({ post }) => !/^(BLO|CAM)-/.test(post));
  expect(unknownBy(name, { ...keptBook(), postings: islington })).toEqual([
    {
      where: 'Camden',
      from: '2022-05-05',
      to: null,
      sentence: 'Who is posted in the 2 wards of Camden is not recorded: import its officers and postings.',
    },
  ]);
});
