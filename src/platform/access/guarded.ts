import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { CONDITIONS } from './conditions.ts';
import type { Act, Condition, Module, Place } from './model.ts';
import { NotAllowed } from './not-allowed.ts';
import { requirePermission } from './require-permission.ts';

/** What a service function needs before it runs; kept on the function, so that a test can walk all of them. */
export type ServiceRule =
  | { kind: 'published' | 'within' | 'own-work'; name: string }
  /** Signing in, and one's own account: see way-in.ts. */
  | { kind: 'way-in' | 'own-account'; name: string }
  /** placed: whether it asks about the place that its arguments speak of. */
  | { kind: 'guarded'; name: string; module: Module; act: Act; placed: boolean };

type Run<Args extends unknown[], Result> = (...args: Args) => Result;

/** A service function with the rule it obeys. */
export type Service<Args extends unknown[], Result> = Run<Args, Result> & { readonly rule: ServiceRule };

/**
 * Makes a service function that checks before it runs: its principal must be allowed the act in the module, at the place
 * that the arguments speak of. The records check again, row by row, inside the function's transactions.
 * @param rule.name  the function's name in the field's words, as the audit has it: "allocation.adopt-plan"
 * @param rule.place where the arguments are about; left out where the module knows no place
 * @param rule.met   conditions that the arguments meet, such as a reason; none where it is left out
 * @throws SignInNeeded, NotAllowed before anything runs
 * @example
 * export const adoptPlan = guarded(
 *   { name: 'allocation.adopt-plan', module: 'allocation', act: 'approve', place: (_, { unit }) => ({ unit }) },
 *   async (platform: Platform, options: PlanOptions) => …,
 * );
 */
export function guarded<Args extends [Platform, ...unknown[]], Result>(
  rule: {
    name: string;
    module: Module;
    act: Act;
    place?: (...args: Args) => Place | null | Promise<Place | null>;
    met?: (...args: NoInfer<Args>) => readonly Condition[];
  },
  run: Run<Args, Promise<Result>>,
): Service<Args, Promise<Result>> {
  const { name, module, act, place, met } = rule;
  const checked = async (...args: Args): Promise<Result> => {
    const [platform] = args;
    const asked = { module, act, place: place === undefined ? null : await place(...args) };
    // Whose roles do not allow it at all is told so, and nothing of conditions.
    requirePermission(platform.principal, asked, CONDITIONS);
    requirePermission(platform.principal, asked, met?.(...args) ?? []);
    return run(...args);
  };
  return Object.assign(checked, { rule: { kind: 'guarded', name, module, act, placed: place !== undefined } as const });
}

/**
 * Marks a service function that anyone may call: it reads public statistics, and of other records what is published.
 * The records see to that: outside a transaction of a principal they show nothing else.
 */
export function published<Args extends unknown[], Result>(name: string, run: Run<Args, Result>): Service<Args, Result> {
  // A function of its own, so that one run under two names keeps two rules.
  return Object.assign((...args: Args): Result => run(...args), { rule: { kind: 'published', name } as const });
}

/**
 * Marks a step that runs inside the transaction of a service function which has checked, and is refused outside one. The
 * records check each row that it writes against what the principal of that transaction may do.
 */
export function within<Args extends [Records, ...unknown[]], Result>(
  name: string,
  run: Run<Args, Promise<Result>>,
): Service<Args, Promise<Result>> {
  const checked = async (...args: Args): Promise<Result> => {
    if (!args[0].isTransaction) throw new Error(`${name} belongs inside a transaction`);
    return run(...args);
  };
  return Object.assign(checked, { rule: { kind: 'within', name } as const });
}

/**
 * Makes a service function that only Wardroom itself runs: laying out what every records need, filling the demonstration.
 * @throws NotAllowed before anything runs, for everybody else
 */
export function ownWork<Args extends [Platform, ...unknown[]], Result>(
  name: string,
  run: Run<Args, Promise<Result>>,
): Service<Args, Promise<Result>> {
  const checked = async (...args: Args): Promise<Result> => {
    if (args[0].principal.kind !== 'wardroom') throw new NotAllowed('Wardroom does this by itself, when it starts.');
    return run(...args);
  };
  return Object.assign(checked, { rule: { kind: 'own-work', name } as const });
}
