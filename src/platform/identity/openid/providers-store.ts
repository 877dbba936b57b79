import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { OpenIdProvider } from './provider.ts';
import { type ProviderSetting, ProvidersRefused, parseProviders } from './providers.ts';
import { type Secret, secret } from './secret.ts';

/**
 * Reads the file of sign-in providers and the files of their secrets.
 * @param path the JSON file; the paths in it start from its folder
 * @throws ProvidersRefused with a sentence for each mistake, for each file that cannot be read, and for each with a secret
 *   that everybody on the machine can
 */
export async function readProviders(path: string): Promise<OpenIdProvider[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ProvidersRefused([`The file of sign-in providers, ${path}, cannot be read (${codeOf(error)}).`]);
  });
  const settings = parseProviders(text);
  if (settings.some(({ clientSecret }) => clientSecret.kind === 'given') && (await isOpenToOthers(path)))
    throw new ProvidersRefused([`The file of sign-in providers, ${path}, holds a secret and ${OPEN}`]);
  const read = await Promise.all(settings.map((setting) => withSecret(setting, dirname(path))));
  const mistakes = read.flatMap((one) => (typeof one === 'string' ? [one] : []));
  if (mistakes.length > 0) throw new ProvidersRefused(mistakes);
  return read.flatMap((one) => (typeof one === 'string' ? [] : [one]));
}

/** Adds the secret to a setting; or says in one sentence why there is none. */
async function withSecret(setting: ProviderSetting, folder: string): Promise<OpenIdProvider | string> {
  const { clientSecret, ...rest } = setting;
  if (clientSecret.kind === 'given') return { ...rest, clientSecret: clientSecret.secret };
  const label = `Sign-in provider "${setting.name}"`;
  const file = resolve(folder, clientSecret.path);
  let found: Secret;
  try {
    if (await isOpenToOthers(file)) return `${label}: clientSecretFile ${clientSecret.path} ${OPEN}`;
    // Editors and `echo` end a file with a line break, which is no part of the secret.
    found = secret((await readFile(file, 'utf8')).trim());
  } catch (error) {
    return `${label}: clientSecretFile ${clientSecret.path} cannot be read (${codeOf(error)}).`;
  }
  if (found.reveal() === '') return `${label}: clientSecretFile ${clientSecret.path} is empty.`;
  return { ...rest, clientSecret: found };
}

const OPEN = 'can be read by everybody on this machine: take that right away, with "chmod o-rwx".';

/** Whether those who are neither its owner nor of its group may read or change a file. Windows has other rights. */
async function isOpenToOthers(file: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(file)).mode & 0o006) !== 0;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
