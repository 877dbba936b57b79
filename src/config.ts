import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Settings of this process, parsed once. Only this file reads the environment. */
export interface Config {
  /** Folder that holds the embedded records and the lake; absolute. */
  dataFolder: string;
  /** PostgreSQL server to use instead of the embedded records; null for embedded. */
  databaseUrl: string | null;
  /** Address to listen on. Until sign-in exists, start refuses any but this machine's own. */
  host: string;
  port: number;
  /** Name of the person at the keyboard, for the audit. */
  operator: string;
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
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'must be a number from 0 to 65535')
    .transform(Number)
    .optional(),
  HOST: z.string().optional(),
  USER: z.string().optional(),
});

/**
 * Reads settings from the environment and the command line, the command line first.
 * @throws ConfigError with one sentence naming the setting and what it must be
 */
export function readConfig(env: Record<string, string | undefined>, options: { data?: string } = {}): Config {
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
    host: settings.HOST ?? '127.0.0.1',
    port: settings.PORT ?? 3000,
    operator: settings.USER ?? accountName(),
  };
}

/** The operating system's name for who runs this process; a container may have none. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'local operator';
  }
}
