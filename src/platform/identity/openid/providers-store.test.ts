import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProvidersRefused, readProviders } from './index.ts';

const camden = {
  name: 'camden',
  title: 'Camden Council',
  issuer: 'https://login.camden.example',
  clientId: 'wardroom',
  clientSecretFile: 'camden.secret',
};
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardroom-providers-'));
  file = join(folder, 'providers.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const OWN = { mode: 0o640 };
const write = (providers: unknown) => writeFile(file, JSON.stringify(providers), OWN);

test('reads a secret from the file beside it, without its line break', async () => {
  await write([
    camden,
    { ...camden, name: 'met', clientId: 'two', clientSecretFile: undefined, clientSecret: 'given' },
  ]);
  await writeFile(join(folder, 'camden.secret'), 'open sesame\n', OWN);
  const read = await readProviders(file);
  expect(read.map((one) => [one.name, one.clientSecret.reveal()])).toEqual([
    ['camden', 'open sesame'],
    ['met', 'given'],
  ]);
  expect(JSON.stringify(read)).not.toContain('sesame');
});

test('says which files cannot be read, and which has nothing in it', async () => {
  await expect(readProviders(file)).rejects.toBeInstanceOf(ProvidersRefused);
  await expect(readProviders(file)).rejects.toThrow(`The file of sign-in providers, ${file}, cannot be read (ENOENT).`);
  await write([camden, { ...camden, name: 'met', clientId: 'two', clientSecretFile: 'met.secret' }]);
  await writeFile(join(folder, 'met.secret'), ' \n', OWN);
  await expect(readProviders(file)).rejects.toMatchObject({
    mistakes: [
      'Sign-in provider "camden": clientSecretFile camden.secret cannot be read (ENOENT).',
      'Sign-in provider "met": clientSecretFile met.secret is empty.',
    ],
  });
});

test('refuses a secret that everybody on the machine can read or change', async () => {
  await write([camden]);
  await writeFile(join(folder, 'camden.secret'), 'open sesame\n', OWN);
  for (const mode of [0o644, 0o642]) {
    await chmod(join(folder, 'camden.secret'), mode);
    await expect(readProviders(file)).rejects.toThrow(
      'Sign-in provider "camden": clientSecretFile camden.secret can be read by everybody on this machine: take that right away, with "chmod o-rwx".',
    );
  }
  await chmod(join(folder, 'camden.secret'), 0o600);
  await chmod(file, 0o644);
  expect(await readProviders(file)).toHaveLength(1);
  await write([{ ...camden, clientSecretFile: undefined, clientSecret: 'given' }]);
  await chmod(file, 0o644);
  await expect(readProviders(file)).rejects.toThrow('holds a secret and can be read by everybody on this machine');
});
