import { isLoopback } from './issuer.ts';

/** What a provider says of itself that a sign-in needs. */
export interface ProviderDescription {
  authorization_endpoint?: string | undefined;
  token_endpoint?: string | undefined;
  jwks_uri?: string | undefined;
  userinfo_endpoint?: string | undefined;
  end_session_endpoint?: string | undefined;
}

const NEEDED = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;
const OPTIONAL = ['userinfo_endpoint', 'end_session_endpoint'] as const;

/**
 * Says which address in a provider's description cannot be used: one that a sign-in needs and is missing, or one
 * that is neither https nor, for a provider on this machine, on this machine.
 * @returns null when every address can be used
 */
export function descriptionFault(issuer: string, description: ProviderDescription): string | null {
  const missing = NEEDED.find((name) => description[name] === undefined);
  if (missing !== undefined) return `${missing} is missing`;
  const local = isLoopback(new URL(issuer));
  const unsafe = [...NEEDED, ...OPTIONAL].find((name) => {
    const text = description[name];
    return text !== undefined && !mayBeAsked(text, local);
  });
  return unsafe === undefined ? null : `${unsafe} is not https`;
}

function mayBeAsked(text: string, local: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const address = new URL(text);
  return address.protocol === 'https:' || (local && address.protocol === 'http:' && isLoopback(address));
}
