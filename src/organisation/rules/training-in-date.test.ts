import { expect, test } from 'vitest';
import { AS_AT, isKept, keptBook, onlyBroken, unknownBy } from '../../../test/builders/kept-book.ts';
import type { Course, PostBook, Training } from '../post-book.ts';
import { coverageOn } from '../skills/coverage.ts';
import { trainingInDate } from './training-in-date.ts';

const { name } = trainingInDate;
const done = (officer: string, completedOn: string, expiresOn: string | null = null): Training => ({
  officer,
  course: 'VAWG',
  completedOn,
  expiresOn,
});

function withTraining(training: Training[], requiredOf: Partial<Course['requiredOf']> = {}): PostBook {
  const book = keptBook();
  const courses = book.courses.map((course) => ({ ...course, requiredOf: { ...course.requiredOf, ...requiredOf } }));
  return { ...book, courses, training };
}

test('broken alone from the day it expires to the day before it is done again', () => {
  const book = withTraining([
    done('P-FIN-1', '2022-01-10'),
    done('P-FIN-2', '2022-01-10', '2026-02-01'),
    done('P-FIN-2', '2026-03-20'),
  ]);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'FIN ward team',
      from: '2026-02-01',
      to: '2026-03-19',
      sentence:
        '1 in FIN ward team lacks "Violence against women and girls", or it has expired: Officer P-FIN-2 (P-FIN-2). Book them onto it with Camden Council VAWG Team.',
    },
  ]);
  expect(isKept(name, book, '2026-01-31')).toBe(true);
  expect(isKept(name, book, '2026-03-20')).toBe(true);
});

test('the days run on while one or another lacks it', () => {
  const book = withTraining([
    done('P-FIN-1', '2022-01-10', '2025-12-01'),
    done('P-FIN-1', '2026-03-05'),
    done('P-FIN-2', '2022-01-10', '2026-02-20'),
    done('P-FIN-2', '2026-04-01'),
  ]);
  expect(onlyBroken(name, book)).toMatchObject([
    { from: '2025-12-01', to: '2026-03-31', sentence: /^2 in FIN ward team lack / },
  ]);
});

test('one finding for each team, of the ranks and teams it is required of', () => {
  const some = [done('P-FIN-1', '2022-01-10')];
  expect(onlyBroken(name, withTraining(some)).map(({ where }) => where)).toEqual(['FIN ward team']);
  const pcsos = withTraining(some, { ranks: ['PCSO'], teams: [] });
  expect(
    onlyBroken(name, pcsos)
      .map(({ where }) => where)
      .sort(),
  ).toEqual(['BLO ward team', 'BUN ward team', 'CAM ward team', 'FIN ward team']);
  const everyone = onlyBroken(name, withTraining(some, { everyone: true }));
  expect(everyone.find(({ where }) => where === 'FIN ward team')?.sentence).toMatch(/^2 in /);
  expect(everyone.map(({ where }) => where).filter((where) => !/ward team$/.test(where))).toEqual([
    'neighbourhoods, in no team',
    'ward teams of Camden',
    'ward teams of Islington',
    'investigation, in no team',
  ]);
  expect(everyone.find(({ where }) => where === 'ward teams of Camden')?.sentence).toMatch(/SGT-C/);
  expect(isKept(name, withTraining([], { ranks: [], teams: [] }))).toBe(true);
});

test('finds as many people as the coverage of the course says lack it', () => {
  const book = withTraining([done('P-FIN-1', '2022-01-10'), done('P-CS', '2022-01-10', '2025-01-10')], {
    everyone: true,
  });
  const [coverage] = coverageOn(book, AS_AT);
  const found = onlyBroken(name, book).map(({ sentence }) => Number.parseInt(sentence, 10));
  expect(found.reduce((sum, people) => sum + people, 0)).toBe(
    (coverage?.everybody.expired ?? 0) + (coverage?.everybody.never ?? 0),
  );
});

test('unknown, once for a course, where nobody is recorded as having done it', () => {
  expect(unknownBy(name, withTraining([]))).toEqual([
    {
      where: 'Violence against women and girls',
      from: '2022-05-05',
      to: null,
      sentence:
        'Who has done "Violence against women and girls" is not recorded for anybody: import the training of officers.',
    },
  ]);
});
