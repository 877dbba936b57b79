import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it.each(['/', '/import', '/import?page=2', '/ward/E05013653?as-at=2026-03-01', '/search?q=https://a.example'])(
    'goes on to %s',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/\t/evil.example/',
    '/\n/evil.example/',
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/%2E%2e//evil.example',
    '/x/%2e.///evil.example?page=2',
    '/./\\evil.example',
    'javascript:alert(1)',
    'import',
    ' /import',
    '',
    `/${'a'.repeat(2_001)}`,
    undefined,
    ['/import'],
  ])('goes nowhere for %j', (text) => {
    expect(localPath(text)).toBeNull();
  });

  it('never leaves this site, however dots, slashes and their codes are put together', () => {
    const part = fc.constantFrom(
      ...['/', '//', '\\', '.', '..', '%2e', '%2E', '%2f', '%5c', 'x', 'evil.example', '@', ':', '?', '#', ';'],
      ...['\t', '\n', ' ', '\u00a0', '\u2215', '\uff0f', '\u3002', 'https:'],
    );
    const texts = fc.array(part, { maxLength: 9 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(texts, (text) => {
        const path = localPath(text);
        if (path === null) return;
        for (const origin of ['https://wardroom.example', 'http://127.0.0.1:3000']) {
          const gone = new URL(path, `${origin}/sign-in?next=x`);
          expect(gone.origin).toBe(origin);
          // Read once more, as by a proxy or by a page that hands it on, it is still the same address.
          expect(localPath(path)).toBe(path);
        }
      }),
      { seed: 1, numRuns: 5_000 },
    );
  });

  it('leaves out what the browser keeps to itself, and reads dots as the browser does', () => {
    expect(localPath('/a/../import#here')).toBe('/import');
  });
});
