import { describe, expect, it } from 'vitest';
import { checkHost } from './check-host.ts';
import { ForeignRequest } from './named-errors.ts';

const arrived = (host: string | undefined, port = 3000) => ({ host, port, https: false, from: '127.0.0.1' });

describe('checkHost', () => {
  it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])('lets %s pass', (host) => {
    expect(() => checkHost(arrived(host))).not.toThrow();
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
    expect(() => checkHost(arrived(host))).toThrow(ForeignRequest);
  });

  it('lets the port go unsaid only where it is the one browsers leave out', () => {
    expect(() => checkHost(arrived('localhost', 80))).not.toThrow();
    expect(() => checkHost(arrived('localhost'))).toThrow(ForeignRequest);
  });

  describe('where there is an address that everyone uses', () => {
    const publicUrl = new URL('https://wardroom.example.org');
    const outside = { port: 3000, https: true, from: '10.0.0.7' };

    it.each(['wardroom.example.org', 'WARDROOM.example.org', 'wardroom.example.org:443'])('lets %s pass', (host) => {
      expect(() => checkHost({ ...outside, host }, publicUrl)).not.toThrow();
    });

    it.each(['evil.example', 'wardroom.example.org.evil.example', 'wardroom.example.org:8080', '127.0.0.1:3000', ''])(
      'turns %s away from outside',
      (host) => {
        expect(() => checkHost({ ...outside, host }, publicUrl)).toThrow('https://wardroom.example.org only');
      },
    );

    it('turns away who comes without HTTPS', () => {
      expect(() => checkHost({ ...outside, host: publicUrl.host, https: false }, publicUrl)).toThrow(ForeignRequest);
    });

    it('answers this machine by its loopback names still', () => {
      expect(() => checkHost(arrived('127.0.0.1:3000'), publicUrl)).not.toThrow();
    });
  });
});
