import { expect, it } from 'vitest';
import { sampleCharterShown } from '../../../test/builders/evaluation-result.ts';
import { sayWaiting } from './say-waiting.ts';

const signed = (organisation: string, hash: string) => ({ organisation, name: 'A. Person', on: '2016-12-01', hash });

it('names who has yet to sign the wording that is shown, and not who signed another', () => {
  const { hash } = sampleCharterShown();
  const signatures = [signed('Camden Council', hash), signed('Islington Council', '00'.repeat(32))];
  expect(sayWaiting(sampleCharterShown({ standing: 'partly signed', signatures }))).toBe(
    'It waits for Islington Council and Metropolitan Police to sign.',
  );
});

it.each(['retrospective', 'signed', 'file'] as const)('a charter that is %s waits for nothing', (standing) =>
  expect(sayWaiting(sampleCharterShown({ standing }))).toBeNull(),
);
