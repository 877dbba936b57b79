import { expect, it } from 'vitest';
import { GATHERED } from '../../../../test/builders/consultation-views.ts';
import { sayBeginning, weightsTried } from './weights-tried.ts';

const parts = GATHERED.parts.filter(({ component }) => component !== 'anti-social-behaviour');
const earlier = { method: 'budget', on: '2026-04-03' } as const;

it('takes weights of known parts from an address, and nothing else of it', () => {
  expect(
    weightsTried({
      'weight-residents': '40',
      'weight-burglary': '0',
      'weight-unknown': '5',
      party: '3',
      'weight-x': '1e9',
    }),
  ).toEqual({ residents: 40 });
});

it('says which part of a plan that was tried the review does not ask about, or holds no figures of', () => {
  const tried = { residents: 40, 'anti-social-behaviour': 10 };
  expect(sayBeginning({ method: 'budget', tried, parts, earlier: null })).toEqual([
    'The points are those of the plan you tried.',
    'The plan you tried gave anti-social behaviour 10. This review does not ask about it, so the other points share the whole.',
  ]);
  expect(sayBeginning({ method: 'swing', tried, parts: GATHERED.parts, earlier: null })).toEqual([
    'The points are those of the plan you tried, converted to steps.',
    'The plan you tried gave anti-social behaviour 10. No figures of it are held, so the other points share the whole.',
  ]);
});

it('says that an answer is changed by a plan that was tried, and that points were converted', () => {
  expect(sayBeginning({ method: 'budget', tried: { residents: 40 }, parts, earlier })[0]).toBe(
    'You answered on 3 April 2026; this changes it.',
  );
  expect(sayBeginning({ method: 'budget', tried: {}, parts, earlier })).toEqual([]);
  expect(sayBeginning({ method: 'swing', tried: {}, parts, earlier })).toEqual([
    'These are your points, converted: you shared out 100 before, and here each is for a step.',
  ]);
});
