import { expect, it } from 'vitest';
import { daysProblem } from './days-problem.ts';

const post = (rest: object = {}) => ({
  reference: 'ISL-1',
  wards: ['E05013699'],
  boundaryVersion: 'wards-2022' as const,
  during: { from: '2022-05-05', until: null },
  ...rest,
});

it('lets a posting lie within its post', () => {
  expect(daysProblem(post(), { from: '2022-05-05', until: null })).toBeNull();
});

it('refuses a day outside the post’s own', () => {
  const closed = post({ during: { from: '2023-01-01', until: '2026-05-01' } });
  expect(daysProblem(closed, { from: '2026-03-01', until: null })).toBe(
    'The post ISL-1 is there from 1 January 2023 to 30 April 2026: choose days within, with a last day.',
  );
  expect(daysProblem(closed, { from: '2022-12-31', until: '2026-05-01' })).toContain('choose days within');
  expect(daysProblem(closed, { from: '2023-01-01', until: '2026-05-01' })).toBeNull();
});

it('refuses to cross a change of the wards, and says until when and what then', () => {
  const old = post({
    boundaryVersion: 'wards-2014',
    wards: ['E05000369'],
    during: { from: '2017-01-01', until: null },
  });
  expect(daysProblem(old, { from: '2022-01-01', until: null })).toBe(
    'The wards change on 5 May 2022, and the post ISL-1 ends with them: end the posting on 4 May 2022 at the latest, and post to a ward of the new set from then on.',
  );
  expect(daysProblem(old, { from: '2022-01-01', until: '2022-05-05' })).toBeNull();
  expect(daysProblem(old, { from: '2023-01-01', until: '2024-01-01' })).toContain('in force');
});

it('asks nothing of wards of a post that has none', () => {
  expect(
    daysProblem(post({ wards: [], boundaryVersion: null, during: { from: '2017-01-01', until: null } }), {
      from: '2018-01-01',
      until: null,
    }),
  ).toBeNull();
});
