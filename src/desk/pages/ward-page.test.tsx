import { describe, expect, it } from 'vitest';
import { decisionInView } from '../../../test/builders/decision-in-view.ts';
import {
  averageInView,
  fullPlanInView,
  measureInView,
  planInView,
  seriesInView,
  wardPageModel,
} from '../../../test/builders/desk-views.ts';
import { monthReportOf, tallyOfMinutes } from '../../../test/builders/ringfence-report.ts';
import { renderPage } from '../../ui/render.tsx';
import type { WardPageModel } from '../view-models.ts';
import { WardPage } from './ward-page.tsx';

const page = (name?: string, changed: Partial<WardPageModel> = {}) =>
  renderPage(<WardPage {...wardPageModel(name, changed)} />);

/** The page as read: no tags, spaces single. */
const read = (html: string) =>
  html
    .replace(/<title>.*?<\/title>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of a ward', () => {
  it('leads to the result of each pilot that it is part of, and to none where there is none', () => {
    const pilots = [{ title: 'Is the merger working?', name: 'sample-2017', href: '/evaluation/sample-2017' }];
    expect(page(undefined, { pilots })).toContain('href="/evaluation/sample-2017"');
    expect(page()).not.toContain('A pilot here');
  });

  it('answers how many officers first, and why', () => {
    expect(read(page())).toContain(
      '3 officers and 1 PCSO. Every ward has at least 2 and 1. This ward has 3.0% of Central North’s demand, a little more than an average ward’s 2.7%, and that earned it the 16th of the 44 officers shared out above the two every ward has. synthetic',
    );
  });

  it('says who leads it, and which side rule changed its number', () => {
    const plan = { plan: fullPlanInView(), from: '2026-03-01', decision: null };
    expect(read(page('Arsenal', { plan }))).toContain('Its sergeant also leads Barnsbury: a Standard ward.');
    const kilburn = read(page('Kilburn', { plan }));
    expect(kilburn).toContain(
      "It has a sergeant of its own: a Medium ward. Without the rule 'most moves' it would have 4 officers.",
    );
    expect(kilburn).toContain('under the side rules of “Spring”');
    expect(kilburn).not.toMatch(/in line for|officers end here|It would have a/);
    expect(read(page('Kilburn'))).not.toMatch(/sergeant of its own|Without the rule/);
  });

  it('says how sure its number is where a decision kept that, and leads to its answer', () => {
    const { code } = wardPageModel().ward;
    const own = { code, shares: { 3: 0.44, 4: 0.56 }, ranks: {}, driver: 'deprivation', direction: 'more' as const };
    const decided = decisionInView();
    const decision = {
      ...decided,
      stability: { ...decided.stability, wards: [own], remarks: [] },
      stabilityWithin: null,
    };
    const told = read(page(undefined, { plan: { plan: planInView(), from: '2026-03-01', decision } }));
    expect(told).toContain(
      '44% would give this ward 3 officers and 56% would give 4. Its number goes most closely with the weight on deprivation',
    );
    expect(read(page())).not.toContain('would give this ward');
    for (const html of [page(), page(undefined, { dayAsked: true, asAt: '2026-03-01' })])
      expect(html).toContain(`href="/allocation/answers/${code}`);
  });

  it('says when the plan rests on part of the weights', () => {
    expect(read(page())).toContain('Worked out from 90% of the weights: anti-social behaviour is missing.');
    const plan = { ...planInView(), missing: [] };
    expect(read(page(undefined, { plan: { plan, from: '2026-03-01', decision: null } }))).not.toContain(
      'Worked out from',
    );
  });

  it('shows the end of the queue, where the ward stands in it, and what would change its number', () => {
    const words = read(page());
    expect(words).toContain('44th Finsbury Park its 6th The 44 officers end here next 1 West Hampstead its 3rd');
    expect(page()).toMatch(/<tr class="w-here"><th scope="row"><span class="w-nw">next 3<\/span>/);
    expect(words).toContain('It is third in line for the next officer .');
    expect(words).toContain(
      'It would have a fourth if its demand were 1.6% higher, or if the unit had three more officers.',
    );
    expect(words).toContain('It would lose its third if its demand were 28.3% lower.');
  });

  it('says when a ward is at its ceiling, or kept by the floor', () => {
    expect(read(page('Bloomsbury'))).toContain(
      'It cannot have another, whatever its demand: no ward has more than seven.',
    );
    expect(read(page('Frognal'))).toContain('It keeps 2 officers whatever its demand: that is the floor.');
    expect(read(page('Frognal'))).toContain(
      'less than half of an average ward’s 2.7%, and that earned it none of the 44',
    );
  });

  it('gives the reason for every officer and PCSO', () => {
    const [ward] = planInView().wards.filter(({ name }) => name === 'Bloomsbury');
    const words = read(page('Bloomsbury'));
    expect(ward?.awards).toHaveLength(5);
    for (const { reason } of [...(ward?.awards ?? []), ...(ward?.pcsoAwards ?? [])])
      expect(words).toContain(reason.replaceAll('&', '&amp;'));
    expect(words).toContain('First 2 officers floor Every ward has as many, whatever its demand.');
  });

  it('shows each part of its demand with weight and share, and what is missing', () => {
    expect(read(page())).toMatch(/Recorded crime 35% \d\.\d%/);
    expect(read(page())).toContain('Anti-social behaviour has no figures');
    expect(page().match(/w-bar-fill/g)).toHaveLength(5);
  });

  it('marks the parts of demand as made up once when all are, else each that is', () => {
    const plan = planInView();
    expect(read(page())).toContain('What its demand is made of synthetic The ward’s share');
    const used = plan.used.map((part) => ({ ...part, synthetic: part.component === 'residents' }));
    const words = read(page(undefined, { plan: { plan: { ...plan, used }, from: '2026-03-01', decision: null } }));
    expect(words).toContain('What its demand is made of The ward’s share');
    expect(words).toContain('Residents synthetic 15%');
    expect(words).toMatch(/Recorded crime 35%/);
  });

  it('answers the other questions with no figure, and says so', () => {
    const words = read(page());
    expect(words).toContain('Were they here? Not recorded yet. No month of this ward’s duties is closed.');
    expect(words).toContain('What did they do about what we asked? Not recorded yet.');
    expect(words).toContain('Is it working? What changed in St Pancras &amp; Somers Town, and how sure we can be');
    expect(words).toContain('Below is what was recorded, month by month');
  });

  it('shows the months that are public, with presumed time apart, and the borough’s reasons for its own', () => {
    const latest = monthReportOf({ area: 'St Pancras & Somers Town', areaKind: 'ward', month: '2026-02' });
    const borough = monthReportOf({
      area: 'Camden',
      total: tallyOfMinutes({ byReason: [{ reason: 'staffing-up', ruling: 'breach', minutes: 6000 }] }),
    });
    const before = { sentence: 'In Camden, 82% of recorded time was not spent elsewhere.', synthetic: false };
    const months = [latest, { ...latest, month: '2026-01' as const }];
    const words = read(page(undefined, { here: { months, borough, wardYear: null, before } }));
    expect(words).toContain('Mostly: 92% of their hours in February 2026: 78% confirmed and 14% presumed.');
    expect(words).toContain('60 of 710 hours were spent elsewhere. 40 count as breaches and 20 are permitted');
    expect(words).toMatch(/Feb 2026\s+60 h 78 \+ 14% Jan 2026/);
    expect(words).toContain(
      '2 months: 1,300 of 1,420 hours kept (92%, 200 of them presumed), 40 hours of permitted absences, 80 hours of breaches.',
    );
    expect(words).toContain('Why they were away in Camden in February 2026');
    expect(words).toContain('Filling a gap in a response team 100 breach');
    expect(words).toContain('For comparison, real figures from before the ledger, which nobody ruled: In Camden, 82%');
  });

  it('answers for a ward of few officers together with others, and shows its own reasons for a whole year', () => {
    const row = {
      ...tallyOfMinutes({ confirmedMinutes: 5400, breachMinutes: 600 }),
      boroughCode: null,
      classes: [],
      officers: 4,
    };
    const wards = [
      { code: 'E05013668', name: 'Regent’s Park' },
      { code: 'E05013670', name: 'St Pancras & Somers Town' },
    ];
    const latest = monthReportOf({
      ...{ area: 'St Pancras & Somers Town', areaKind: 'ward', month: '2026-02', wards: [], total: tallyOfMinutes() },
      together: [{ ...row, wards }],
    });
    const wardYear = {
      ...{ code: 'E05013670', classes: [], year: '2024-25', officers: 3, byOrder: [] },
      byReason: [{ reason: 'training' as const, ruling: 'permitted' as const, minutes: 60 }],
    };
    const words = read(page(undefined, { here: { months: [latest], borough: null, wardYear, before: null } }));
    expect(words).toContain('Mostly: 90% of their hours in February 2026.');
    expect(words).toContain('the hours of St Pancras &amp; Somers Town and Regent’s Park together, 4 officers in all.');
    expect(words).toContain('Feb 2026 *');
    expect(words).toContain('In none of these months has the ward figures of its own');
    expect(words).toContain('Why they were away here, April to March 2024-25');
  });

  it('adds up only months in which the ward has figures of its own, and answers with every group that it is in', () => {
    const own = monthReportOf({ area: 'St Pancras & Somers Town', areaKind: 'ward', month: '2026-01' });
    const group = (hours: number, name: string) => ({
      ...tallyOfMinutes({ confirmedMinutes: hours * 60 }),
      ...{ boroughCode: null, classes: [], officers: 4, wards: [{ code: name, name }] },
    });
    const together = [group(7000, 'Regent’s Park'), group(1000, 'Haverstock')];
    const shared = monthReportOf({ areaKind: 'ward', month: '2026-02', wards: [], total: tallyOfMinutes(), together });
    const months = [shared, own];
    const words = read(page(undefined, { here: { months, borough: null, wardYear: null, before: null } }));
    expect(words).toContain('1 of 2 months, in which the ward has figures of its own: 650 of 710 hours kept');
    expect(words).toContain('None of 8,000 hours was spent elsewhere.');
    expect(words).toContain('Regent’s Park and Haverstock together, 8 officers in all');
  });

  it('shows every measure as a chart with its table, its finding, its source and its vintage', () => {
    const html = page();
    const model = wardPageModel();
    expect(html.match(/<figcaption>/g)).toHaveLength(model.series.length);
    expect(html.match(/<details/g)).toHaveLength(model.series.length);
    expect(read(html)).toContain('Homicide: 0 in the year to February 2026');
    expect(read(html)).toContain('An average ward had 0.4 in the same year. Single months lay between 0 and 1.');
    expect(html).toContain('vintage 2026-03');
    expect(html).toContain('counted in demand');
  });

  it('lists the measures it does not draw, each with the address that draws it', () => {
    const others = ['theft', 'street-drugs'].map(measureInView);
    const html = page(undefined, { others, dayAsked: true });
    expect(html).toContain(
      'href="/ward/E05013669?as-at=2026-03-01&amp;measure=street-drugs#measure-street-drugs">Drugs (police.uk)</a>',
    );
    expect(read(html)).toContain('2 more measures');
    expect(html).not.toContain('id="measure-theft"');
    expect(page()).not.toContain('more measure');
  });

  it('draws the one that was asked for, and marks it in the list', () => {
    const others = ['theft', 'street-drugs'].map(measureInView);
    const chosen = {
      measure: measureInView('theft'),
      series: seriesInView('theft', 'E05013669', 40),
      averageWard: averageInView(400),
    };
    const html = page(undefined, { others, chosen });
    expect(html).toContain('id="measure-theft"');
    expect(read(html)).toContain('Theft by month as a table');
    expect(html.match(/aria-current="true">Theft</g)).toHaveLength(1);
    expect(html).toMatch(/<details class="govuk-details" open/);
  });

  it('says which months lack much of what is usual', () => {
    const measure = measureInView('recorded-crime');
    const series = seriesInView('recorded-crime', 'E05013669', 140, { doubtful: ['2025-01'] });
    const words = read(page(undefined, { series: [{ measure, series, averageWard: null }] }));
    expect(words).toContain('January 2025 lacks much of what is usual and counts in no sum: an open dot in the chart.');
    expect(read(page())).not.toContain('what is usual');
  });

  it('draws a doubtful month as one, and leaves it out of the range and of the totals', () => {
    const measure = measureInView('recorded-crime');
    const values = Array.from({ length: 24 }, (_, at) => (at === 10 ? 3 : 100 + at));
    const series = seriesInView('recorded-crime', 'E05013669', 0, { values, doubtful: ['2025-01'] });
    const html = page(undefined, { series: [{ measure, series, averageWard: null }] });
    expect(html).toContain('class="w-doubt"');
    expect(read(html)).toContain('Single months lay between 100 and 123.');
    expect(html).toContain('between 100 and 123 a month');
    expect(html).toContain('with 1 doubtful month');
    const whole = { ...series, doubtful: [] };
    expect(read(page(undefined, { series: [{ measure, series: whole, averageWard: null }] }))).toContain('1,279');
    expect(read(html)).not.toContain('1,279');
  });

  it('says over which year an average ward is meant when it is not the ward’s own', () => {
    const measure = measureInView('recorded-crime');
    const series = seriesInView('recorded-crime', 'E05013669', 0, { values: Array.from({ length: 24 }, () => 5) });
    const averageWard = { mean: 44, year: { from: '2024-11', to: '2025-10' } as const };
    expect(read(page(undefined, { series: [{ measure, series, averageWard }] }))).toContain(
      'An average ward had 44 and this one 60 in the year to October 2025, the latest that every ward has.',
    );
  });

  it('labels a back-cast series, and marks a made-up one where it stands', () => {
    const words = read(page());
    expect(words.match(/Back-cast/g)).toHaveLength(1);
    expect(words).toContain(
      'March 2010 to April 2022: published by ward, counted anew by the publisher for wards that date from May 2022. May 2022 to February 2026: published by ward.',
    );
    expect(page()).toContain('ward created');
    expect(words).toContain('Violence against women and girls: 268 in the year to February 2026 synthetic');
    expect(words).toContain('Source: made up by Wardroom’s demonstration, with a fixed seed.');
  });

  it('passes over a series without a single figure, and says when there is none at all', () => {
    const { series } = wardPageModel();
    const [first] = series;
    const empty =
      first === undefined
        ? []
        : [{ ...first, series: seriesInView('recorded-crime', 'E05013669', 0, { values: [null] }) }];
    expect(read(page(undefined, { series: empty }))).toContain('No monthly figures for this ward have been imported.');
    expect(read(page(undefined, { series: [] }))).toContain('No monthly figures for this ward have been imported.');
  });

  it('says that nothing is decided when no plan is in force', () => {
    const words = read(page('Belsize', { plan: null, series: [] }));
    expect(words).toContain('No number yet. No plan is in force on 1 March 2026.');
    expect(words).not.toContain('synthetic');
  });

  it('says in words where the ward lies', () => {
    expect(page()).toContain(
      'aria-label="Where the ward lies: in Camden, beside Camden Square, King\'s Cross, Bloomsbury, Regent\'s Park and Camden Town."',
    );
  });

  it('has no inline style', () => expect(page()).not.toMatch(/ style=/));
});
