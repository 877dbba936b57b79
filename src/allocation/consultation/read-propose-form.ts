import type { Elicited, Party, WeightBounds } from './model.ts';
import { POLICE_DRAFT } from './parties-of.ts';
import type { Problem } from './refused.ts';
import type { SwingStep } from './swing-steps.ts';
import { isTicked, readFields, type Typed } from './typed-fields.ts';

export const pointsField = (component: string): string => `weight-${component}`;
export const leastField = (component: string): string => `least-${component}`;
export const mostField = (component: string): string => `most-${component}`;

/** What a form proposes, read. */
export interface ProposeForm {
  title: string;
  given: Elicited;
  bounds: WeightBounds | null;
  comment: string;
  publishComment: boolean;
}

const MOST_COMMENT = 5_000;
const MOST_TITLE = 80;

/** Reads the form of a proposal. Points of any sum are taken: what they come to is for the arithmetic, which says so. */
export function readProposeForm(
  typed: Typed,
  { method, party, steps }: { method: Elicited['method']; party: Party; steps: readonly SwingStep[] },
): { form: ProposeForm; problems: readonly Problem[] } {
  const read = readFields(typed);
  const title =
    party.kind === 'police'
      ? read.words('title', `Say what it is called, such as ${POLICE_DRAFT}.`, MOST_TITLE)
      : party.name;
  const points = Object.fromEntries(
    steps.map((step) => [step.component, read.points(pointsField(step.component), step.title)]),
  );
  const [first] = steps;
  if (first !== undefined && read.problems.length === 0 && Object.values(points).every((each) => each === 0))
    read.problems.push({ field: pointsField(first.component), sentence: 'Give at least one part more than 0.' });
  const bounds = readBounds(read, steps);
  const comment = (typed.comment ?? '').trim();
  if (comment.length > MOST_COMMENT)
    read.problems.push({
      field: 'comment',
      sentence: `Shorten the comment to ${MOST_COMMENT} characters; it has ${comment.length}.`,
    });
  return {
    form: { title, given: { method, points }, bounds, comment, publishComment: isTicked(typed, 'publish') },
    problems: read.problems,
  };
}

/** The least and most of each part; null where none was typed. */
function readBounds(read: ReturnType<typeof readFields>, steps: readonly SwingStep[]): WeightBounds | null {
  const bounds: WeightBounds = {};
  for (const { component, title } of steps) {
    const least = read.share(leastField(component), `The least for ${title}`);
    const most = read.share(mostField(component), `The most for ${title}`);
    if (least !== null && most !== null && least > most)
      read.problems.push({
        field: leastField(component),
        sentence: `${title}: the least is above the most; change one of them.`,
      });
    if (least !== null || most !== null) bounds[component] = [least ?? 0, most ?? 1];
  }
  return Object.keys(bounds).length === 0 ? null : bounds;
}
