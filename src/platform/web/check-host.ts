import { ForeignRequest } from './named-errors.ts';

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** How a request arrived. */
export interface Arrival {
  /** The Host header as sent, or as a trusted proxy says it was. */
  host: string | undefined;
  /** Port it arrived at. */
  port: number;
  /** Whether all of its way that we can know of was HTTPS. */
  https: boolean;
  /** Address at the other end of the line, whatever a header says. */
  from: string | undefined;
}

/**
 * Lets a request pass only when it calls this server by a name of its own: a loopback name and the port, or, where there is
 * one, the address that everyone uses, over HTTPS. A page elsewhere whose name is made to resolve to this machine (DNS
 * rebinding) calls it by that other name, and is turned away.
 * @param publicUrl the address everyone uses, such as https://wardroom.example.org; null where only this machine may call
 * @throws ForeignRequest when the header is absent or names anything else
 * @source https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export function checkHost({ host, port, https, from }: Arrival, publicUrl: URL | null = null): void {
  const asked = host?.toLowerCase();
  const own = NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  const scheme = https ? 'https' : 'http';
  if (publicUrl === null) {
    if (asked === undefined || !own.includes(asked))
      throw new ForeignRequest(`Wardroom answers at ${scheme}://127.0.0.1:${port} only: open that address.`);
    return;
  }
  const ofThisMachine = asked !== undefined && own.includes(asked) && LOOPBACK.includes(from ?? '');
  if (ofThisMachine || (https && (asked === publicUrl.host || asked === `${publicUrl.hostname}:443`))) return;
  throw new ForeignRequest(`Wardroom answers at ${publicUrl.origin} only: open that address.`);
}
