import { charterHash } from '../../src/evaluation/charter/charter-hash-service.ts';
import { charters } from '../../src/evaluation/charter/charter-publication-service.ts';
import { insertCharter, insertWording } from '../../src/evaluation/charter/charter-store.ts';
import type { Charter } from '../../src/evaluation/model.ts';
import type { Place } from '../../src/platform/access/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { CHARTER } from './charter-samples.ts';
import { UNIT } from './each-principal.ts';

/** Lays a charter down as a draft. */
async function layDraft(records: Records, charter: Charter): Promise<void> {
  const written = { by: 'test', at: new Date('2026-03-10T12:00:00Z') };
  await records.transaction().execute(async (trx) => {
    const id = await insertCharter(trx, charter, written);
    const first = { number: 1, amendment: null, previous: null, because: '', changed: [] };
    await insertWording(trx, id, { ...first, charter, hash: charterHash(charter), written });
  });
}

/**
 * What each function about charters that asks about a place is called with.
 * @param records Wardroom's own handle; a charter of which a version waits for approval is laid down in them
 */
export async function charterSamples(
  records: Records,
): Promise<Record<string, { args: unknown[]; place: Place; undone: true }[]>> {
  await layDraft(records, CHARTER);
  const now = () => new Date('2026-03-10T12:00:00Z');
  const system = { records, dataFolder: '/nowhere', actor: 'wardroom', principal: { kind: 'wardroom' as const }, now };
  const hash = charterHash(CHARTER);
  const content = {
    ...{ charter: CHARTER, hash, standing: 'draft' as const, signatures: [], amendments: [] },
    ...{ unit: UNIT, decisions: [] },
  };
  const place = { unit: UNIT, borough: null, ward: null };
  const { id, contentHash } = await charters.draft(system, { key: UNIT, place, inForceFrom: '2026-03-10', content });
  await charters.propose(system, { id });
  const { name } = CHARTER;
  const sample = (asked: object, at: Place = { unit: UNIT }) => ({ args: [asked], place: at, undone: true as const });
  const signing = { name, hash, signedAs: 'Jane Roe' };
  const change = { name, seen: hash, json: { ...CHARTER, seed: 2 }, because: 'B' };
  const decision = { name, afterLook: '2030-09', decided: 'stop', bodies: [], reason: 'R', decidedOn: '2026-03-10' };
  return {
    'evaluation.enter-charter': [sample({ ...CHARTER, name: 'another' })],
    'evaluation.change-charter': [sample(change)],
    'evaluation.amend-charter': [sample(change)],
    'evaluation.sign-charter': [
      sample({ ...signing, organisation: 'Metropolitan Police' }),
      sample({ ...signing, organisation: 'Camden Council' }, { sharedWith: ['Camden Council'] }),
      sample({ ...signing, organisation: 'Islington Council' }, { sharedWith: ['Islington Council'] }),
    ],
    'evaluation.take-look': [sample({ name, found: [], panelHash: 'a'.repeat(64), vintage: 'V' })],
    'evaluation.record-looks': [sample({ name, seen: hash, until: null })],
    'evaluation.decide': [sample(decision)],
    'evaluation.offer-charter': [sample({ name })],
    'evaluation.accept-charter': [sample({ name, contentHash })],
    'evaluation.show-charter': [sample({ name })],
    'evaluation.hide-charter': [sample({ name, reason: 'R' })],
    'evaluation.preview-charter-of': [sample({ name })],
  };
}
