/** Hosts that are this machine; there alone a provider may speak plain http. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Tenants of Microsoft's service that stand for everybody's, so anybody could sign in. */
const EVERY_TENANT = /^\/(common|organizations|consumers)(\/|$)/i;

/** Whether an address is on this machine, where plain http can be overheard by nobody else. */
export function isLoopback(address: URL): boolean {
  return LOOPBACK.test(address.hostname);
}

/**
 * Says what is wrong with an issuer's address.
 * @returns the rest of a sentence that begins with "issuer", without its full stop; null when nothing is wrong
 * @source OpenID Connect Discovery 1.0, section 3: https, no query, no fragment, https://openid.net/specs/openid-connect-discovery-1_0.html
 */
export function issuerFault(issuer: string): string | null {
  if (!URL.canParse(issuer)) return 'must be an address, such as "https://login.camden.example"';
  const address = new URL(issuer);
  if (address.protocol !== 'https:' && !(address.protocol === 'http:' && isLoopback(address)))
    return 'must start with https:// (http:// is taken only for this machine, as 127.0.0.1 or localhost)';
  if (address.username !== '' || address.password !== '') return 'must not hold a user name or password';
  if (issuer.includes('?') || issuer.includes('#')) return 'must not hold a "?" or "#"';
  if (address.hostname === 'login.microsoftonline.com' && EVERY_TENANT.test(address.pathname))
    return 'must name your own tenant, since this one lets the people of every organisation in';
  return null;
}
