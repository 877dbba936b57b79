import { describe, expect, it } from 'vitest';
import {
  crimeOfEveryWard,
  measureInView,
  planInView,
  unitPageModel,
  wardsInView,
} from '../../../test/builders/desk-views.ts';
import { monthReportOf } from '../../../test/builders/ringfence-report.ts';
import { renderPage } from '../../ui/render.tsx';
import type { UnitPageModel } from '../view-models.ts';
import { UnitPage } from './unit-page.tsx';

const page = (changed: Partial<UnitPageModel> = {}) => renderPage(<UnitPage {...unitPageModel(changed)} />);

const crime = { kind: 'measure', measure: measureInView('recorded-crime'), series: crimeOfEveryWard() } as const;

/** Cells of the ward table's rows that name a ward, as text. */
function wardRows(html: string): string[][] {
  const [, table = ''] = /<table[^>]* id="wards"[^>]*>(.*?)<\/table>/s.exec(html) ?? [];
  return [...table.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.split(/<\/t[hd]>/).map((cell) => cell.replace(/<[^>]+>/g, '')),
  );
}

/** Address and accessible name of every hexagon of the widest map. */
function hexagons(html: string): { href: string; name: string }[] {
  const [, wide = ''] = /<div class="w-wide">(.*?)<\/svg>/s.exec(html) ?? [];
  return [...wide.matchAll(/<a href="([^"]+)" aria-label="([^"]+)"/g)].map(([, href = '', name = '']) => ({
    href,
    name,
  }));
}

describe('the page of the unit', () => {
  it('answers the first question from the plan in force and marks it as made up', () => {
    const html = page();
    expect(html).toContain('<span class="w-fig">118 + 48</span>');
    expect(html).toContain('Every ward has at least 2 and 1. Bloomsbury has the most, 7.');
    expect(html).toContain('Synthetic demonstration data');
  });

  it('says when the plan rests on part of the weights', () => {
    expect(page()).toContain(
      'Bloomsbury has the most, 7. Worked out from 90% of the weights: anti-social behaviour is missing.',
    );
    const plan = { ...planInView(), missing: [] };
    expect(page({ plan: { plan, from: '2026-03-01', decision: null } })).not.toContain('Worked out from');
  });

  it('gives no figure for the other three questions, and leads on to the fourth', () => {
    expect(page().match(/w-fig"/g)).toHaveLength(1);
    expect(page().match(/Not recorded yet/g)).toHaveLength(2);
    expect(page()).toContain('<a class="govuk-link" href="/performance">Is it working?</a>');
  });

  it('answers the second question from the latest month that is public, or from before the ledger', () => {
    const report = monthReportOf({ synthetic: true });
    const words = page({ here: { report, before: null } })
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(words).toContain(
      'Were they here? 92% of officers’ hours in October 2026 were on the ward, 14% only presumed.',
    );
    const before = { sentence: 'In Central North, 83% was not spent elsewhere.', synthetic: false };
    expect(page({ here: { report: null, before } })).toContain('83% was not spent elsewhere. Nobody ruled it.');
  });

  it('shows the same officers in the map and in the table, for every ward', () => {
    const plan = planInView();
    const rows = new Map(wardRows(page()).map(([name, officers]) => [name, officers]));
    const names = hexagons(page()).map(({ name }) => name);
    expect(rows.size).toBe(37);
    for (const ward of plan.wards) {
      expect(rows.get(ward.name.replaceAll('&', '&amp;'))).toBe(`${ward.dwo} + ${ward.pcso}`);
      expect(names.find((name) => name.endsWith(`. ${ward.name.replaceAll('&', '&amp;')}, ${ward.borough}`))).toContain(
        ` ${ward.dwo} officers. `,
      );
    }
  });

  it('groups wards by borough with their officers, most first', () => {
    const html = page();
    expect(html).toContain('Camden: 20 wards, 60 officers');
    expect(html).toContain('Islington: 17 wards, 58 officers');
    expect(wardRows(html)[0]?.[0]).toBe('Bloomsbury');
  });

  it('sets each borough’s part of the demand beside its part of the officers', () => {
    const words = page()
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(words).toContain('Camden 20 52% 51% 56% Islington 17 48% 49% 44%');
  });

  it('shows the chosen measure over its latest year, in the table and in the map, with its source', () => {
    const html = page({ shown: crime });
    const [, officers, share, crimes] = wardRows(html)[0] ?? [];
    expect([officers, share]).toEqual(['7 + 3', '6.2%']);
    expect(Number(crimes?.replace(',', ''))).toBeGreaterThan(6000);
    expect(html).toContain(`Bloomsbury ${crimes} recorded offences. Bloomsbury, Camden`);
    expect(html).toContain('Recorded offences, 12 months to February 2026.');
    expect(html).toContain('vintage 2026-03, MPS Ward Level Crime (most recent 24 months).csv.');
    expect(html).toContain('<option value="recorded-crime" selected>Recorded crime</option>');
  });

  it('shows no figure as no figure, never as zero', () => {
    const series = crimeOfEveryWard().slice(1);
    const html = page({ shown: { ...crime, series } });
    expect(html).toContain('no figure: 1 ward');
    expect(wardRows(html).find(([name]) => name === 'Belsize')?.[3]).toBe('–no figure');
  });

  it('says that nothing is decided when no plan is in force', () => {
    const html = page({ plan: null });
    expect(html).toContain('No plan is in force on this day');
    expect(html).not.toContain('w-fig"');
    expect(html).not.toContain('Synthetic demonstration data');
    expect(html).not.toContain('Is the split between the boroughs fair?');
  });

  it('carries the day in its links when the reader asked for one', () => {
    expect(page({ dayAsked: true })).toContain('href="/ward/E05013653?as-at=2026-03-01"');
    expect(page()).not.toContain('?as-at=');
    expect(page({ dayAsked: true })).toContain('href="/allocation?as-at=2026-03-01"');
  });

  it('does without a hex map where the ward set has none', () => {
    const html = page({ wards: wardsInView().map((ward) => ({ ...ward, place: null })) });
    expect(html).toContain('There is no hex map of the wards from May 2022. The table has every figure.');
    expect(wardRows(html)).toHaveLength(37);
  });

  it('gives the map of true shapes its own key, and speaks of the hex map only beside one', () => {
    const ground = (changed: Partial<UnitPageModel> = {}) =>
      page({ boundariesAddress: '/geography/boundaries.geojson', ...changed }).split('id="ward-map"')[1] ?? '';
    expect(ground()).toMatch(/<ul class="w-key">.*2 officers: 10 wards/s);
    expect(ground()).toContain('those of the hex map');
    const without = ground({ wards: wardsInView().map((ward) => ({ ...ward, place: null })), plan: null });
    expect(without).toMatch(/<ul class="w-key">.*no figure: 37 wards/s);
    expect(without).toContain('The thick line is the borough boundary.');
    expect(without).not.toContain('hex map');
  });

  it('leaves the plan’s columns out where no plan is in force', () => {
    expect(wardRows(page({ plan: null }))[0]).toHaveLength(2);
    expect(wardRows(page())[0]).toHaveLength(4);
    expect(page({ plan: null })).not.toContain('Wards, by officers');
    expect(page({ plan: null, shown: crime })).not.toContain('Officers + PCSOs');
  });

  it('offers a map of true shapes only when boundaries were imported, hidden until its script runs', () => {
    expect(page()).not.toContain('ward-map');
    const html = page({ boundariesAddress: '/geography/boundaries.geojson?version=wards-2022' });
    expect(html).toContain('src="/assets/islands/ward-map.js"');
    expect(html).toMatch(/<section class="w-section w-noprint" id="ward-map"[^>]* hidden>/);
    expect(html).toContain('data-boundaries="/geography/boundaries.geojson?version=wards-2022"');
    const [, told = ''] = /data-wards="([^"]+)"/.exec(html) ?? [];
    expect(JSON.parse(told.replaceAll('&quot;', '"').replaceAll('&amp;', '&')).E05013653).toEqual({
      name: 'Bloomsbury',
      borough: 'Camden',
      words: '7 officers',
      printed: '7',
      step: 6,
      href: '/ward/E05013653',
    });
  });

  it('has no inline style and no inline script', () => {
    const html = page({ shown: crime, boundariesAddress: '/b' });
    expect(html).not.toMatch(/ style=/);
    expect(html).not.toMatch(/<script[^>]*>[^<]/);
  });
});
