import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const FORM = join('src', 'ui', 'form.tsx');
/** An element that is not said to read only. */
const WRITES = /<form\b(?![^>]*\bmethod="get")/;

const forms = (path: string, text: string): boolean => path !== FORM && WRITES.test(text);

it('writes every form that changes something with the Form component, which gives it its token', async () => {
  const names = await readdir(join(root, 'src'), { recursive: true });
  const paths = names.filter((name) => /(?<!\.test)\.tsx?$/.test(name)).map((name) => join('src', name));
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const));
  expect(texts.filter(([path]) => path === FORM)).toHaveLength(1);
  expect(texts.filter(([path, text]) => forms(path, text)).map(([path]) => path)).toEqual([]);
});

it.each([
  ['src/desk/pages/adopt-page.tsx', '<form action="/allocation/adopt" method="post">', true],
  ['src/desk/pages/adopt-page.tsx', '<form\n  id="x"\n  action="/allocation/adopt"\n>', true],
  ['src/desk/pages/adopt-page.tsx', '<form class="w-form" action="/" method="get">', false],
  ['src/desk/pages/adopt-page.tsx', '<Form action="/allocation/adopt">', false],
])('in %s, %j is one that does not: %s', (path, text, expected) => {
  expect(forms(join(...path.split('/')), text)).toBe(expected);
});
