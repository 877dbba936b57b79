import type { Relation } from '../../src/lib/disclosure/index.ts';
import type { ClosingLine, PublicGroup, PublicMonth } from '../../src/ringfence/closing/model.ts';
import type { PostClass } from '../../src/ringfence/model.ts';
import type { Minutes, MonthReport } from '../../src/ringfence/reports/model.ts';
import { type Seen, solverInterval } from './solver-attack.ts';

/** A line with its month. */
export type AttackedLine = ClosingLine & { month: string };

/** An area besides its groups: a borough, or the unit. */
type Area = Pick<PublicMonth['reasons'][number], 'leaveMinutes' | 'literalBreachMinutes' | 'classes'>;

/** One officer's minutes of one kind in one class of one ward and month, as they were at a closing. */
interface Unknown {
  key: string;
  officer: number;
  account: string;
  reason: string;
  minutes: number;
  /** Whether nothing is recorded of them at all: whoever knows who was in which ward knows that. */
  absent: boolean;
  /** The sum of a group that it is part of. */
  group: string;
}

const ACCOUNTS: Readonly<Record<string, keyof Minutes>> = {
  confirmed: 'confirmedMinutes',
  leave: 'leaveMinutes',
  permitted: 'permittedMinutes',
  breach: 'breachMinutes',
  unruled: 'unruledMinutes',
};
const MOST = 40_000;

/**
 * Everything that was ever public of some months, as a colleague reads it who knows exactly their own minutes, who was in
 * which ward, and whose figures changed between two closings. They take all of it together.
 * @param contents every revision that came out, of whichever months
 */
export function attackOn(lines: readonly AttackedLine[], contents: readonly PublicMonth[]) {
  const unknowns = new Map<string, Unknown>();
  const relations: Relation[] = [];
  const figures = new Map<string, number>();
  const figure = (name: string, count: number, parts: readonly string[]) => {
    const key = `${name} #${relations.length}`;
    figures.set(key, count);
    relations.push({ total: key, parts: [...parts] });
  };

  /** Keys of all that a group's figure adds up, by who reads it. */
  function keysOf(
    content: PublicMonth,
    group: PublicGroup,
    are: (line: Kind, postClass: PostClass) => boolean,
  ): string[] {
    return group.cells.flatMap(({ code, postClass }) => {
      const own = lines.filter(
        (line) => line.month === content.month && line.wardCode === code && line.postClass === postClass,
      );
      const officers = [...new Set(own.flatMap(({ officer }) => (officer === null ? [] : [officer])))];
      return officers.flatMap((officer) => {
        const his = own.filter((line) => line.officer === officer);
        const then = his.filter(({ id }) => id <= group.through);
        // Whose figures did not change between two closings has the same ones in both.
        const state = JSON.stringify(sums(then));
        return KINDS.filter((kind) => are(kind, postClass)).map((kind) => {
          const key = `${content.month} ${code} ${postClass} ${officer} ${nameOf(kind)} ${state}`;
          const minutes = sums(then)[nameOf(kind)] ?? 0;
          const cells = group.cells.map((cell) => cell.code + cell.postClass).join();
          unknowns.set(key, {
            key,
            officer,
            ...kind,
            minutes,
            absent: then.length === 0,
            group: `${content.month} ${cells} ${group.asOf} ${kind.account}`,
          });
          return key;
        });
      });
    });
  }

  for (const content of contents) {
    for (const group of content.groups)
      for (const [account, name] of Object.entries(ACCOUNTS))
        tell(`${content.month} ${account}`, group.minutes[name], content, [group], (kind) => kind.account === account);
    for (const borough of content.reasons) {
      const own = content.groups.filter((group) => group.boroughCode === borough.boroughCode);
      const name = `${content.month} ${borough.boroughCode}`;
      // Reasons and classes are as first closed: a later revision tells them of the same figures.
      if (content.groups.some(({ asOf }) => asOf !== contents.find(({ month }) => month === content.month)?.asOf))
        continue;
      for (const row of borough.byReason)
        tell(`${name} ${row.reason}`, row.minutes, content, own, (kind) => isOf(row, kind, borough.byReason, 'reason'));
      for (const row of borough.byOrder)
        tell(`${name} ${row.orderedBy}`, row.minutes, content, own, (kind) =>
          isOf(row, kind, borough.byOrder, 'orderedBy'),
        );
      tellArea(name, borough, content, own);
    }
    tellArea(content.month, content.whole, content, content.groups);
  }

  /** A figure over groups; of what is not told, none. */
  function tell(
    name: string,
    count: number | null,
    content: PublicMonth,
    groups: readonly PublicGroup[],
    are: (kind: Kind, postClass: PostClass) => boolean,
  ): void {
    if (count !== null)
      figure(
        name,
        count,
        groups.flatMap((group) => keysOf(content, group, are)),
      );
  }

  function tellArea(name: string, area: Area, content: PublicMonth, groups: readonly PublicGroup[]): void {
    tell(`${name} leave`, area.leaveMinutes, content, groups, ({ account }) => account === 'leave');
    if (groups.some(({ asOf }) => asOf !== contents.find(({ month }) => month === content.month)?.asOf)) return;
    const ringed = (kind: Kind, postClass: PostClass) => isAway(kind) && postClass !== 'extra';
    tell(`${name} literal`, area.literalBreachMinutes, content, groups, ringed);
    for (const { code, availableMinutes, awayMinutes, breachMinutes } of area.classes) {
      tell(
        `${name} ${code}`,
        availableMinutes,
        content,
        groups,
        (kind, own) => own === code && kind.account !== 'leave',
      );
      tell(`${name} ${code} away`, awayMinutes, content, groups, (kind, own) => own === code && isAway(kind));
      tell(
        `${name} ${code} breach`,
        breachMinutes,
        content,
        groups,
        (kind, own) => own === code && kind.account === 'breach',
      );
    }
  }

  /** A total over all groups of several months, such as a report's year so far. */
  function addReport(report: MonthReport, over: readonly PublicMonth[]): void {
    for (const [account, name] of Object.entries(ACCOUNTS)) {
      const count = report.yearSoFar[name];
      const are = (kind: Kind) => kind.account === account;
      if (count !== null)
        figure(
          `year ${account}`,
          count,
          over.flatMap((content) => content.groups.flatMap((group) => keysOf(content, group, are))),
        );
    }
  }

  /** Adds a sum that an attacker was handed besides. */
  function addSum(name: string, content: PublicMonth, group: PublicGroup, account: keyof typeof ACCOUNTS): void {
    const keys = keysOf(content, group, (kind) => kind.account === account);
    figure(
      name,
      keys.reduce((sum, key) => sum + (unknowns.get(key)?.minutes ?? 0), 0),
      keys,
    );
  }

  /**
   * Whose minutes a colleague finds out to less than half an hour. That nobody was away at all is no secret: a sum of none over
   * everybody else is left out.
   */
  async function recovered(insider: number, only: (unknown: Unknown) => boolean = () => true): Promise<string[]> {
    const seen = new Map<string, Seen>([...figures].map(([key, count]) => [key, { count, least: 0, most: MOST }]));
    for (const { key, officer, minutes, absent } of unknowns.values())
      seen.set(key, { count: officer === insider || absent ? minutes : null, least: 0, most: MOST });
    const others = ofOthers([...unknowns.values()], insider);
    const found: string[] = [];
    for (const unknown of unknowns.values()) {
      const { key, officer, minutes, group } = unknown;
      if (officer === insider || minutes === 0 || (others.get(group) ?? 0) === 0 || !only(unknown)) continue;
      const { least, most } = await solverInterval(seen, relations, key, { count: minutes, width: 30 });
      if (most - least < 30) found.push(key);
    }
    return found;
  }

  return { addReport, addSum, recovered, figures: () => figures.size, unknowns: () => unknowns.size };
}

interface Kind {
  account: string;
  reason: string;
  orderedBy: string;
}
const KINDS: readonly Kind[] = [
  { account: 'confirmed', reason: '', orderedBy: '' },
  { account: 'leave', reason: '', orderedBy: '' },
  { account: 'permitted', reason: 'training', orderedBy: 'training-unit' },
  { account: 'permitted', reason: 'training', orderedBy: 'duty-inspector' },
  { account: 'permitted', reason: 'court-own-case', orderedBy: 'court' },
  { account: 'breach', reason: 'custody', orderedBy: 'duty-inspector' },
  { account: 'breach', reason: 'aid-force', orderedBy: 'operations-room' },
  { account: 'unruled', reason: 'custody', orderedBy: 'duty-inspector' },
];
const isAway = ({ account }: Kind): boolean => account !== 'confirmed' && account !== 'leave';
const nameOf = ({ account, reason, orderedBy }: Pick<ClosingLine, 'account' | 'reason' | 'orderedBy'> | Kind): string =>
  `${account}/${reason}/${orderedBy}`;

/** What everybody but the insider comes to in each sum. */
function ofOthers(unknowns: readonly Unknown[], insider: number): Map<string, number> {
  const others = new Map<string, number>();
  for (const { group, officer, minutes } of unknowns)
    if (officer !== insider) others.set(group, (others.get(group) ?? 0) + minutes);
  return others;
}

const sums = (lines: readonly ClosingLine[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const line of lines) found[nameOf(line)] = (found[nameOf(line)] ?? 0) + line.minutes;
  return found;
};

/** Reasons or roles that are not told are those of the ruling which have no row. */
function isOf<Row extends { ruling: string }>(
  row: Row,
  kind: Kind,
  all: readonly Row[],
  by: keyof Row & ('reason' | 'orderedBy'),
): boolean {
  if (kind.account !== row.ruling) return false;
  if (row[by] !== 'not-shown') return kind[by] === row[by];
  return !all.some((each) => each.ruling === kind.account && each[by] === kind[by]);
}
