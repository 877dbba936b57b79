import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { ON_THIS_MACHINE } from '../platform/web/index.ts';
import { beyondThisMachine, reachOf } from './reach-of.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardroom-reach-'));
  await writeFile(join(folder, 'cert.pem'), 'certificate');
  await writeFile(join(folder, 'key.pem'), 'key');
});
afterAll(() => rm(folder, { recursive: true }));

const PUBLIC_URL = 'https://wardroom.example.org';
const reach = (env: Record<string, string>) => reachOf(readConfig(env));

it.each(['127.0.0.1', 'localhost', '::1'])('is of this machine alone at %s', async (HOST) => {
  expect(await reach({ HOST })).toEqual(ON_THIS_MACHINE);
  expect(beyondThisMachine(readConfig({ HOST }))).toBe(false);
});

describe('beyond this machine', () => {
  it('is by a certificate of its own', async () => {
    const [HTTPS_CERT, HTTPS_KEY] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    expect(await reach({ HOST: '0.0.0.0', PUBLIC_URL, HTTPS_CERT, HTTPS_KEY })).toEqual({
      publicUrl: new URL(PUBLIC_URL),
      tls: { cert: Buffer.from('certificate'), key: Buffer.from('key') },
      trustedProxy: null,
    });
  });

  it('is by a proxy that speaks HTTPS', async () => {
    expect(await reach({ HOST: '0.0.0.0', PUBLIC_URL, TRUSTED_PROXY: '10.0.0.2' })).toMatchObject({
      tls: null,
      trustedProxy: '10.0.0.2',
    });
    expect(beyondThisMachine(readConfig({ PUBLIC_URL, TRUSTED_PROXY: '127.0.0.1' }))).toBe(true);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'The setting HOST is 0.0.0.0, which others can reach: set PUBLIC_URL'],
    [{ HOST: '192.168.1.4', TRUSTED_PROXY: '10.0.0.2' }, 'set PUBLIC_URL to the https address they use'],
    [{ HOST: '0.0.0.0', PUBLIC_URL }, 'The setting PUBLIC_URL needs HTTPS: name HTTPS_CERT and HTTPS_KEY'],
    [{ PUBLIC_URL }, 'The setting PUBLIC_URL needs HTTPS'],
    [{ TRUSTED_PROXY: '10.0.0.2' }, 'The setting PUBLIC_URL is missing'],
    [
      { PUBLIC_URL, HTTPS_CERT: '/nowhere/a', HTTPS_KEY: '/nowhere/b' },
      'The file that HTTPS_CERT names cannot be read',
    ],
    [{ HTTPS_CERT: '/a' }, 'The settings HTTPS_CERT and HTTPS_KEY go together'],
    [{ PUBLIC_URL: 'http://wardroom.example.org' }, 'The setting PUBLIC_URL must be an https address without a path'],
    [{ PUBLIC_URL: 'https://wardroom.example.org/at' }, 'must be an https address without a path'],
    [{ TRUSTED_PROXY: 'proxy' }, 'The setting TRUSTED_PROXY must be the IP address of the proxy'],
    [{ LOG_LEVEL: 'loud' }, 'The setting LOG_LEVEL must be one of silent, fatal, error, warn, info, debug.'],
  ])('with %j is refused in one sentence', async (env, sentence) => {
    await expect(async () => reach(env)).rejects.toThrow(sentence);
  });
});
