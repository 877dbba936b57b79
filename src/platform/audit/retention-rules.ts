import { z } from 'zod';
import { MODULES, type Module } from '../access/index.ts';
import { jsonOrNull } from './json-or-null.ts';

/** For how long the audit of a module is kept, from a day on. */
export interface RetentionRule {
  module: Module;
  /** The day from which the rule holds, "2026-01-01". */
  from: string;
  /** Whole months; null: for ever. */
  months: number | null;
  /** Where the rule comes from. */
  source: string;
}

const SECURITY = 'Ministry of Justice security guidance: security logs 6 months to 2 years';
const PUBLIC = 'Figures that are published must be traceable for as long as they are shown';
const REVIEW = 'No period is settled in law or policy that was verified: kept until the force decides';

const rule = (module: Module, months: number | null, source: string): RetentionRule => ({
  module,
  from: '2026-01-01',
  months,
  source,
});

/** The rules until a force gives its own. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  rule('users', 24, SECURITY),
  rule('audit', 24, SECURITY),
  rule('imports', null, PUBLIC),
  rule('allocation', null, PUBLIC),
  rule('publishing', null, PUBLIC),
  ...MODULES.filter((module) => !['users', 'audit', 'imports', 'allocation', 'publishing'].includes(module)).map(
    (module) => rule(module, null, REVIEW),
  ),
];

/** Rules that a force gives or adopted. */
export const givenRules = z.array(
  z.object({
    module: z.enum(MODULES),
    from: z.iso.date(),
    months: z.int().min(6).nullable(),
    source: z.string().min(1),
  }),
);

/**
 * A force's own rules, as the text of a JSON file; modules it does not name keep those that hold.
 * @returns the rules of the file, or in one sentence what is wrong with the file
 */
export function parseRetentionRules(text: string): { rules: RetentionRule[] } | { because: string } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { because: 'The rules are no JSON: write a list of { "module", "from", "months", "source" }.' };
  }
  const parsed = givenRules.safeParse(read);
  if (parsed.success) return { rules: parsed.data };
  const [issue] = parsed.error.issues;
  return { because: `The rule at ${issue?.path.join('.') || 'the start'} cannot be read (${issue?.message}).` };
}

/** The rules that an entry adopted, by what it says; none where it does not say them. */
export function adoptedRules(detail: string): RetentionRule[] {
  const parsed = z.object({ rules: givenRules }).safeParse(jsonOrNull(detail));
  return parsed.success ? parsed.data.rules : [];
}

/** The rule of a module in force on a day: the latest one that holds by then, the last one given where two begin alike. */
export function ruleOn(rules: readonly RetentionRule[], module: Module, day: string): RetentionRule | null {
  const due = rules.filter((each) => each.module === module && each.from <= day);
  return due.reduce<RetentionRule | null>(
    (best, each) => (best === null || each.from >= best.from ? each : best),
    null,
  );
}

/** The instant before which entries are past their time; null where they are kept for ever. */
export function keptFrom(retention: RetentionRule | null, now: Date): Date | null {
  if (retention === null || retention.months === null) return null;
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - retention.months);
  // The 31st of a month without one is its last day.
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, last));
  return then;
}
