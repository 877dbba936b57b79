import { isIP } from 'node:net';
import { userInfo } from 'node:os';
import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import { LOG_LEVELS, type LogLevel } from './platform/web/log-settings.ts';

/** Settings of this process, parsed once. Only this file reads the environment. */
export interface Config {
  /** Folder that holds the embedded records and the lake; absolute. */
  dataFolder: string;
  /** PostgreSQL server to use instead of the embedded records; null for embedded. */
  databaseUrl: string | null;
  /** The same server for a login that owns nothing, for all but Wardroom's own work; the owner's login when left out. */
  databaseAppUrl?: string | null;
  /** Address to listen on. Any but this machine's own needs HTTPS and sign-in. */
  host: string;
  port: number;
  /** How it is served beyond this machine; this machine only when left out. */
  serving?: Serving;
  /** The operating system's name for who is at the keyboard, for the audit: letters, digits, `.`, `_` and `-` only. */
  operator: string;
  /** Folders that signed heads of the audit are exported to besides the data folder's own, absolute; none where left out. */
  auditHeads?: string[];
  /** File that lists the sign-in providers of organisations; absolute, null where none does. */
  providers?: string | null;
  /** Whether an empty folder may be filled with the demonstration; it may where left out. */
  demonstration?: boolean;
}

/** How Wardroom is served beyond this machine, and what its log holds. */
export interface Serving {
  /** The address everyone uses, such as "https://wardroom.example.org"; null where only this machine may call. */
  publicUrl: string | null;
  /** Files with the certificate and its key, in PEM; null where a proxy speaks HTTPS, or nobody does. */
  https: { certFile: string; keyFile: string } | null;
  /** Address of the proxy that speaks HTTPS; null when there is none. */
  trustedProxy: string | null;
  /** null: a line for each request where there is a public address, otherwise faults only. */
  logLevel: LogLevel | null;
}

/** Whether to say where in the code a fault of Wardroom's own arose; read even where other settings are wrong. */
export function readDebug(env: Record<string, string | undefined>): boolean {
  return Boolean(env.WARDROOM_DEBUG);
}

export class ConfigError extends Error {
  override name = 'ConfigError';
}

const environment = z.object({
  WARDROOM_DATA: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  DATABASE_APP_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'must be a number from 0 to 65535')
    .transform(Number)
    .optional(),
  HOST: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(isHttpsOrigin, 'must be an https address without a path, such as https://wardroom.example.org')
    .optional(),
  HTTPS_CERT: z.string().optional(),
  HTTPS_KEY: z.string().optional(),
  TRUSTED_PROXY: z
    .string()
    .refine((text) => isIP(text) !== 0, 'must be the IP address of the proxy that speaks HTTPS')
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),
  AUDIT_HEADS: z.string().optional(),
  WARDROOM_PROVIDERS: z.string().optional(),
  WARDROOM_DEMONSTRATION: z.enum(['on', 'off'], 'must be on or off').optional(),
});

/**
 * Reads settings from the environment and the command line, the command line first.
 * @param account the operating system's name for who runs this process; never the environment's, which anybody can set
 * @throws ConfigError with one sentence naming the setting and what it must be
 */
export function readConfig(
  env: Record<string, string | undefined>,
  options: { data?: string } = {},
  account: () => string = accountName,
): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`The setting ${issue?.path.join('.')} ${issue?.message}.`);
  }
  const settings = parsed.data;
  return {
    dataFolder: resolve(options.data ?? settings.WARDROOM_DATA ?? 'data'),
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseAppUrl: settings.DATABASE_APP_URL ?? null,
    host: settings.HOST ?? '127.0.0.1',
    port: settings.PORT ?? 3000,
    operator: operatorName(account()),
    auditHeads: (settings.AUDIT_HEADS ?? '')
      .split(delimiter)
      .flatMap((folder) => (folder === '' ? [] : resolve(folder))),
    providers: settings.WARDROOM_PROVIDERS === undefined ? null : resolve(settings.WARDROOM_PROVIDERS),
    demonstration: settings.WARDROOM_DEMONSTRATION !== 'off',
    serving: readServing(settings),
  };
}

/** @throws ConfigError when a certificate is named without its key, or the other way round */
function readServing(settings: z.infer<typeof environment>): Serving {
  const { HTTPS_CERT: cert, HTTPS_KEY: key } = settings;
  if ((cert === undefined) !== (key === undefined))
    throw new ConfigError('The settings HTTPS_CERT and HTTPS_KEY go together: name the files of both.');
  return {
    publicUrl: settings.PUBLIC_URL ?? null,
    https: cert === undefined || key === undefined ? null : { certFile: resolve(cert), keyFile: resolve(key) },
    trustedProxy: settings.TRUSTED_PROXY ?? null,
    logLevel: settings.LOG_LEVEL ?? null,
  };
}

function isHttpsOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'https:' && `${url.origin}/` === url.href;
}

/** @throws ConfigError when a name could be read in the audit as somebody else's, such as "anna as person:3f9c" */
function operatorName(account: string): string {
  if (/^[\p{L}\p{N}._-]+$/u.test(account)) return account;
  throw new ConfigError(
    'Your account on this machine has a name that the audit cannot keep: run Wardroom from one of letters, digits, ".", "_" and "-" only.',
  );
}

/** The operating system's name for who runs this process; a container may have a number only. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
