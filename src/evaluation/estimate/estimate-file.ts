import { estimatePanel, type Method, type Mode, type Panel, type PanelAnswer } from '../../lib/causal/index.ts';
import { nearNames } from '../../measures/index.ts';
import { estimateWithPredictors, type PredictedAnswer } from './estimate-with-predictors.ts';
import { type PanelColumns, readPanel } from './read-panel.ts';
import { type PredictorAsked, readPredictors } from './read-predictors.ts';
import { tooMuch } from './too-much.ts';

/** What is asked of a table with one line for each unit and time. */
export interface EstimateAsked {
  columns: PanelColumns;
  /** Names of the treated units, which are averaged. */
  treated: readonly string[];
  /** First treated time, as it is written in the table. */
  start: string;
  method: Method;
  mode: Mode;
  /** What the comparison is to be like besides, for 'sc'; none if left out. */
  predictors?: readonly PredictorAsked[];
}

/** Each unit is fitted twice, and weights of predictors looked for each time: 39 units with seven take 3 s, and 100 half a minute. */
const MOST_WITH_PREDICTORS = 100;

/** An estimate, with predictors or without, or one sentence why there is none. */
export type FileAnswer = PanelAnswer | PredictedAnswer;

/** Estimates the effect in the treated units of a table; refused in one sentence where it cannot be. Pure. */
export function estimateFile(text: string, asked: EstimateAsked): FileAnswer {
  const read = readPanel(text, asked.columns);
  if (read.kind === 'refused') return read;
  const { panel } = read;
  const unknown = asked.treated.find((name) => !panel.units.includes(name));
  if (unknown !== undefined) return refused(sayUnknown(`unit "${unknown}"`, unknown, panel.units));
  const twice = asked.treated.find((name, at) => asked.treated.indexOf(name) !== at);
  if (twice !== undefined) return refused(`"${twice}" is treated twice: name it once.`);
  const start = panel.times.indexOf(asked.start);
  if (start === -1) {
    const [first, last] = [panel.times[0], panel.times.at(-1)];
    return refused(`The file has no time "${asked.start}": its times go from "${first}" to "${last}".`);
  }
  const treated = asked.treated.map((name) => panel.units.indexOf(name));
  const { method, mode } = asked;
  if (asked.predictors && asked.predictors.length > 0) return predicted(text, asked, { panel, treated, start });
  const because = tooMuch({ units: panel.units.length, treated: treated.length, before: start, method });
  return because === null ? estimatePanel({ panel, treated, start, method, mode }) : refused(because);
}

function predicted(
  text: string,
  { columns, method, mode, predictors = [] }: EstimateAsked,
  { panel, treated, start }: { panel: Panel; treated: readonly number[]; start: number },
): FileAnswer {
  const [own, ...others] = treated;
  if (method !== 'sc' || mode !== 'exact' || own === undefined || others.length > 0) {
    return refused('Predictors go with one treated unit, --method sc and --mode exact: leave them out, or the others.');
  }
  const { units } = panel;
  if (units.length > MOST_WITH_PREDICTORS) {
    return refused(
      `With predictors ${units.length} units take too long: leave out those least like ${units[own]}, down to ${MOST_WITH_PREDICTORS}.`,
    );
  }
  const read = readPredictors(text, columns, { panel, start, asked: predictors });
  if (read.kind === 'refused') return read;
  const { names, values } = read;
  return estimateWithPredictors({ panel, treated: own, start, names, values });
}

const refused = (because: string): { kind: 'refused'; because: string } => ({ kind: 'refused', because });

function sayUnknown(what: string, typed: string, names: readonly string[]): string {
  const near = nearNames(typed, names);
  const [first, last] = [names[0], names.at(-1)];
  const meant =
    near.length > 0
      ? `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
      : `it has ${names.length}, from "${first}" to "${last}".`;
  return `The file has no ${what}: ${meant}`;
}
