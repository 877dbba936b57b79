import { defineConfig } from 'vitest/config';

/** Files that leave something behind in their process, or need one that nobody used before: each in a worker of its own. */
const APART = [
  // They kill processes and fill disks.
  'test/faults/{disk-full,import-killed,import-lake,random-kills,records,upload-killed}.test.ts',
  // Their threads and engines break down on purpose.
  'src/platform/workers/**/*.test.ts',
  'src/platform/database/embedded/*.test.ts',
];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default', './test/closing-line.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/each-file.ts'],
    projects: [
      // Loading the modules, and starting the records, anew for each of 600 files took longer than most tests do.
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['{src,test}/**/*.test.{ts,tsx}'],
          exclude: APART,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
