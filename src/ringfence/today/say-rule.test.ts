import { expect, it } from 'vitest';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { sayRule } from './say-rule.ts';

const DEFAULT = SHIPPED_POLICIES['permitted-default'].policy;
const LITERAL = SHIPPED_POLICIES['literal-2017'].policy;

it('says what is an exception and what is permitted, as each policy has it', () => {
  expect(sayRule(DEFAULT, 'floor')).toBe(
    'Ring-fenced: only Carnival, New Year’s Eve or a major emergency is an exception. Court for your own case, training, Federation or union duty and occupational health are permitted.',
  );
  expect(sayRule(LITERAL, 'floor')).toBe(
    'Ring-fenced: only Carnival, New Year’s Eve or a major emergency is an exception.',
  );
});

it('says that the ring-fence of extra posts is an aspiration until it is adopted', () => {
  expect(sayRule(DEFAULT, 'extra')).toMatch(/^Not ring-fenced yet: for posts like yours it is an aspiration/);
  expect(sayRule({ ...LITERAL, classes: { ...LITERAL.classes, extra: 'ring-fenced' } }, 'extra')).toMatch(
    /^Ring-fenced:/,
  );
});

it('says so where one reason is permitted, and where nothing is an exception', () => {
  const one = { ...LITERAL, rulings: { ...LITERAL.rulings, training: 'permitted' as const } };
  expect(sayRule(one, 'floor')).toMatch(/Training is permitted\.$/);
  const none = { ...LITERAL.rulings, event: 'breach' as const, 'major-emergency': 'breach' as const };
  expect(sayRule({ ...LITERAL, rulings: none }, 'floor')).toBe('Ring-fenced, without exceptions.');
});
