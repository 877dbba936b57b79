import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { descriptionFault } from './description-fault.ts';
import { isLoopback } from './issuer.ts';
import { CLOCK_TOLERANCE_SECONDS } from './pending-sign-in.ts';
import type { ClientAuthentication, OpenIdProvider } from './provider.ts';
import { readFault } from './read-fault.ts';
import { ProviderUnavailable } from './refusal.ts';

/** Longest wait for one answer of a provider. */
const TIMEOUT_SECONDS = 5;

/** How long a provider's description is used before it is asked again. */
const KEPT_MINUTES = 15;

/** Finds out how to speak with a provider, and keeps that for a while. */
export interface Discovery {
  /** @throws ProviderUnavailable when the provider cannot be asked within 5 seconds, or its description cannot be used */
  describe(provider: OpenIdProvider, now: Date): Promise<Configuration>;
}

/**
 * Makes an empty memory of providers' descriptions; a process needs one. A failure is not kept, so a provider that
 * comes back is used at once; people who ask at the same moment wait for one answer.
 */
export function makeDiscovery({ timeoutSeconds = TIMEOUT_SECONDS } = {}): Discovery {
  const kept = new Map<string, { provider: OpenIdProvider; at: Date; asked: Promise<Configuration> }>();
  return {
    async describe(provider, now) {
      const known = kept.get(provider.name);
      const age = known === undefined ? Number.POSITIVE_INFINITY : now.getTime() - known.at.getTime();
      // Settings that were read anew may hold another secret.
      if (known?.provider === provider && age >= 0 && age < KEPT_MINUTES * 60_000) return known.asked;
      const asked = ask(provider, timeoutSeconds);
      kept.set(provider.name, { provider, at: now, asked });
      asked.catch(() => {
        if (kept.get(provider.name)?.asked === asked) kept.delete(provider.name);
      });
      return asked;
    },
  };
}

async function ask(provider: OpenIdProvider, timeoutSeconds: number): Promise<Configuration> {
  const issuer = new URL(provider.issuer);
  // Without this the library takes the TLS of the token's way here for its signature.
  const execute = [enableNonRepudiationChecks];
  if (isLoopback(issuer)) execute.push(allowInsecureRequests);
  try {
    const configuration = await discovery(
      issuer,
      provider.clientId,
      { [clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      authenticateByOffer(provider),
      { timeout: timeoutSeconds, execute },
    );
    const message = descriptionFault(provider.issuer, configuration.serverMetadata());
    if (message !== null) throw new ProviderUnavailable(provider, { step: 'discovery', message });
    return configuration;
  } catch (error) {
    const fault = readFault(error);
    if (fault === null) throw error;
    throw new ProviderUnavailable(provider, { step: 'discovery', ...fault.log });
  }
}

/** Shows the secret as the settings say, or else as the provider says that it takes it. */
function authenticateByOffer(provider: OpenIdProvider): ReturnType<typeof ClientSecretPost> {
  const ways = {
    client_secret_post: ClientSecretPost(provider.clientSecret.reveal()),
    client_secret_basic: ClientSecretBasic(provider.clientSecret.reveal()),
  };
  return (server, ...rest) => ways[provider.clientAuthentication ?? wayFor(server)](server, ...rest);
}

/**
 * In the body where that is offered: in the header the secret is encoded first, which not every provider undoes.
 * @source OpenID Connect Discovery 1.0, section 3: nothing said means client_secret_basic
 */
function wayFor(server: { token_endpoint_auth_methods_supported?: string[] }): ClientAuthentication {
  return server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
    ? 'client_secret_post'
    : 'client_secret_basic';
}
