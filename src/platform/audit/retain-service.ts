import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, MODULES, type Module } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { canonicalJson } from './canonical-json.ts';
import { countEntriesBefore, eraseEntries, readAdoptions, writeAccount } from './chain-store.ts';
import { Refusal } from './refusal.ts';
import { adoptedRules, keptFrom, RETENTION_RULES, type RetentionRule, ruleOn } from './retention-rules.ts';
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
 * module, by which rule, until when and how many, but never what. A force's own rules are adopted by an entry of their own,
 * and hold from then on.
 * @param options.rules  a force's own rules, which are adopted unless they are the last that were
 * @param options.dryRun whether only to count
 */
export const retainAudit = guarded(
  { name: 'audit.retain', module: 'audit', act: 'write' },
  async (
    platform: Platform,
    { system, mustStay }: Safekeeping,
    options: { rules?: readonly RetentionRule[]; dryRun?: boolean } = {},
  ): Promise<Retained[]> => {
    const adopted = await readAdoptions(system);
    const given = options.rules ?? [];
    const rules = [...RETENTION_RULES, ...adopted.flatMap(adoptedRules), ...given];
    const now = platform.now();
    await refuseWhatMustStay(rules, todayInLondon(now), mustStay);
    const detail = { rules: given.map((rule) => ({ ...rule })) };
    if (given.length > 0 && !options.dryRun && canonicalJson(detail) !== adopted.at(-1)) {
      const subject = [...new Set(given.map(({ module }) => module))].join(', ');
      await writeAccount(system, { actor: platform.actor, action: 'audit.adopt-rules', subject, reason: null, detail });
    }
    const retained: Retained[] = [];
    for (const module of MODULES) {
      const rule = ruleOn(rules, module, todayInLondon(now));
      const until = keptFrom(rule, now)?.toISOString();
      if (rule === null || rule.months === null || until === undefined) continue;
      const { months, source } = rule;
      const entries = options.dryRun
        ? await countEntriesBefore(system, module, until)
        : await eraseEntries(system, { module, months, source }, platform.actor);
      retained.push({ module, until, entries });
    }
    return retained;
  },
);

/** Before anything is adopted or erased: nothing half done is left. */
async function refuseWhatMustStay(
  rules: readonly RetentionRule[],
  day: string,
  mustStay: Safekeeping['mustStay'],
): Promise<void> {
  for (const module of MODULES) {
    if ((ruleOn(rules, module, day)?.months ?? null) === null) continue;
    const because = (await mustStay?.(module)) ?? null;
    if (because !== null) throw new Refusal(because);
  }
}
