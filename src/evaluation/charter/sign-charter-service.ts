import { monthName } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { guarded, may, type Principal, personOf } from '../../platform/access/index.ts';
import { inRefusingTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { kept, standing } from './charter-service.ts';
import { insertSignature } from './charter-store.ts';
import type { KeptCharter, Wording } from './model.ts';
import { placeOfSignature } from './place-of-charter-service.ts';
import { inWords } from './records-refusal-service.ts';
import { startsNoEarlier } from './starts-moved-back.ts';
import { missingSignatures } from './wording-in-force.ts';

/** A signature: of what, by its hash, and for whom. */
export interface SignCharter {
  name: string;
  organisation: string;
  /** Hash of the wording that was read. */
  hash: string;
  /** Name and office of who signs, as readers see them. */
  signedAs: string;
}

/** Signs the wording that stands for an organisation. @throws Refused, one sentence for whatever stands in the way */
export const signCharter = guarded(
  { module: 'evaluation', name: 'evaluation.sign-charter', act: 'approve', place: placeOfSignature },
  (platform: Platform, asked: SignCharter): Promise<KeptCharter> =>
    inRefusingTransaction(platform, async (trx) => {
      const charter = await standing(platform, trx, asked.name);
      const last = charter.wordings.at(-1);
      const because = last === undefined ? NOTHING : whyNotSigned(platform, charter, last, asked);
      if (last === undefined || because !== null) throw new Refused([{ field: null, sentence: because ?? NOTHING }]);
      const { organisation, hash } = asked;
      const name = asked.signedAs.trim();
      refuseIf([textProblem('signedAs', name, 200, 'Give your name and office, as readers are to see them.')]);
      const signed = { by: platform.actor, at: platform.now() };
      await inWords(() => insertSignature(trx, charter.id, { wording: last.number, hash, organisation, name, signed }));
      return kept(trx, platform.actor, asked.name, 'evaluation.sign-charter', undefined, { organisation });
    }),
);

const NOTHING = 'There is nothing to sign.';

/** Why a wording cannot be signed so, in one sentence; null where it can. */
function whyNotSigned(
  platform: Platform,
  charter: KeptCharter,
  last: Wording,
  asked: Pick<SignCharter, 'organisation' | 'hash'>,
): string | null {
  const { organisation, hash } = asked;
  if (charter.kind === 'retrospective')
    return 'This charter is retrospective: it was written after the start, so nobody signs it.';
  const signatory = last.charter.signatories.find((each) => each.organisation === organisation);
  if (signatory === undefined)
    return `The charter does not name ${organisation} among those who sign: it names ${last.charter.signatories.map((each) => each.organisation).join(', ')}.`;
  if (hash !== last.hash)
    return `What you read has the hash ${hash.slice(0, 8)}…, and the charter that stands has ${last.hash.slice(0, 8)}…: read it again, then sign.`;
  const before = charter.signatures.find((each) => each.wording === last.number && each.organisation === organisation);
  if (before !== undefined) return `${before.name} has signed for ${organisation} already.`;
  const start = last.charter.treated.map((group) => group.start).toSorted()[0] ?? last.charter.end;
  const isLate = todayInLondon(platform.now()).slice(0, 7) >= start;
  const first = charter.wordings.find((wording) => missingSignatures(charter, wording).length === 0);
  if (isLate && (last.amendment === null || first === undefined || !startsNoEarlier(first.charter, last.charter)))
    return `The pilot started in ${monthName(start)}, and a charter is signed before its start: agree a later start and enter that, or keep it as a retrospective charter, which nobody signs.`;
  if (!mayThemselves(platform.principal, charter.unit, signatory))
    return 'A person signs, with a role of their own: on the command line name them with --as.';
  return null;
}

/** Whether the person who acts may sign by a role of theirs, whatever the owner of the data folder may do besides. */
function mayThemselves(
  principal: Principal,
  unit: string,
  { body, organisation }: { body: string; organisation: string },
): boolean {
  const person = personOf(principal);
  if (person === null || principal.kind === 'visitor' || principal.kind === 'wardroom') return false;
  const grants = principal.kind === 'operator' ? (principal.as?.grants ?? []) : principal.grants;
  const alone: Principal = { kind: 'person', person, grants, demonstration: false, steppedUp: false };
  const place = body === 'police' ? { unit } : { sharedWith: [organisation] };
  return may(alone, { module: 'evaluation', act: 'approve', place });
}

/** Organisations that have still to sign the wording that stands, and that who acts may sign for now; none once it is late. */
export function toSignFor(platform: Platform, charter: KeptCharter): string[] {
  const last = charter.wordings.at(-1);
  if (last === undefined) return [];
  return last.charter.signatories
    .map(({ organisation }) => organisation)
    .filter((organisation) => whyNotSigned(platform, charter, last, { organisation, hash: last.hash }) === null);
}
