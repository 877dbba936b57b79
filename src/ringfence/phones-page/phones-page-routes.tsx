import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Problem, Refused } from '../../lib/refused.ts';
import { worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { html, NotFound } from '../../platform/web/index.ts';
import { type Device, devicesOf, revokeDevice, whatMayBeLost } from '../phones/device-service.ts';
import { PhonesPage } from './phones-page.tsx';
import { RevokePage } from './revoke-page.tsx';

const WRITES = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});
const BACK = [{ href: '/ringfence/phones', text: 'Phones of the team' }];

/** Mounts the list of phones that may hold records, and the page on which one is revoked. */
export function phonesPageRoutes(server: FastifyInstance): void {
  server.get('/ringfence/phones', { config: { access: WRITES } }, async ({ platform, query }, reply) => {
    const lost = await whatMayBeLost(platform);
    const phones = (await devicesOf(platform)).map((device) => ({
      ...device,
      mayBeLost: lost.find((each) => each.device.id === device.id)?.said ?? null,
    }));
    const revoked = texts.parse(query).done === 'revoked';
    const synthetic = worksWithMadeUp(platform);
    return html(reply, <PhonesPage phones={phones} revoked={revoked} synthetic={synthetic} />);
  });

  server.get('/ringfence/phones/:device/revoke', { config: { access: WRITES } }, async (request, reply) => {
    const { platform, params, url } = request;
    return showRevoke(reply, platform, {
      device: await deviceAt(platform, params),
      action: url,
      typed: '',
      problems: [],
    });
  });

  // First the reason, then what may be lost and a second press.
  server.post('/ringfence/phones/:device/revoke', { config: { access: WRITES } }, async (request, reply) => {
    const { platform, params, url, body } = request;
    const device = await deviceAt(platform, params);
    const { because = '', sure } = texts.parse(body ?? {});
    const typed = because.trim();
    if (typed === '' || sure !== 'yes') {
      const problems =
        typed === '' ? [{ field: 'because', sentence: 'Say in a sentence why the phone is revoked.' }] : [];
      return showRevoke(reply, platform, { device, action: url, typed, problems });
    }
    try {
      await revokeDevice(platform, { id: device.id, because: typed });
      return reply.redirect('/ringfence/phones?done=revoked', 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return showRevoke(reply, platform, { device, action: url, typed, problems: error.problems });
    }
  });
}

async function deviceAt(platform: Platform, params: unknown): Promise<Device> {
  const id = texts.parse(params).device;
  const found = (await devicesOf(platform)).find((device) => device.id === id);
  if (found === undefined) throw new NotFound('No phone of your team is kept at this address.', BACK);
  return found;
}

interface Revoking {
  device: Device;
  action: string;
  typed: string;
  problems: readonly Problem[];
}

function showRevoke(reply: FastifyReply, platform: Platform, given: Revoking): FastifyReply {
  const page = { ...given, synthetic: worksWithMadeUp(platform) };
  return html(reply, <RevokePage {...page} />, given.problems.length === 0 ? 200 : 400);
}
