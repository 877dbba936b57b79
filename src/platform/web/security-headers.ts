import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * What a page may load: our own files and nothing else; nothing inline. Worker scripts are MapLibre's, served by us.
 * The referrer policy is "same-origin" and not "no-referrer", which would make browsers send "Origin: null" with our
 * own forms. Nothing is upgraded to HTTPS: the server speaks HTTP, on this machine only.
 */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'font-src': ["'self'"],
      'img-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: false,
};
