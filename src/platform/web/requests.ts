import type { Platform } from '../platform.ts';
import type { Visit } from './visit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is behind the request; a visitor until it is looked up, and on routes that ask nobody. */
    readonly visit: Visit;
    /** What service functions are handed: acts as who is behind the request, and as nobody else. */
    readonly platform: Platform;
    /**
     * Checks the token of a form that arrives in parts, before anything of it is kept.
     * @throws ForeignRequest when it is not one that this browser was given
     */
    checkFormToken(token: string | undefined): void;
  }
  interface FastifyContextConfig {
    /** True where it makes no difference who asks: static files, health. No session is looked up. */
    asksNobody?: boolean;
    /** True for a form with files: its token is its first field, checked by receiveFiles. */
    takesFiles?: boolean;
  }
}
