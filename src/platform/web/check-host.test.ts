import { describe, expect, it } from 'vitest';
import { checkHost } from './check-host.ts';
import { ForeignRequest } from './named-errors.ts';

describe('checkHost', () => {
  it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])('lets %s pass', (host) => {
    expect(() => checkHost(host, 3000)).not.toThrow();
  });

  it.each([
    'rebound.example:3000',
    '127.0.0.1',
    '127.0.0.1:3001',
    'localhost.evil.example:3000',
    '127.0.0.1:3000.evil.example',
    'localhost:3000@evil.example',
    '',
    undefined,
  ])('turns %s away', (host) => {
    expect(() => checkHost(host, 3000)).toThrow(ForeignRequest);
  });

  it('lets the port go unsaid only where it is the one browsers leave out', () => {
    expect(() => checkHost('localhost', 80)).not.toThrow();
    expect(() => checkHost('localhost', 3000)).toThrow(ForeignRequest);
  });
});
