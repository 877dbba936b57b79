import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/platform/version.ts';

const root = join(import.meta.dirname, '..', '..');
const packageFile: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

test('the version said by the program is the version of the package', () => {
  expect(VERSION).toBe(packageFile.version);
});

test('the lockfile names no registry host', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved":\s*"(?!https:\/\/registry[.]npmjs[.]org\/)/,
  );
});

test('the command is committed executable', async () => {
  const { statSync } = await import('node:fs');
  expect(statSync(join(root, 'bin', 'wardroom.js')).mode & 0o111).not.toBe(0);
});
