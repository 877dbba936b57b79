import { guarded } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { writeAccount } from './chain-store.ts';
import { isAbandoned } from './check-chain.ts';
import { Refusal } from './refusal.ts';
import type { Safekeeping } from './safekeeping.ts';
import { checkAgainstHeads } from './verify-service.ts';

/** Heads that a restore abandoned. */
export interface Abandoned {
  /** Their files, and the entry that each is of. */
  heads: { file: string; seq: number }[];
}

/**
 * Writes down that the records were restored from a backup, who says so and why, and which heads are of entries that were
 * abandoned by it: those named, and every other one found, up to the last of them, that the records do not lead to. Checking
 * the audit tells of it for ever, and goes on with what was written since.
 * @throws Refusal where no reason is given, a head cannot be trusted, or one agrees with the records
 */
export const recordRestore = guarded(
  { name: 'audit.record-restore', module: 'audit', act: 'write' },
  async (
    platform: Platform,
    safekeeping: Safekeeping,
    said: { heads: readonly string[]; reason: string; key?: string },
  ): Promise<Abandoned> => {
    const reason = said.reason.trim();
    if (reason === '' || said.heads.length === 0) {
      throw new Refusal(
        'Say why the records were restored with --reason, and name the last head from before with --head.',
      );
    }
    const { key } = said;
    const { checked, latest, found } = await checkAgainstHeads(platform, safekeeping, {
      heads: said.heads,
      ...(key !== undefined && { key }),
    });
    const named = said.heads.map((file) => {
      const head = checked.disagreeing.find((each) => each.head.file === file)?.head;
      const fault = found.faults.find((each) => each.includes(file));
      if (head === undefined || head.instance !== latest?.instance) {
        throw new Refusal(fault ?? `The records lead to ${file}, or it is of others: name a head that was abandoned.`);
      }
      return head;
    });
    const last = Math.max(...named.map(({ seq }) => seq));
    const abandoned = checked.disagreeing
      .map(({ head }) => head)
      .filter((head) => head.seq <= last && head.instance === latest?.instance && !isAbandoned(checked.accounts, head));
    if (abandoned.length === 0) throw new Refusal('The audit says already that these heads were abandoned.');
    const subject = `entries up to ${last}, the records at entry ${latest?.seq ?? 0}`;
    const detail = { heads: abandoned.map(({ seq, hash, at }) => ({ seq, hash, at })) };
    await writeAccount(safekeeping.system, {
      actor: platform.actor,
      action: 'audit.restored',
      subject,
      reason,
      detail,
    });
    return { heads: abandoned.map(({ file, seq }) => ({ file, seq })) };
  },
);
