import { expect, it } from 'vitest';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import type { OutcomePower } from './model.ts';
import { tellPower } from './tell-power-commands.ts';

const shown = { charter: CHARTER, hash: 'f'.repeat(64) };
const [outcome] = CHARTER.outcomes;
const seen = { worse: 12, better: null };
const power: OutcomePower = {
  ...{ group: 'One', measure: outcome?.measure ?? '', title: 'Burglary', refused: null, drift: null },
  ...{ tried: 'Tried on the months from April 2010 to March 2026.', warnings: ['It would miss it.'] },
  lengths: [
    {
      ...{ months: 12, refused: null, once: seen, looks: seen, level: 0.95, pilots: 100 },
      ...{ chanceOfHarmBound: 0.3, chanceOfMinimumEffect: 0.9 },
    },
  ],
};

function told(answer: Parameters<typeof tellPower>[1], json: boolean) {
  const said = { lines: [] as string[], errors: [] as string[], json: null as unknown, code: 0 };
  const output = {
    line: (text: string) => said.lines.push(text),
    error: (text: string) => said.errors.push(text),
    json: (value: unknown) => {
      said.json = value;
    },
    exitCode: (code: number) => {
      said.code = code;
    },
  };
  tellPower(shown, answer, { output, json });
  return said;
}

it('tells what a pilot could see as text', () => {
  const { lines, code, json } = told({ kind: 'worked out', powers: [power] }, false);
  const text = lines.join(' ');
  expect([code, json]).toEqual([0, null]);
  expect(lines[0]).toBe(CHARTER.title);
  expect(text).toContain('12 months: by the stop rule 12% for the worse, none for the better; judged once');
  expect(text).toContain('It would miss it.');
  expect(text).toMatch(/Burglary, One: in 12 months a worsening of \d+% would be called with a chance of 30 in 100/);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});

it('tells it as JSON, with the charter by name and hash', () => {
  const { lines, json } = told({ kind: 'worked out', powers: [power] }, true);
  expect(lines).toEqual([]);
  expect(json).toEqual({ charter: CHARTER.name, hash: shown.hash, outcomes: [power] });
});

it('ends with 1 where it cannot be told', () => {
  const { lines, errors, code } = told({ kind: 'refused', because: 'There are no figures.' }, false);
  expect([lines, errors, code]).toEqual([[], ['There are no figures.'], 1]);
});
