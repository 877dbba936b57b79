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

  it('leaves out what the browser keeps to itself, and reads dots as the browser does', () => {
    expect(localPath('/a/../import#here')).toBe('/import');
  });
});
