import { describe, expect, it } from 'vitest';
import { PASSWORD_LENGTH, passwordProblem } from './password-rules.ts';

const ABOUT = ['Anna Okafor', 'anna.okafor@met.example', 'Camden Council'];
const { least, most } = PASSWORD_LENGTH;

describe('a password', () => {
  it.each(['nine blue kettles sing', 'Tr0ub4dor&3 twice', 'ñandú über façade', 'x7$kQ9!vLm2#'])(
    'may be %s',
    (password) => expect(passwordProblem(password, ABOUT)).toBeNull(),
  );

  it('has 12 to 128 characters, counted as people count', () => {
    const words = 'nine blue kettles sing '.repeat(10);
    expect(passwordProblem(words.slice(0, least - 1), ABOUT)).toContain(`at least ${least}`);
    expect(passwordProblem(words.slice(0, least), ABOUT)).toBeNull();
    expect(passwordProblem(words.slice(0, most), ABOUT)).toBeNull();
    expect(passwordProblem(words.slice(0, most + 1), ABOUT)).toContain(`at most ${most}`);
    expect(passwordProblem('🔑🚪🏠🌳🐝🌧️🍏', ABOUT)).toContain('at least');
  });

  it.each([
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '123456789012',
    'sapoiuytrewq',
    'qwertyuiopas',
    'Password2026!',
    'P4ssw0rd12345',
    'letmein-letmein',
    'Metpolice2026',
    'WelcomeLondon1',
    '!!police!!2026!!',
    '202620262026',
  ])('is not one that anybody would try first: %s', (password) =>
    expect(passwordProblem(password, ABOUT)).toContain('first that anybody'),
  );

  it.each(['my okafor family tree', 'ANNA likes jam on toast', 'xx camden xx lock xx'])(
    'has no part of the person’s name, address or organisation: %s',
    (password) => expect(passwordProblem(password, ABOUT)).toContain('without parts'),
  );
});
