import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { Course } from '../post-book.ts';
import { coverageOn } from './coverage.ts';

const DATE = '2026-03-01';
const course = (reference: string, title: string, rest: Partial<Course> = {}): Course => ({
  reference,
  title,
  requiredOf: { everyone: false, ranks: ['Constable'], teams: [] },
  validMonths: 12,
  externalTrainer: null,
  during: { from: '2024-01-01', until: null },
  ...rest,
});
const done = (officer: string, expiresOn: string | null, completedOn = '2025-01-01') => ({
  officer,
  course: 'VAWG',
  completedOn,
  expiresOn,
});
const book = bookOf({
  posts: [
    postOf('B1', { team: 'Bloomsbury' }),
    postOf('B2', { team: 'Bloomsbury' }),
    postOf('C1', { team: 'Camden Town', wards: ['E05013655'] }),
    postOf('C2', { team: 'Camden Town', wards: ['E05013655'] }),
    postOf('S', { rank: 'Sergeant', team: 'Bloomsbury', wards: [] }),
  ],
  officers: [...['1', '2', '3', '4'].map((each) => officerOf(each)), officerOf('5', 'Sergeant'), officerOf('6')],
  postings: [
    postingOf('1', 'B1', { fraction: 0.5 }),
    postingOf('1', 'C1', { fraction: 0.5 }),
    postingOf('2', 'B2'),
    postingOf('3', 'C2'),
    postingOf('4', 'C1', { fraction: 0.5 }),
    postingOf('5', 'S'),
  ],
  courses: [
    course('VAWG', 'Violence against women and girls', { externalTrainer: 'Camden Council VAWG Team' }),
    course('OLD', 'A course of before', { during: { from: '2020-01-01', until: '2026-03-01' } }),
    course('SIGN', 'British Sign Language', { requiredOf: { everyone: false, ranks: [], teams: [] } }),
  ],
  training: [
    done('1', '2027-01-01'),
    done('2', '2026-04-01'),
    done('3', '2026-01-01'),
    done('5', null),
    done('6', null),
    { ...done('4', null), course: 'SIGN' },
  ],
});

test('of whom it is required: held, expiring, expired, never; each person once in all, and in each of their teams', () => {
  const [, vawg] = coverageOn(book, DATE);
  expect(vawg?.course).toMatchObject({ reference: 'VAWG', externalTrainer: 'Camden Council VAWG Team' });
  expect(vawg?.everybody).toEqual({ required: 4, held: 1, expiring: 1, expired: 1, never: 1 });
  expect(vawg?.byTeam).toEqual([
    { team: 'Bloomsbury', required: 2, held: 1, expiring: 1, expired: 0, never: 0 },
    { team: 'Camden Town', required: 3, held: 1, expiring: 0, expired: 1, never: 1 },
  ]);
  expect(vawg?.byWard.map(({ ward, required }) => [ward, required])).toEqual([
    ['Bloomsbury', 2],
    ['Camden Town', 3],
  ]);
  expect(vawg?.byRank.map(({ rank, required }) => [rank, required])).toEqual([['Constable', 4]]);
  // The sergeant; an officer who is posted nowhere is nobody's.
  expect(vawg?.heldByOthers).toBe(1);
});

test('a course of nobody is a skill, and one that is over is not asked about', () => {
  const courses = coverageOn(book, DATE);
  expect(courses.map(({ course: { reference } }) => reference)).toEqual(['SIGN', 'VAWG']);
  expect(courses[0]).toMatchObject({ everybody: { required: 0, held: 0 }, byTeam: [], heldByOthers: 1 });
});
