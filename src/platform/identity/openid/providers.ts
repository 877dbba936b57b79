import { z } from 'zod';
import { issuerFault } from './issuer.ts';
import type { OpenIdProvider } from './provider.ts';
import { type Secret, secret } from './secret.ts';

/** A provider as its file describes it: the secret itself, or the file that has it. */
export interface ProviderSetting extends Omit<OpenIdProvider, 'clientSecret'> {
  clientSecret: { kind: 'given'; secret: Secret } | { kind: 'file'; path: string };
}

/** The file of sign-in providers cannot be used. One sentence for each mistake; never a secret. */
export class ProvidersRefused extends Error {
  override name = 'ProvidersRefused';
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.mistakes = mistakes;
  }
}

const slug = z
  .string('must be a text')
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be small letters, digits and single hyphens, such as "camden" or "met-police"',
  )
  .max(40, 'must have at most 40 characters');
const words = (most: number) =>
  z
    .string('must be a text')
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    .regex(/^\P{Cc}*$/u, 'must be one line');
const domain = z
  .string('must be a text')
  .toLowerCase()
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain, such as "camden.gov.uk"');
const list = <T extends z.ZodType>(of: T) => z.array(of, 'must be a list in [ ]');

const setting = z
  .strictObject(
    {
      name: slug,
      title: words(80),
      issuer: z.string('must be an address').superRefine((issuer, found) => {
        const fault = issuerFault(issuer);
        if (fault !== null) found.addIssue(fault);
      }),
      clientId: words(200),
      clientSecret: z.string('must be a text').min(1, 'must not be empty').optional(),
      clientSecretFile: words(1000).optional(),
      clientAuthentication: z
        .enum(
          ['client_secret_post', 'client_secret_basic'],
          'must be "client_secret_post" or "client_secret_basic", or be left out',
        )
        .nullable()
        .default(null),
      emailIsTrusted: z.boolean('must be true or false').default(false),
      emailDomains: list(domain).default([]),
      secondFactor: list(words(200)).default([]),
      organisation: words(200).nullable().default(null),
    },
    'must be a list of settings in { }',
  )
  .superRefine((one, found) => {
    if ((one.clientSecret === undefined) === (one.clientSecretFile === undefined))
      found.addIssue('needs either clientSecretFile, a file with the secret, or clientSecret');
    if (one.emailIsTrusted && one.emailDomains.length === 0)
      found.addIssue('needs emailDomains, such as ["camden.gov.uk"], because emailIsTrusted is true');
  });

/**
 * Reads the file of sign-in providers: a JSON list, one entry for the force and for each council.
 * @param text the file's text
 * @returns settings in the file's order; those with a secret in a file still need it read
 * @throws ProvidersRefused with a sentence for each mistake, which names the provider and the setting
 * @example parseProviders('[{ "name": "camden", "title": "Camden Council", "issuer": "https://login.camden.example", "clientId": "wardroom", "clientSecretFile": "camden.secret" }]')
 */
export function parseProviders(text: string): ProviderSetting[] {
  const entries = readEntries(text);
  const parsed = entries.map((entry) => setting.safeParse(entry));
  const mistakes = parsed.flatMap((one, index) =>
    one.success ? [] : one.error.issues.map((issue) => sentence(labelOf(entries[index], index), entries[index], issue)),
  );
  const read = parsed.flatMap((one) => (one.success ? [one.data] : []));
  const all = [...mistakes, ...repeated(read), ...repeatedDomains(read)];
  if (all.length > 0) throw new ProvidersRefused(all);
  return read.map(({ clientSecret, clientSecretFile, ...rest }) => ({
    ...rest,
    clientSecret:
      clientSecretFile === undefined
        ? { kind: 'given', secret: secret(clientSecret ?? '') }
        : { kind: 'file', path: clientSecretFile },
  }));
}

function readEntries(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ProvidersRefused([`The file of sign-in providers is not JSON${whereOf(error, text)}.`]);
  }
  if (!Array.isArray(value)) throw new ProvidersRefused(['The file of sign-in providers must be a list in [ ].']);
  return value;
}

/** Names the line of a fault in JSON. The parser's own words quote the text around it, and with it a secret. */
function whereOf(error: unknown, text: string): string {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return '';
  return ` from line ${text.slice(0, Number(position)).split('\n').length} on`;
}

function labelOf(entry: unknown, index: number): string {
  const named = slug.safeParse(typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : null);
  return named.success ? `Sign-in provider "${named.data}"` : `Sign-in provider ${index + 1}`;
}

function sentence(label: string, entry: unknown, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${label} has settings that Wardroom does not know: ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}.`;
  const path = issue.path.map((part, depth) =>
    typeof part === 'number' ? ` ${part + 1}` : `${depth ? '.' : ''}${String(part)}`,
  );
  if (path.length === 0) return `${label} ${issue.message}.`;
  // What is left out fails as "must be a text", which would be a riddle.
  if (path.length === 1 && isLeftOut(entry, issue.path[0])) return `${label} has no ${path[0]}.`;
  return `${label}: ${path.join('')} ${issue.message}.`;
}

function isLeftOut(entry: unknown, key: PropertyKey | undefined): boolean {
  return typeof entry === 'object' && entry !== null && key !== undefined && !(key in entry);
}

function repeated(read: readonly { name: string; issuer: string; clientId: string }[]): string[] {
  return read.flatMap((one, index) => {
    const before = read.slice(0, index);
    if (before.some((other) => other.name === one.name)) return [`Two sign-in providers have the name "${one.name}".`];
    const twin = before.find((other) => other.issuer === one.issuer && other.clientId === one.clientId);
    return twin === undefined
      ? []
      : [`Sign-in providers "${twin.name}" and "${one.name}" have the same issuer and clientId.`];
  });
}

/** An address must lead to one organisation: another's provider could sign its people in otherwise. */
function repeatedDomains(read: readonly { name: string; emailDomains: readonly string[] }[]): string[] {
  const listed = read.flatMap(({ name, emailDomains }) => emailDomains.map((domain) => ({ name, domain })));
  return listed.flatMap(({ name, domain }, index) => {
    const first = listed.slice(0, index).find((other) => other.domain === domain);
    if (first === undefined) return [];
    return first.name === name
      ? [`Sign-in provider "${name}" lists ${domain} twice in emailDomains: leave it there once.`]
      : [`Sign-in providers "${first.name}" and "${name}" both list ${domain} in emailDomains: leave it with one.`];
  });
}
