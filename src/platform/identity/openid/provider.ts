import type { Secret } from './secret.ts';

/** An organisation's sign-in service, and what Wardroom believes of what it says. */
export interface OpenIdProvider {
  /** Slug, in addresses and records: "camden". */
  name: string;
  /** What people read: "Camden Council". */
  title: string;
  /** Where the provider is described, as it names itself: https, or http on this machine. */
  issuer: string;
  clientId: string;
  clientSecret: Secret;
  /** How Wardroom shows its secret; null takes what the provider offers, in the body first. */
  clientAuthentication: ClientAuthentication | null;
  /** Whether an address of `emailDomains` that it gives is the person's, and finds their account. */
  emailIsTrusted: boolean;
  /** Domains whose addresses this organisation gives out, in lower case: "camden.gov.uk". */
  emailDomains: readonly string[];
  /** Values of `acr` or `amr` by which it says that a second factor was used; empty: never believed. */
  secondFactor: readonly string[];
  /** Organisation of the people who sign in here, as it stands with each of them: "Camden Council"; null: of any. */
  organisation: string | null;
}

export type ClientAuthentication = 'client_secret_post' | 'client_secret_basic';
