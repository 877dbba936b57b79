import { ForeignRequest } from './named-errors.ts';

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Lets a request pass only when it calls this server by a loopback name and its own port. A page elsewhere whose
 * name is made to resolve to 127.0.0.1 (DNS rebinding) calls it by that other name, and is turned away.
 * @param host the Host header as sent
 * @param port the port the request arrived at
 * @throws ForeignRequest when the header is absent or names anything else
 * @source https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export function checkHost(host: string | undefined, port: number): void {
  const allowed = NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (host === undefined || !allowed.includes(host.toLowerCase()))
    throw new ForeignRequest(`Wardroom answers at http://127.0.0.1:${port} only: open that address.`);
}
