declare module 'fastify' {
  interface FastifyInstance {
    /** Whether others than this machine are to reach it, by its public address. */
    readonly reachedByOthers: boolean;
  }
}

/** How a server is reached. */
export interface Reach {
  /** The address everyone uses, always https; null where only this machine may call. */
  publicUrl: URL | null;
  /** Certificate and key, where this server itself speaks HTTPS. */
  tls: { cert: Buffer; key: Buffer } | null;
  /** Address of the proxy that speaks HTTPS for it; only what that one says of a request is believed. */
  trustedProxy: string | null;
}

/** From this machine alone, over HTTP. */
export const ON_THIS_MACHINE: Reach = { publicUrl: null, tls: null, trustedProxy: null };
