import { groupBy } from '../../organisation/index.ts';
import { classesTold, literalTold } from './classes-told.ts';
import { leaveOfGroup, mayTellLeave } from './leave-told.ts';
import type { AreaTold, ClosingLine, PublicGroup } from './model.ts';
import { sumOf } from './officers-of-lines.ts';

/** What is told of a unit and its boroughs besides what follows from their groups. */
export interface AreasTold {
  unit: AreaTold;
  boroughs: ReadonlyMap<string, AreaTold>;
}

/**
 * What is told of areas besides the sums of their groups: leave where a group does not tell its own, the literal reading, and
 * rates by class. Of the unit, what its boroughs tell is taken off first: what is left must be large enough by itself.
 * @param before what was public at the first closing: the literal reading and the classes stay as they were
 * @param least  minutes from which an officer counts
 */
export function areasTold(
  groups: readonly PublicGroup[],
  linesOf: (group: PublicGroup) => readonly ClosingLine[],
  { before, least }: { before: AreasTold | null; least: number },
): AreasTold {
  const parts = groups.map((group) => ({ group, lines: linesOf(group) }));
  const boroughs = new Map<string, AreaTold>();
  for (const [code, own] of groupBy(parts, ({ group }) => group.boroughCode)) {
    if (code === null) continue;
    const lines = own.map((each) => each.lines);
    const kept = before?.boroughs.get(code) ?? {
      literalBreachMinutes: literalTold({ parts: lines, least }),
      classes: classesTold({ parts: lines, least }) ?? [],
    };
    boroughs.set(code, { ...kept, leaveMinutes: mayTellLeave(lines) ? leaveOf(lines) : null });
  }
  /** Of what is left once the boroughs that tell a figure are taken off. */
  const leftBy = (figure: (area: AreaTold) => boolean) => {
    const rest = parts.filter(({ group }) => {
      const area = group.boroughCode === null ? undefined : boroughs.get(group.boroughCode);
      return area === undefined || !figure(area);
    });
    return rest.map(({ lines }) => lines);
  };
  const all = parts.map(({ lines }) => lines);
  const literalLeft = literalTold({ parts: leftBy((area) => area.literalBreachMinutes !== null), least });
  const classesLeft = classesTold({ parts: leftBy(({ classes }) => classes.length > 0), least });
  const kept = before?.unit ?? {
    literalBreachMinutes: literalLeft === null ? null : literalTold({ parts: all, least }),
    classes: classesLeft === null ? [] : (classesTold({ parts: all, least }) ?? []),
  };
  const leaves = mayTellLeave(leftBy(({ leaveMinutes }) => leaveMinutes !== null));
  return { unit: { ...kept, leaveMinutes: leaves ? leaveOf(all) : null }, boroughs };
}

/** Leave of groups, told or not. */
const leaveOf = (parts: readonly (readonly ClosingLine[])[]): number =>
  parts.reduce(
    (sum, lines) => sum + (leaveOfGroup(lines) ?? sumOf(lines.filter(({ account }) => account === 'leave'))),
    0,
  );
