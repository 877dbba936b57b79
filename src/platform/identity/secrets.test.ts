import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { authenticatorAddress, newAuthenticatorSecret, stepOfCode } from './authenticator.ts';
import { identityKeys, KEY_FILE } from './key-store.ts';
import { newRecoveryCodes, RECOVERY_CODES, readRecoveryCode } from './recovery-codes.ts';
import { seal, unseal } from './seal.ts';
import { hashToken, isToken, newId, newToken } from './token.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(inject('runFolder'), 'keys-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the key file', () => {
  it('is made once, whoever asks at once, for its owner alone, and leaves nothing half made', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => identityKeys(folder)));
    expect(new Set(made.map((keys) => Buffer.from(keys.seal).toString('hex'))).size).toBe(1);
    expect(await readdir(join(folder, 'keys'))).toEqual([KEY_FILE]);
    expect((await stat(join(folder, 'keys', KEY_FILE))).mode & 0o777).toBe(0o600);
    const other = await identityKeys(await mkdtemp(join(inject('runFolder'), 'keys-')));
    expect(Buffer.from(other.seal)).not.toEqual(Buffer.from(made[0]?.seal ?? []));
  });

  it('hashes by use, so that the same text is another hash elsewhere', async () => {
    const keys = await identityKeys(folder);
    expect(keys.hashed('a', 'text')).toEqual(keys.hashed('a', 'text'));
    expect(keys.hashed('a', 'text')).not.toEqual(keys.hashed('b', 'text'));
    expect(keys.hashed('a', '\0text')).not.toEqual(keys.hashed('a\0', 'text').subarray(1));
  });

  it('is refused when it is damaged', async () => {
    const broken = await mkdtemp(join(inject('runFolder'), 'keys-'));
    await identityKeys(broken);
    await chmod(join(broken, 'keys', KEY_FILE), 0o600);
    await writeFile(join(broken, 'keys', KEY_FILE), 'short');
    await expect(identityKeys(broken)).rejects.toThrow('damaged');
  });
});

describe('what is sealed', () => {
  it('opens for its owner with its key, unchanged, and for nobody else', async () => {
    const { seal: key } = await identityKeys(folder);
    const sealed = seal(key, 'person:a', 'the secret');
    expect(unseal(key, 'person:a', sealed)).toBe('the secret');
    expect(Buffer.from(sealed).includes('the secret')).toBe(false);
    expect(() => unseal(key, 'person:b', sealed)).toThrow();
    expect(() => unseal(new Uint8Array(32), 'person:a', sealed)).toThrow();
    for (const place of [0, 14, sealed.length - 1]) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === place ? byte ^ 1 : byte));
      expect(() => unseal(key, 'person:a', changed)).toThrow();
    }
  });
});

describe('an authenticator', () => {
  it('gives the codes of RFC 6238, taken a step early or late and no further', async () => {
    // Appendix B: the secret "12345678901234567890" shows 94287082 at 59 s, of which six digits are used.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const at = (seconds: number) => stepOfCode(secret, '287082', new Date(seconds * 1000));
    expect(await Promise.all([29, 30, 59, 60, 89, 90].map(at))).toEqual([1, 1, 1, 1, 1, null]);
    expect(await stepOfCode(secret, '287 082', new Date(59_000))).toBe(1);
    for (const nonsense of ['', '28708', '2870820', 'abcdef', '２８７０８２'])
      expect(await stepOfCode(secret, nonsense, new Date(59_000))).toBeNull();
  });

  it('is told its secret by an address', () => {
    const secret = newAuthenticatorSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(authenticatorAddress(secret, 'ada@example.gov.uk')).toContain(`secret=${secret}`);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and read as they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(RECOVERY_CODES);
    for (const code of codes) {
      expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
      expect(readRecoveryCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(code);
    }
    for (const nonsense of ['', 'abcde', 'abcde-fgh1j', 'abcde-fghij-k']) expect(readRecoveryCode(nonsense)).toBeNull();
  });
});

describe('a token', () => {
  it('is 256 bits of which only the hash is kept', () => {
    const token = newToken();
    expect(isToken(token)).toBe(true);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(hashToken(token)).toHaveLength(32);
    expect([null, '', 'short', `${token}x`].some(isToken)).toBe(false);
    expect(newId('person')).toMatch(/^person:[0-9a-f]{16}$/);
  });
});
