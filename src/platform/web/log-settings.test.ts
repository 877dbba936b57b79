import { expect, it } from 'vitest';
import { withoutSecrets } from './log-settings.ts';

it.each([
  ['no row for ann.other+x@met.example.org here', 'no row for [e-mail] here'],
  ['token dGhpcyBpcyBhIHZlcnkgc2VjcmV0IHRva2Vu-_x is unknown', 'token [token] is unknown'],
  ['GET /link/dGhpcyBpcyBhIHZlcnkgc2VjcmV0IHRva2Vu-_x failed', 'GET /link/[token] failed'],
  [
    'no page at https://a.example/link/dGhpcyBpcyBhIHZlcnkgc2VjcmV0IHRva2Vu-_x.',
    'no page at https://a.example/link/[token].',
  ],
  ['x=dGhpcyBpcyBhIHZlcnkgc2VjcmV0IHRva2Vu-_x/y.js', 'x=[token]/y.js'],
  ['person 123e4567-e89b-12d3-a456-426614174000 is unknown', 'person 123e4567-e89b-12d3-a456-426614174000 is unknown'],
  [
    'at f (/srv/wardroom/node_modules/a-package-with-a-very-long-name-of-its-own/x.js:1:2)',
    'at f (/srv/wardroom/node_modules/a-package-with-a-very-long-name-of-its-own/x.js:1:2)',
  ],
  ['the password is swordfish', 'the password is swordfish'],
])('takes what reads like a secret out of %j', (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected);
});
