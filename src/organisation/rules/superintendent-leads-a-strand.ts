import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject, sinceFirst } from '../judge-each.ts';
import type { PostBook } from '../post-book.ts';
import { STRANDS } from '../reference/strands.ts';
import type { OrganisationRule } from '../rule.ts';
import { RESTRUCTURE_2016 } from '../sources-of-rules.ts';
import { isSuperintendent, superintendentsOn } from '../superintendents.ts';

/**
 * Four strands, one superintendent each, across all boroughs. Unknown while a strand has no leader and a superintendent's post
 * does not say which it leads. A superintendent too few or too many is told by `four-superintendents`, and not again here.
 */
export const superintendentLeadsAStrand: OrganisationRule = {
  name: 'superintendent-leads-a-strand',
  sentence: `Each superintendent leads one strand across all boroughs of the unit, and each strand is led by exactly one: ${andList(STRANDS)}.`,
  source: `${RESTRUCTURE_2016}: superintendents have cross-borough leadership for one of the core functions`,
  wholeUnit: true,
  judge({ book, asAt }) {
    const recorded = sinceFirst(book.posts);
    if (recorded === null) return { broken: [], unknown: [] };
    const rows = () => [recorded, ...book.posts.filter(isSuperintendent).map(({ during }) => during)];
    const strands = STRANDS.map((strand): Subject => {
      const leadersOn = (date: string) =>
        superintendentsOn(book, date).filter(({ leadsStrand }) => leadsStrand === strand);
      return {
        where: strand,
        on(date) {
          if (!isOn(recorded, date)) return 'kept';
          const leaders = leadersOn(date).length;
          if (leaders > 0) return leaders === 1 ? 'kept' : 'broken';
          const enough = superintendentsOn(book, date).length >= STRANDS.length;
          return enough && strandsUnsaid(book, date).length === 0 ? 'broken' : 'kept';
        },
        rows,
        say() {
          const leaders = leadersOn(asAt).map(({ reference }) => reference);
          return leaders.length === 0
            ? `No superintendent leads ${strand}: say which one does.`
            : `${andList(leaders)} each lead ${strand}, which is one superintendent’s: say which strand the others lead.`;
        },
      };
    });
    const unsaid: Subject = {
      where: book.unit,
      on: (date) => (isOn(recorded, date) && strandsUnsaid(book, date).length > 0 ? 'unknown' : 'kept'),
      rows,
      say: () =>
        `Which strand ${andList(strandsUnsaid(book, asAt))} ${strandsUnsaid(book, asAt).length === 1 ? 'leads' : 'lead'} is not recorded: name it in the post.`,
    };
    return judgeEach(this.name, asAt, [...strands, unsaid]);
  },
};

/** Superintendents' posts on a date that do not say which strand they lead, while one is left to lead. */
function strandsUnsaid(book: PostBook, date: string): string[] {
  const posts = superintendentsOn(book, date);
  if (STRANDS.every((strand) => posts.some(({ leadsStrand }) => leadsStrand === strand))) return [];
  return posts.filter(({ leadsStrand }) => leadsStrand === null).map(({ reference }) => reference);
}
