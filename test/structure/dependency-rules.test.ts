import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @ts-expect-error -- the rules are plain JavaScript, as the checker wants them
import rules, { DOMAINS } from '../../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '..', '..');

/** For each rule: files that keep every other rule, and one import that breaks this one. */
const PLANTED: Record<string, Record<string, string>> = {
  'no-cycles': {
    'src/geography/a.ts': "import { b } from './b.ts';\nexport const a = b;",
    'src/geography/b.ts': "import { a } from './a.ts';\nexport const b = a;",
  },
  'no-missing-file': { 'src/geography/a.ts': "import { gone } from './gone.ts';\nexport const a = gone;" },
  'lib-knows-no-domain': {
    'src/lib/spatial/a.ts': "import { b } from '../../geography/index.ts';\nexport const a = b;",
    'src/geography/index.ts': 'export const b = 1;',
  },
  'lib-does-no-io': {
    'src/lib/spatial/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
  },
  'solver-in-one-place': { 'src/allocation/a.ts': "import highs from 'highs';\nexport const a = highs;" },
  'platform-knows-no-domain': {
    'src/platform/web/a.ts': "import { b } from '../../geography/index.ts';\nexport const a = b;",
    'src/geography/index.ts': 'export const b = 1;',
  },
  'ui-is-pure': {
    'src/ui/a.ts': "import { b } from '../geography/index.ts';\nexport const a = b;",
    'src/geography/index.ts': 'export const b = 1;',
  },
  'through-a-door': {
    'src/demand/a.ts': "import { b } from '../measures/inner.ts';\nexport const a = b;",
    'src/measures/inner.ts': 'export const b = 1;',
  },
  'app-through-a-door': {
    'src/app/a.ts': "import { b } from '../measures/inner.ts';\nexport const a = b;",
    'src/measures/inner.ts': 'export const b = 1;',
  },
  'routes-and-commands-only-from-app': {
    'src/desk/service.ts': "import { b } from '../measures/commands.ts';\nexport const a = b;",
    'src/measures/commands.ts': 'export const b = 1;',
  },
  'pure-files-reach-no-io': {
    'src/demand/index.ts': "import { b } from './service.ts';\nexport const a = b;",
    'src/demand/service.ts': "import { c } from '../platform/audit/index.ts';\nexport const b = c;",
    'src/platform/audit/index.ts': 'export const c = 1;',
  },
  'pure-files-use-no-node': {
    'src/demand/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
  },
  'only-stores-write-sql': {
    'src/demand/routes.ts': "import { b } from '../platform/database/index.ts';\nexport const a = b;",
    'src/platform/database/index.ts': 'export const b = 1;',
  },
  'public-sees-published-only': {
    'src/public/a.ts': "import { b } from '../demand/index.ts';\nexport const a = b;",
    'src/demand/index.ts': 'export const b = 1;',
  },
  'no-production-to-test': {
    'src/demand/a.ts': "import { b } from '../../test/b.ts';\nexport const a = b;",
    'test/b.ts': 'export const b = 1;',
  },
};

// The order of the planning cycle: each domain reaches for the one after it.
for (const [position, domain] of (DOMAINS as string[]).slice(0, -1).entries()) {
  const later = (DOMAINS as string[])[position + 1];
  PLANTED[`${domain}-uses-earlier-domains-only`] = {
    [`src/${domain}/a.ts`]: `import { b } from '../${later}/index.ts';\nexport const a = b;`,
    [`src/${later}/index.ts`]: 'export const b = 1;',
  };
}

async function check(folder: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    ...(rules.options as ICruiseOptions),
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  });
  return output as ICruiseResult;
}

/** The house itself is checked by `npm run structure`, which `npm test` begins with: here it is seen that a breach is found. */
const brokenRules = (result: ICruiseResult) =>
  [...new Set(result.summary.violations.map((violation) => violation.rule.name))].sort();

describe('each rule bites', () => {
  let planted: string;
  beforeAll(async () => {
    planted = await mkdtemp(join(tmpdir(), 'wardroom-structure-'));
  });
  afterAll(() => rm(planted, { recursive: true, force: true }));

  test.each(Object.entries(PLANTED))('%s', async (name, files) => {
    const folder = join(planted, name);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await writeFile(
      join(folder, 'tsconfig.json'),
      '{"compilerOptions":{"module":"NodeNext","moduleResolution":"NodeNext"}}',
    );
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    expect(brokenRules(await check(folder))).toContain(name);
  });

  test('every rule has a planted violation', () => {
    const names: string[] = rules.forbidden.map((rule: { name: string }) => rule.name);
    expect(names.sort()).toEqual(Object.keys(PLANTED).sort());
  });
});
