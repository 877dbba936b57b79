import { changeDays, coveredAround, isOn, lastDayOf, runsWithin } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { officerNames, rankOn } from '../officer-names.ts';
import type { Course, Days, Officer, Post, PostBook, Posting, Training } from '../post-book.ts';
import type { Finding, OrganisationRule } from '../rule.ts';
import { ACTION_PLAN } from '../sources-of-rules.ts';
import { groupBy } from '../strength/group-by.ts';

/** Named in a finding; the others are counted. */
const NAMED = 5;

/**
 * One finding for each course and team, with how many lack it. Somebody posted to two teams is told in both. Unknown where
 * nobody at all is recorded as having done a course that is required of somebody.
 */
export const trainingInDate: OrganisationRule = {
  name: 'training-in-date',
  sentence: 'Everybody of whom a course is required has done it, and it has not expired.',
  source: `${ACTION_PLAN}, Action 8: training of all Safer Neighbourhood Teams by Camden Council’s VAWG team`,
  judge({ book, asAt }) {
    const broken: Finding[] = [];
    const unknown: Finding[] = [];
    const required = book.courses.filter(
      ({ requiredOf, during }) =>
        isOn(during, asAt) && (requiredOf.everyone || requiredOf.ranks.length > 0 || requiredOf.teams.length > 0),
    );
    if (required.length === 0) return { broken, unknown };
    const teams = membersByTeam(book);
    const done = groupBy(book.training, ({ course }) => course);
    for (const course of required) {
      const passes = groupBy(done.get(course.reference) ?? [], ({ officer }) => officer);
      const lacking = [...teams].map(([team, members]) => ({ team, lacking: lackingOf(members, course, passes) }));
      if (passes.size === 0)
        unknown.push(
          ...unsaid(
            this.name,
            course,
            lacking.flatMap((each) => each.lacking),
            asAt,
          ),
        );
      else
        for (const each of lacking) {
          const found = findingOf(course, each.team, each.lacking, { book, asAt });
          if (found !== null) broken.push({ rule: this.name, ...found });
        }
    }
    return { broken, unknown };
  },
};

interface Member {
  posting: Posting;
  officer: Officer | undefined;
  /** null: their post is of no team, and they are told with others of their kind. */
  team: string | null;
}

/** A member of a team on days on end on which they lack a course. */
interface Lacking extends Days {
  officer: string;
}

/** Everybody ever posted, by what their post is part of. */
function membersByTeam(book: PostBook): Map<string, Member[]> {
  const officers = new Map(book.officers.map((officer) => [officer.reference, officer]));
  const posts = new Map(book.posts.map((post) => [post.reference, { team: post.team, part: partOf(book, post) }]));
  const members = book.postings.map((posting) => {
    const { team = null, part = book.unit } = posts.get(posting.post) ?? {};
    return { part, member: { posting, officer: officers.get(posting.officer), team } };
  });
  const parts = groupBy(members, ({ part }) => part);
  return new Map([...parts].map(([part, those]) => [part, those.map(({ member }) => member)]));
}

/** A post's team; of posts without one, the ward teams of its borough or its strand. */
function partOf({ boroughs }: PostBook, { team, duty, strand, shares }: Post): string {
  if (team !== null) return team;
  const borough = boroughs.find(({ code }) => code === shares[0]?.boroughCode);
  return duty === 'ward' && borough !== undefined ? `ward teams of ${borough.name}` : `${strand}, in no team`;
}

/** When which member lacks a course that is required of them. */
function lackingOf(
  members: readonly Member[],
  { requiredOf: { everyone, ranks, teams }, during }: Course,
  passes: ReadonlyMap<string, Training[]>,
): Lacking[] {
  return members.flatMap(({ posting, officer, team }) => {
    if (!everyone && teams.length > 0 && (team === null || !teams.includes(team))) return [];
    const mine = passes.get(posting.officer) ?? [];
    const valid = mine.map(({ completedOn, expiresOn }) => ({ from: completedOn, until: expiresOn }));
    const lacks = (date: string) =>
      isOn(during, date) &&
      (everyone || ranks.length === 0 || ranks.includes(rankOn(officer, date) ?? '')) &&
      !valid.some((days) => isOn(days, date));
    const changes = changeDays([during, ...valid, ...(officer?.ranks.map((row) => row.during) ?? [])]);
    return runsWithin(posting.during, changes, lacks)
      .filter(({ answer }) => answer)
      .map(({ from, until }) => ({ officer: posting.officer, from, until }));
  });
}

function findingOf(
  course: Course,
  team: string,
  lacking: readonly Lacking[],
  { book, asAt }: { book: PostBook; asAt: string },
): Omit<Finding, 'rule'> | null {
  const run = coveredAround(lacking, asAt);
  if (run === null) return null;
  const nameOf = officerNames(book);
  const officers = [...new Set(lacking.filter((days) => isOn(days, asAt)).map(({ officer }) => officer))].sort();
  const names = officers.slice(0, NAMED).map(nameOf);
  const more = officers.length - names.length;
  const who = andList(more > 0 ? [...names, `${more} more`] : names);
  const by = course.externalTrainer === null ? '' : ` with ${course.externalTrainer}`;
  return {
    where: team,
    from: run.from,
    to: lastDayOf(run),
    sentence: `${officers.length} in ${team} ${officers.length === 1 ? 'lacks' : 'lack'} "${course.title}", or it has expired: ${who}. Book them onto it${by}.`,
  };
}

/** Once for a course that nobody is recorded as having done, over all its teams. */
function unsaid(rule: string, { title }: Course, lacking: readonly Lacking[], asAt: string): Finding[] {
  const run = coveredAround(lacking, asAt);
  if (run === null) return [];
  const sentence = `Who has done "${title}" is not recorded for anybody: import the training of officers.`;
  return [{ rule, where: title, from: run.from, to: lastDayOf(run), sentence }];
}
