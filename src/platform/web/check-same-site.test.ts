import { describe, expect, it } from 'vitest';
import { checkSameSite } from './check-same-site.ts';
import { ForeignRequest } from './named-errors.ts';

const own = 'http://127.0.0.1:3000';
const post = { method: 'POST', here: own, origin: undefined, fetchSite: undefined };

describe('checkSameSite', () => {
  it.each([{ origin: own }, { fetchSite: 'same-origin' }, { origin: own, fetchSite: 'same-origin' }])(
    'lets our own form pass: %o',
    (headers) => {
      expect(() => checkSameSite({ ...post, ...headers })).not.toThrow();
    },
  );

  it.each([
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:3001' },
    { origin: 'http://127.0.0.1:3000.evil.example' },
    { origin: 'https://127.0.0.1:3000' },
    { fetchSite: 'cross-site' },
    { fetchSite: 'same-site' },
    { fetchSite: 'none' },
    { origin: own, fetchSite: 'cross-site' },
    { origin: 'https://evil.example', fetchSite: 'same-origin' },
  ])('turns a forged form away: %o', (headers) => {
    expect(() => checkSameSite({ ...post, ...headers })).toThrow(ForeignRequest);
  });

  it('tells HTTPS from HTTP', () => {
    const here = 'https://wardroom.example.org';
    expect(() => checkSameSite({ ...post, here, origin: here })).not.toThrow();
    expect(() => checkSameSite({ ...post, here, origin: 'http://wardroom.example.org' })).toThrow(ForeignRequest);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('checks %s as it checks POST', (method) => {
    expect(() => checkSameSite({ ...post, method, fetchSite: 'cross-site' })).toThrow(ForeignRequest);
  });

  it('leaves reading alone, which changes nothing', () => {
    expect(() => checkSameSite({ ...post, method: 'GET', fetchSite: 'cross-site' })).not.toThrow();
  });
});
