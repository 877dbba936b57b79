import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, MODULES, type Module } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { countEntriesBefore, eraseEntries } from './chain-store.ts';
import { keptFrom, RETENTION_RULES, type RetentionRule, ruleOn } from './retention-rules.ts';
import type { Safekeeping } from './safekeeping.ts';

/** What became of a module whose entries are not kept for ever. */
export interface Retained {
  module: Module;
  /** Instant, ISO: what was written before it is past its time. */
  until: string;
  /** Entries erased; on a dry run those that would be. */
  entries: number;
}

/**
 * Erases what entries say whose time is over, module by module; the chain still verifies, and an entry says of which
 * module, until when and how many, but never what.
 * @param options.dryRun whether only to count
 */
export const retainAudit = guarded(
  { name: 'audit.retain', module: 'audit', act: 'write' },
  async (
    platform: Platform,
    { system }: Safekeeping,
    options: { rules?: readonly RetentionRule[]; dryRun?: boolean } = {},
  ): Promise<Retained[]> => {
    const now = platform.now();
    const retained: Retained[] = [];
    for (const module of MODULES) {
      const until = keptFrom(ruleOn(options.rules ?? RETENTION_RULES, module, todayInLondon(now)), now)?.toISOString();
      if (until === undefined) continue;
      const entries = options.dryRun
        ? await countEntriesBefore(system, module, until)
        : await eraseEntries(system, module, until, platform.actor);
      retained.push({ module, until, entries });
    }
    return retained;
  },
);
