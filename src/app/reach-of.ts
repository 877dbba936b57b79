import { readFile } from 'node:fs/promises';
import { type Config, ConfigError } from '../config.ts';
import { ON_THIS_MACHINE, type Reach } from '../platform/web/index.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Whether others than this machine are to reach it. */
export const beyondThisMachine = ({ host, serving }: Config): boolean =>
  !LOOPBACK.has(host) || (serving?.publicUrl ?? null) !== null;

/**
 * How a server is reached, by its settings. Beyond this machine it is by HTTPS or not at all: its own, or that of a proxy.
 * @throws ConfigError in one sentence that names the setting
 */
export async function reachOf(config: Config): Promise<Reach> {
  const { publicUrl, https, trustedProxy } = config.serving ?? { publicUrl: null, https: null, trustedProxy: null };
  if (!beyondThisMachine(config)) {
    if (https !== null || trustedProxy !== null)
      throw new ConfigError('The setting PUBLIC_URL is missing: name the https address that everyone uses.');
    return ON_THIS_MACHINE;
  }
  if (publicUrl === null)
    throw new ConfigError(
      `The setting HOST is ${config.host}, which others can reach: set PUBLIC_URL to the https address they use, or HOST to 127.0.0.1.`,
    );
  if (https === null && trustedProxy === null)
    throw new ConfigError(
      'The setting PUBLIC_URL needs HTTPS: name HTTPS_CERT and HTTPS_KEY, or in TRUSTED_PROXY the address of the proxy that speaks it.',
    );
  return {
    publicUrl: new URL(publicUrl),
    trustedProxy,
    tls:
      https === null
        ? null
        : { cert: await pem('HTTPS_CERT', https.certFile), key: await pem('HTTPS_KEY', https.keyFile) },
  };
}

async function pem(setting: string, file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw new ConfigError(`The file that ${setting} names cannot be read: check its name and who may read it.`, {
      cause,
    });
  });
}
