import { type DemandPart, findComponent } from '../../../demand/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { longDate } from '../../../ui/long-date.ts';
import { componentInSentence } from '../../component-in-sentence.ts';
import type { Elicited } from '../model.ts';
import type { Typed } from '../typed-fields.ts';

/** Weights that the address of a form brings from a plan that was tried: component → weight above 0, by known name. */
export function weightsTried(asked: Typed): Record<string, number> {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([field, text]) => {
      const [, component = ''] = /^weight-(.+)$/.exec(field) ?? [];
      const weight = weightIn(text);
      return weight > 0 && findComponent(component) !== null ? [[component, weight]] : [];
    }),
  );
}

/** A weight of an address; 0 for what is no number of at most seven digits before its point. */
const weightIn = (text: string): number => (/^\d{1,7}([.]\d{1,20})?$/.test(text) ? Number(text) : 0);

/** What a form begins from. */
export interface Beginning {
  method: Elicited['method'];
  /** What the address brings; none where it brings nothing. */
  tried: Readonly<Record<string, number>>;
  /** The parts of the review. */
  parts: readonly Pick<DemandPart, 'component' | 'kind'>[];
  /** What the party answered before: how, and on which day; null for its first. */
  earlier: { method: Elicited['method']; on: string } | null;
}

/** What a form begins from, in sentences for its top: an earlier answer, a plan that was tried, points converted. */
export function sayBeginning({ method, tried, parts, earlier }: Beginning): string[] {
  const names = Object.keys(tried);
  if (names.length === 0)
    return earlier === null || earlier.method === method
      ? []
      : [`These are your points, converted: ${CONVERTED[method]}`];
  const unasked = names.filter((name) => parts.every(({ component }) => component !== name));
  const missing = names.filter((name) => parts.some(({ component, kind }) => component === name && kind === 'missing'));
  const used = names.length > unasked.length + missing.length;
  return [
    ...(earlier === null ? [] : [`You answered on ${longDate(earlier.on)}; this changes it.`]),
    ...(used ? [method === 'budget' ? 'The points are those of the plan you tried.' : TRIED_AS_STEPS] : []),
    ...sayDropped(tried, unasked, (it) => `This review does not ask about ${it}, so the other points share the whole.`),
    ...sayDropped(tried, missing, (it) => `No figures of ${it} are held, so the other points share the whole.`),
  ];
}

const CONVERTED = {
  budget: 'you compared steps before, and here they share out 100.',
  swing: 'you shared out 100 before, and here each is for a step.',
} as const;

const TRIED_AS_STEPS = 'The points are those of the plan you tried, converted to steps.';

/** Parts of the plan that was tried which the form has no field for; nothing where there is none. */
function sayDropped(
  tried: Readonly<Record<string, number>>,
  names: readonly string[],
  because: (it: string) => string,
): string[] {
  if (names.length === 0) return [];
  const given = names.map((name) => `${componentInSentence(findComponent(name)?.title ?? name)} ${tried[name]}`);
  return [`The plan you tried gave ${andList(given)}. ${because(names.length === 1 ? 'it' : 'them')}`];
}
