import { z } from 'zod';
import { publicationKind, publishing } from '../../platform/publication/index.ts';
import { charterShownShape } from './charter-file-shape.ts';
import { decisionShape } from './charter-rows.ts';
import { describeCharter } from './describe-charter.ts';
import type { PublishedCharter } from './model.ts';

const published = charterShownShape.extend({
  unit: z.string(),
  decisions: z.array(decisionShape),
}) satisfies z.ZodType<PublishedCharter>;

const parse = (json: unknown): PublishedCharter => published.parse(json);

/** A charter with its signatures, amendments and decisions, as readers see it. */
export const charterKind = publicationKind<PublishedCharter, PublishedCharter>({
  kind: 'evaluation.charter',
  module: 'evaluation',
  title: (unit) => `Charter of ${unit}`,
  parseContent: parse,
  parseSnapshot: parse,
  snapshotOf: (content) => content,
  facetsOf: ({ charter }) => ({ charter: charter.name, synthetic: charter.synthetic }),
  identify: ['organisation', 'measure', 'name'],
  describe: describeCharter,
  disclosure: {
    rules: [],
    because:
      'Nothing is left out: a charter says what was agreed, by whom, and what was decided, and holds no figure. The figures it is judged by pass through the rules for crime figures like all others.',
    release: () => ({ cells: [], relations: [] }),
    protect: (snapshot) => snapshot,
    visible: () => [],
  },
  afterWithdrawal: 'readable',
});

/** Whether an item is of a charter. */
export const ofCharter = ({ facets }: { facets: Readonly<Record<string, string | boolean>> }, name: string): boolean =>
  facets.charter === name;

/** Charters on their way to being published: a later version takes the place of the one before. */
export const charters = publishing(charterKind, {
  chooseBefore: (standing, { facets, inForceFrom }) =>
    standing.find((each) => each.facets.charter === facets.charter && each.inForceFrom <= inForceFrom) ?? null,
});
