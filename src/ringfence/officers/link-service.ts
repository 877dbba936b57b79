import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { refuseIf } from '../../lib/refused.ts';
import { guarded, personOf } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/named-errors.ts';
import {
  deleteLink,
  insertLink,
  readLinkedOfficers,
  readLinks,
  readOfficer,
  readPersonCalled,
} from './account-store.ts';
import type { LinkedOfficer } from './model.ts';

/** Who approves postings says who is who: inspectors and command, and nobody of themselves. */
const SAYS = { module: 'postings', act: 'approve' } as const;

/** An officer, by number in the records or by warrant or staff number in a unit. */
export type OfficerNamed = { officer: number } | { unit: string; reference: string };

/** Officers posted to the wards of a unit today, sergeants among them, with who signs in as each. */
export const linkedOfficers = guarded(
  { name: 'ringfence.linked-officers', ...SAYS },
  (platform: Platform, unit: string): Promise<LinkedOfficer[]> =>
    platform.records.transaction().execute((trx) => readLinkedOfficers(trx, unit, todayInLondon(platform.now()))),
);

/**
 * Says which officer a person is who signs in: what they record is then their own.
 * @throws Refused when it is oneself, nobody has the address, or either is linked already; NotFound
 */
export const linkOfficer = guarded(
  { name: 'ringfence.link-officer', ...SAYS },
  (platform: Platform, asked: OfficerNamed & { email: string }): Promise<void> =>
    platform.records.transaction().execute(async (trx) => {
      const officer = await readOfficer(trx, asked);
      if (officer === null) throw new NotFound('No officer whom you may see has this number.');
      const person = await readPersonCalled(trx, asked.email.trim(), officer.synthetic);
      const { personOf: linked, officerOf } = await readLinks(trx, { officer: officer.officer, person });
      const about = (field: string, sentence: string) => ({ field, sentence });
      refuseIf([
        person === null
          ? about('email', 'Nobody of this address signs in here: ask an administrator to add them first.')
          : null,
        person !== null && person === personOf(platform.principal)
          ? about('email', 'Nobody says of themselves which officer they are: ask another inspector or command.')
          : null,
        linked === null ? null : about('email', `Somebody signs in as ${officer.name} already: unlink them first.`),
        officerOf === null || linked !== null
          ? null
          : about(
              'email',
              `This person is linked with ${officerOf.name || 'another officer'} already: unlink them first.`,
            ),
      ]);
      if (person === null) return;
      await insertLink(trx, { officer: officer.officer, person, by: platform.actor, at: platform.now() });
      const { reference: subject, unit } = officer;
      const entry = {
        actor: platform.actor,
        action: 'ringfence.link-officer',
        subject,
        whom: person,
        detail: { unit },
      };
      await recordAudit(trx, entry);
    }),
);

/**
 * Says that nobody signs in as an officer: what was recorded stays.
 * @throws Refused when nobody was linked, or it is oneself; NotFound
 */
export const unlinkOfficer = guarded(
  { name: 'ringfence.unlink-officer', ...SAYS },
  (platform: Platform, asked: OfficerNamed): Promise<void> =>
    platform.records.transaction().execute(async (trx) => {
      const officer = await readOfficer(trx, asked);
      if (officer === null) throw new NotFound('No officer whom you may see has this number.');
      const { personOf: linked } = await readLinks(trx, { officer: officer.officer, person: null });
      const none = `Nobody signs in as ${officer.name}: there is nothing to unlink.`;
      const self = 'Nobody unlinks themselves: ask another inspector or command.';
      refuseIf([
        linked === null ? { field: null, sentence: none } : null,
        linked !== null && linked === personOf(platform.principal) ? { field: null, sentence: self } : null,
      ]);
      const whom = await deleteLink(trx, officer.officer);
      const { reference: subject, unit } = officer;
      const entry = { actor: platform.actor, action: 'ringfence.unlink-officer', subject, whom, detail: { unit } };
      await recordAudit(trx, entry);
    }),
);
