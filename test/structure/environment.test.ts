import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const ENVIRONMENT =
  /process\s*(?:\.|\?\.)\s*env\b|process\s*\[|import\.meta\.env|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/;
/** Handing the whole environment to what reads it is no reading. */
const HANDED_WHOLE = /\bprocess\.env(?=\s*[,)])/g;

const reads = (path: string, text: string) =>
  ENVIRONMENT.test(path === join('src', 'cli.ts') ? text.replace(HANDED_WHOLE, '') : text);

test('only config.ts reads the environment', async () => {
  const names = await readdir(join(root, 'src'), { recursive: true });
  const paths = names.filter((name) => /\.(ts|tsx|mjs)$/.test(name)).map((name) => join('src', name));
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const));
  expect(texts.filter(([path, text]) => reads(path, text)).map(([path]) => path)).toEqual([]);
});

test.each([
  ['src/cli.ts', 'if (process.env.PORT) start();', true],
  ['src/cli.ts', "start(process.env['PORT']);", true],
  ['src/cli.ts', 'run({ env: process.env, ended });', false],
  ['src/app/serve.ts', 'run({ env: process.env, ended });', true],
  ['src/app/serve.ts', 'const { env } = process;', true],
  ['src/app/serve.ts', "process['env'];", true],
])('in %s, "%s" is reading it: %s', (path, text, expected) => {
  expect(reads(join(...path.split('/')), text)).toBe(expected);
});

test('the README lists every setting', async () => {
  const config = await readFile(join(root, 'src', 'config.ts'), 'utf8');
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const settings = [...config.matchAll(/\b(?:WARDROOM_[A-Z]+|DATABASE_URL|PORT|HOST)\b/g)].map(([name]) => name);
  expect(settings.length).toBeGreaterThan(4);
  expect([...new Set(settings)].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
