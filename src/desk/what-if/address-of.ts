import { FIELD_NAMES, weightFieldName } from '../read-allocation-form.ts';
import { REVIEW_NAMES } from '../review-fields.ts';

/**
 * A form as the end of an address: fields of side rules that ask nothing are left out, but not the number of sergeants, for
 * where a plan in force has some, none is an answer too. Nor is a weight that was emptied: the server would fill it in.
 */
export function addressOf(fields: Iterable<[name: string, value: string]>): string {
  const kept = [...fields].filter(([name, value]) => value !== '' || ALWAYS.has(name) || name.startsWith(A_WEIGHT));
  return new URLSearchParams(kept).toString();
}

const ALWAYS = new Set<string>([...Object.values(FIELD_NAMES), REVIEW_NAMES.sergeants]);
const A_WEIGHT = weightFieldName('');

/** The weights of a form as the page where a party proposes its own takes them: "method=budget&weight-residents=40". */
export function proposalOf(weights: Record<string, string>): string {
  const given = Object.entries(weights).map(([name, value]): [string, string] => [weightFieldName(name), value]);
  return new URLSearchParams([['method', 'budget'], ...given]).toString();
}
