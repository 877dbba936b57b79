import { csvLine } from '../../lib/tables/index.ts';
import { findMeasure } from '../../measures/index.ts';
import type { EvaluationResult } from '../model.ts';
import { buildPanel } from '../panel/build-panel.ts';
import { compareAreas } from '../panel/compare-areas.ts';
import type { OutcomePanel } from '../panel/model.ts';
import type { EvaluationInput } from '../run/model.ts';

/** A file of an export. */
export interface ReproductionFile {
  /** With the folder below that of the export: "panels/1-robbery.csv". */
  name: string;
  text: string;
}

/**
 * Everything that gives a result again, and lets others get there by means of their own: charter, all figures, the panel of
 * each outcome as a table, the result, seed and versions, and the commands.
 */
export function reproductionFiles(input: EvaluationInput, result: EvaluationResult): ReproductionFile[] {
  const panels = panelsOf(input);
  return [
    { name: 'charter.json', text: json(input.shown.charter) },
    { name: 'input.json', text: json(input) },
    { name: 'result.json', text: json(result) },
    ...panels.map(({ name, panel }) => ({ name, text: panelRows(input, panel).map(csvLine).join('') })),
    { name: 'README.txt', text: readme(input, result, panels) },
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

interface NamedPanel {
  name: string;
  group: string;
  measure: string;
  panel: OutcomePanel;
}

function panelsOf({ shown, areas, borders, figures, until }: EvaluationInput): NamedPanel[] {
  const { charter } = shown;
  const comparison = compareAreas(charter, areas, borders);
  return charter.treated.flatMap((group, at) =>
    charter.outcomes.flatMap((outcome) => {
      const measure = findMeasure(outcome.measure);
      if (measure === null) return [];
      const { adjoining } = charter.comparison;
      const built = buildPanel({ charter, group, outcome, measure, areas, comparison, adjoining, figures, until });
      const name = `panels/${at + 1}-${outcome.measure}.csv`;
      return built.kind === 'panel' ? [{ name, group: group.name, measure: outcome.measure, panel: built.panel }] : [];
    }),
  );
}

/** What every panel calls its treated group: a word that every shell and every option takes as it is. */
const TREATED = 'treated';

/** The group as one unit, as the estimators are given it, and each comparison area; counts only where they are of one area. */
function panelRows({ areas }: EvaluationInput, { panel, treated, comparison, counts }: OutcomePanel) {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const donors = panel.units.slice(treated);
  return [
    ['unit', 'month', 'outcome', 'count'],
    ...comparison.treated.map((value, at) => [TREATED, panel.times[at] ?? '', value, meanCount(counts, treated, at)]),
    ...donors.flatMap((code, row) =>
      panel.times.map((time, at) => [
        names.get(code) ?? code,
        time,
        comparison.donors[row]?.[at] ?? 0,
        counts[treated + row]?.[at] ?? 0,
      ]),
    ),
  ];
}

const meanCount = (counts: readonly (readonly number[])[], treated: number, at: number): number =>
  counts.slice(0, treated).reduce((sum, each) => sum + (each[at] ?? 0), 0) / treated;

function readme(input: EvaluationInput, result: EvaluationResult, panels: readonly NamedPanel[]): string {
  const { charter, hash } = input.shown;
  const { wardroom, node, seed } = result.versions;
  const [first] = panels;
  const start = first?.panel.panel.times[first.panel.start] ?? '';
  return [
    plain(`${charter.title} (charter ${charter.name}, ${hash})`),
    '',
    `Worked out by Wardroom ${wardroom} on Node.js ${node}, seed ${seed}.`,
    plain(`Figures: vintage "${result.figures.vintage}", from ${result.figures.files.join(' and ')}.`),
    '',
    'All of it again, from input.json alone, set beside result.json:',
    '  wardroom evaluation reproduce FOLDER',
    '',
    'All of it again from the files of the publisher:',
    '  wardroom evaluation run charter.json --from FILE…',
    '',
    'One outcome of one group, from its panel (its treated areas are one unit there, the log of their average count or their',
    'average rate, so that did, sc and difp give the figure of result.json in logs or rates):',
    first === undefined
      ? '  there is no panel: every outcome was refused'
      : `  wardroom evaluation estimate --panel ${first.name} --unit unit --time month --outcome outcome --treated ${TREATED} --start ${start} --method sc`,
    '',
    'Panels:',
    ...panels.map(({ name, group, measure }) => plain(`  ${name}: ${measure}; its unit "${TREATED}" is ${group}`)),
    '',
  ].join('\n');
}

/** On one line, whatever somebody wrote into it: nothing of theirs stands where a command would. */
const plain = (line: string): string => line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
