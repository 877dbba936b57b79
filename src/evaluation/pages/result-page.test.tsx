import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { sampleCharter, sampleCharterShown, sampleEvaluation } from '../../../test/builders/evaluation-result.ts';
import type { CharterShown, EvaluationResult, OutcomeResult } from '../model.ts';
import type { RecordedLook } from './model.ts';
import { MonitorPage } from './monitor-page.tsx';
import { outcomeShown } from './outcome-shown.ts';
import { ResultPage } from './result-page.tsx';

const unit = { name: 'Central North', boroughs: ['Camden', 'Islington'] };
const text = (drawn: string) =>
  drawn
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

interface Given {
  result?: EvaluationResult;
  shown?: CharterShown;
  outcome?: string;
  group?: string;
}

function page({ result = sampleEvaluation(), shown = sampleCharterShown(), outcome, group }: Given = {}): string {
  const inFull = outcomeShown(result.outcomes, { group: group ?? null, outcome: outcome ?? null });
  if (inFull === null) throw new Error('No such outcome.');
  return render(<ResultPage {...{ unit, shown, result, inFull }} recorded={[]} mayRecord={false} />);
}

const section = (drawn: string, id: string): string =>
  new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's').exec(drawn)?.[0] ?? '';

describe('the result of a pilot', () => {
  it('asks the charter’s question, and shows the state and the paragraph as they are', () => {
    const drawn = page();
    expect(drawn).toMatch(/<h1[^>]*>.*Is the merger working\?<\/h1>/s);
    expect(drawn).toContain('w-panel--warn');
    for (const { paragraph } of sampleEvaluation().groups) expect(text(drawn)).toContain(paragraph);
    expect(page({ result: sampleEvaluation({ state: 'continue' }) })).not.toContain('w-panel--warn');
  });

  it('says on top that it is retrospective, and every amendment with its day and reason', () => {
    expect(text(page())).toContain('Retrospective: written after the start; it cannot be signed.');
    const amendment = { number: 1, on: '2017-05-04', because: 'A look was added.', changed: ['looks'], hash: '' };
    const drawn = text(page({ shown: sampleCharterShown({ standing: 'signed', amendments: [amendment] }) }));
    expect(drawn).toContain('4 May 2017: A look was added.');
    expect(drawn).not.toContain('it cannot be signed');
  });

  it('has every outcome of every group in one table, each with the way to its chart', () => {
    const all = section(page(), 'all');
    for (const { group, measure } of sampleEvaluation().outcomes)
      expect(all).toContain(new URLSearchParams({ group, outcome: measure }).toString().replaceAll('&', '&amp;'));
    expect(all.match(/<small>context only/g)).toHaveLength(2);
  });

  it('sets three estimators side by side, with areas next door and without, whatever the charter goes by', () => {
    const rows =
      section(page(), 'estimators').match(/<tr role="row"(?: class="w-here")?><th scope="row".*?<\/tr>/gs) ?? [];
    expect(rows).toHaveLength(6);
    expect(rows.filter((row) => row.includes('decides'))).toHaveLength(1);
    const [outcome] = sampleEvaluation().outcomes;
    if (outcome === undefined) throw new Error('The sample has lost its outcomes.');
    const alone = { ...outcome, estimates: outcome.estimates.filter(({ method }) => method === 'sc') };
    const bare = section(page({ result: sampleEvaluation({ outcomes: [alone] }) }), 'estimators');
    expect(bare).toContain('Difference in differences');
  });

  it('gives the reason where an estimator refused, and no chart or weights', () => {
    const drawn = page({ outcome: 'theft-from-the-person', group: 'Barking and Dagenham, Havering and Redbridge' });
    expect(section(drawn, 'estimators').match(/too poorly to be believed/g)).toHaveLength(6);
    expect(section(drawn, 'outcome')).not.toContain('Gap chart');
    expect(section(drawn, 'compared')).toBe('');
  });

  it('shows who it was compared with, and each left out with its reason', () => {
    const compared = text(section(page(), 'compared'));
    expect(compared).toMatch(/Haringey 46% Tower Hamlets 34% Newham 20%/);
    expect(compared).toContain('City of London: It has a police force of its own.');
    expect(compared).toContain('Barking and Dagenham, Havering and Redbridge: another group of this pilot.');
  });

  it('shows every look with where harm and benefit are called', () => {
    const looks = text(section(page(), 'looks'));
    expect(looks).toMatch(
      /June 2017 \+43% 0 of 351 \+31% – at this look no gap could be called, however large Harm boundary crossed/,
    );
    expect(looks).toContain('at most 10%');
  });

  it('says once what nobody can see of the service', () => {
    expect(text(section(page(), 'guards'))).toContain('Police do a good job: Islington');
    expect(section(page(), 'guards').match(/Camden/g)).toHaveLength(1);
  });

  it('never says that there was no effect', () => {
    expect(text(page())).not.toMatch(/no effect|no change|insignificant|stable/i);
  });
});

describe('the monitoring board', () => {
  const result = sampleEvaluation();
  const [inFull] = result.outcomes as readonly [OutcomeResult, ...OutcomeResult[]];
  const board = (recorded: RecordedLook[], shown = sampleCharterShown()) =>
    text(render(<MonitorPage {...{ unit, shown, result, inFull, recorded }} mayRecord={false} />));

  it('has a state of every judged outcome at every look, and leaves context out', () => {
    const drawn = render(
      <MonitorPage {...{ unit, shown: sampleCharterShown(), result, inFull }} recorded={[]} mayRecord={false} />,
    );
    const grid = /<table.*?<\/table>/s.exec(drawn)?.[0] ?? '';
    const judged = result.outcomes.filter(({ role }) => role !== 'context');
    expect(grid.match(/govuk-tag/g)).toHaveLength(judged.reduce((sum, { looks }) => sum + looks.length, 0));
    expect(grid).not.toContain('All recorded crime');
  });

  it('sets what was recorded beside what is worked out now', () => {
    const look = { group: 'Camden and Islington', measure: 'robbery', month: '2017-06', takenOn: '2017-07-20' };
    expect(board([{ ...look, percent: 29, state: 'continue' }])).toMatch(
      /Robbery, Camden and Islington June 2017 20 July 2017 \+29% Continue \+43% Harm boundary crossed/,
    );
  });

  it('says when the next look is', () => {
    expect(board([])).toContain('Every look is taken: the last was on the figures to December 2017.');
    const charter = sampleCharter({ looks: ['2017-03', '2018-06'] });
    expect(board([], sampleCharterShown({ charter }))).toContain(
      'The next look is due once the figures to June 2018 are held; they go to December 2017 now.',
    );
  });
});
