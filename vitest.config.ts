import { defineConfig } from 'vitest/config';

/** Tests that compute from their arguments: they leave nothing behind in a module, so one may run after another there. */
const PURE = ['src/**/*.test.{ts,tsx}'];

/** Tests that open records, start servers, threads or processes, or read real files: each in a place of its own. */
const APART = [
  'src/app/**',
  'src/platform/{database,lake,workers}/**',
  'src/platform/identity/openid/**',
  'src/platform/**/*.property.test.ts',
  'src/platform/identity/secrets.test.ts',
  'src/**/*.{store,page,reference}.test.{ts,tsx}',
  'src/**/*commands.test.ts',
  'src/sources/{later-wards,left-out}/**',
  'src/allocation/plan-with-rules.test.ts',
];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default', './test/closing-line.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['test/each-file.ts'],
    projects: [
      // Loading the modules anew for each of 350 files took longer than these tests do.
      { extends: true, test: { name: 'pure', include: PURE, exclude: APART, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: [
            ...APART.map((path) => (path.endsWith('**') ? `${path}/*.test.{ts,tsx}` : path)),
            'test/**/*.test.{ts,tsx}',
          ],
          globalSetup: ['test/setup.ts'],
        },
      },
    ],
  },
});
