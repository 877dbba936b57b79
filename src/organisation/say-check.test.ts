import { expect, test } from 'vitest';
import { checkOf, keptBook, withPost, withPosting } from '../../test/builders/kept-book.ts';
import { checkAnswer, findingDays, judgedRules, unknownReasons } from './say-check.ts';

const finding = { rule: 'ward-floor', where: 'Bunhill', from: '2026-03-01', to: null, sentence: '' };

test('the answer counts rules, not findings, and each rule once', () => {
  expect(checkAnswer(checkOf(keptBook()))).toEqual({
    figure: 'No rule is broken on 1 March 2026.',
    rest: '24 rules are kept.',
  });
  const short = withPosting(withPosting(keptBook(), ['P-BUN-2', 'BUN-2'], null), ['P-CAM-2', 'CAM-2'], null);
  const two = withPost(short, 'STREET', { fundedUntil: null });
  expect(checkOf(two).broken).toHaveLength(2);
  expect(checkAnswer(checkOf(two))).toEqual({
    figure: '1 of 24 rules is broken on 1 March 2026.',
    rest: '22 rules are kept and 1 rule cannot be judged.',
  });
});

test('a rule is found with its findings, in the order in which rules are told', () => {
  const check = checkOf(withPosting(keptBook(), ['P-BUN-2', 'BUN-2'], null));
  const [first, second] = judgedRules(check);
  expect(first).toMatchObject({ rule: { name: 'ward-floor' }, broken: [{ where: 'Bunhill' }], unknown: [] });
  expect(second?.broken).toEqual([]);
});

test('what cannot be judged is told once for all rules it is so of', () => {
  const empty = { ...keptBook(), posts: [], postings: [] };
  const [reason, ...others] = unknownReasons(checkOf(empty));
  expect(others).toEqual([]);
  expect(reason).toMatchObject({ where: 'Central North', sentence: /No posts of Central North are recorded/ });
  expect(reason?.rules).toHaveLength(24);
  const two = withPost(withPost(keptBook(), 'STREET', { fundedUntil: null }), 'SGT-I', { wards: [] });
  expect(unknownReasons(checkOf(two)).map(({ rules }) => rules)).toEqual([['ward-has-a-sergeant'], ['funding-ended']]);
});

test('days are said as people say them', () => {
  expect(findingDays(finding)).toBe('from 1 March 2026');
  expect(findingDays({ ...finding, to: '2026-03-01' })).toBe('on 1 March 2026');
  expect(findingDays({ ...finding, to: '2026-04-30' })).toBe('1 March 2026 to 30 April 2026');
});
