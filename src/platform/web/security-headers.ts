import type { FastifyHelmetOptions } from '@fastify/helmet';

const YEAR = 31_536_000;

/**
 * Headers of every answer besides the policy of what it may load. The referrer policy is "same-origin" and not
 * "no-referrer", which would make browsers send "Origin: null" with our own forms. Browsers are told to keep to HTTPS only
 * where they came by it: on this machine alone Wardroom speaks HTTP.
 */
export const securityHeaders = (https: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: false,
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  strictTransportSecurity: https ? { maxAge: YEAR, includeSubDomains: false } : false,
});

/** What no page of ours asks a browser for, so that nothing that gets into one can. */
export const PERMISSIONS_POLICY = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const NOTHING = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'form-action': "'none'",
};

/** For answers that are no page: figures as files, what a script asks for. Opened by themselves, they load nothing. */
export const CONTENT_POLICY = written(NOTHING);

/** For our own styles and scripts; a worker, which is MapLibre's, obeys the policy of its own file. */
export const ASSET_POLICY = written({ ...NOTHING, 'script-src': "'self'", 'connect-src': "'self'" });

/**
 * What a page may load: our own styles, pictures and figures, and the scripts that carry this answer's nonce, with what
 * those import. Nothing inline, and no text becomes a script or markup inside a script either.
 * @param nonce made for this answer alone
 */
export function pagePolicy(nonce: string): string {
  return written({
    ...NOTHING,
    'script-src': `'nonce-${nonce}'`,
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
  });
}

function written(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join(';');
}
