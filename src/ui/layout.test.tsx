import { describe, expect, it } from 'vitest';
import { Page, type PageProps } from './layout.tsx';
import { renderPage } from './render.tsx';

const props: PageProps = {
  title: 'Camden Town',
  active: '/',
  unit: { name: 'Central North', boroughs: ['Camden', 'Islington'] },
  figuresTo: 'February 2026',
  synthetic: false,
  children: <h1>Camden Town</h1>,
};

const page = (changed: Partial<PageProps> = {}) => renderPage(<Page {...props} {...changed} />);

describe('Page', () => {
  it('is one HTML document in British English with the title first', () => {
    expect(page()).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB" class="govuk-template">/);
    expect(page()).toContain('<title>Camden Town – Wardroom</title>');
  });

  it('has no inline style and no inline script, so that a strict content security policy holds', () => {
    const text = page({ islands: ['ward-map'], synthetic: true, breadcrumbs: [{ text: 'Home', href: '/' }] });
    expect(text).not.toMatch(/ style=/);
    expect(text.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
      '<script type="module" src="/assets/islands/enhance.js"></script>',
      '<script type="module" src="/assets/islands/ward-map.js"></script>',
    ]);
  });

  it('puts the nonce on every script when there is one', () => {
    expect(page({ nonce: 'abc' }).match(/nonce="abc"/g)).toHaveLength(1);
  });

  it('skips to the main content', () => {
    expect(page()).toContain('href="#main" class="govuk-skip-link"');
    expect(page()).toContain('<main class="govuk-main-wrapper" id="main"><h1>Camden Town</h1></main>');
  });

  it('marks the active navigation item and no other', () => {
    const text = page({ active: '/allocation' });
    expect(text.match(/aria-current="true"/g)).toHaveLength(1);
    expect(text).toMatch(/href="\/allocation" aria-current="true"/);
    expect(page({ active: null })).not.toContain('aria-current');
  });

  it('names the unit, its boroughs and the last month of the figures', () => {
    expect(page()).toContain('Camden and Islington <span class="w-nw">· figures to February 2026</span>');
    expect(page({ unit: { name: 'North', boroughs: ['Barnet', 'Brent', 'Harrow'] } })).toContain(
      'Barnet, Brent and Harrow <',
    );
  });

  it('shows the notice of synthetic data only where figures are synthetic', () => {
    expect(page()).not.toContain('Synthetic demonstration data');
    expect(page({ synthetic: true })).toContain('Synthetic demonstration data');
  });

  it('shows the way up, the page itself without a link', () => {
    const text = page({ breadcrumbs: [{ text: 'Central North', href: '/' }, { text: 'Camden Town' }] });
    expect(text).toContain('<a class="govuk-breadcrumbs__link" href="/">Central North</a>');
    expect(text).toContain('<li class="govuk-breadcrumbs__list-item" aria-current="page">Camden Town</li>');
  });

  it('escapes what it is given', () => {
    expect(page({ title: '<script>alert(1)</script>' })).toContain('<title>&lt;script>alert(1)&lt;/script> – Wardroom');
  });

  it('carries the licence notices', () => {
    expect(page()).toContain('Open Government Licence v3.0');
    expect(page()).toContain('© Crown copyright');
    expect(page()).toContain('Wardroom is open source, MIT.');
  });
});
