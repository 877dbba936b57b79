import { estimatePanel, type Method, type Mode, type PanelAnswer } from '../../lib/causal/index.ts';
import { nearNames } from '../../measures/index.ts';
import { type PanelColumns, readPanel } from './read-panel.ts';
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
}

/** Estimates the effect in the treated units of a table; refused in one sentence where it cannot be. Pure. */
export function estimateFile(text: string, asked: EstimateAsked): PanelAnswer {
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
  const because = tooMuch({ units: panel.units.length, treated: treated.length, before: start, method });
  return because === null ? estimatePanel({ panel, treated, start, method, mode }) : refused(because);
}

const refused = (because: string): PanelAnswer => ({ kind: 'refused', because });

function sayUnknown(what: string, typed: string, names: readonly string[]): string {
  const near = nearNames(typed, names);
  const [first, last] = [names[0], names.at(-1)];
  const meant =
    near.length > 0
      ? `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
      : `it has ${names.length}, from "${first}" to "${last}".`;
  return `The file has no ${what}: ${meant}`;
}
