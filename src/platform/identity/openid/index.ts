export { type Discovery, makeDiscovery } from './discovery-client.ts';
export type { SignedIn } from './identity-of.ts';
export { beginSignIn, finishSignIn, signOutUrl } from './openid-client.ts';
export { PENDING_MINUTES, type PendingSignIn, readPending } from './pending-sign-in.ts';
export type { OpenIdProvider } from './provider.ts';
export { ProvidersRefused } from './providers.ts';
export { readProviders } from './providers-store.ts';
export { ProviderUnavailable, type RefusalReason, type Refused } from './refusal.ts';
export { type Secret, secret } from './secret.ts';
