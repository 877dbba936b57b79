import { describe, expect, it } from 'vitest';
import { Page, type PageProps } from './layout.tsx';
import { NO_VISIT, type PageVisit, PageVisitContext } from './page-visit.ts';
import { renderPage } from './render.tsx';

const props: PageProps = {
  title: 'Camden Town',
  active: '/',
  unit: { name: 'Central North', boroughs: ['Camden', 'Islington'] },
  figuresTo: 'February 2026',
  synthetic: false,
  children: <h1>Camden Town</h1>,
};

const pageFor = (visit: Partial<PageVisit>, changed: Partial<PageProps> = {}) =>
  renderPage(
    <PageVisitContext.Provider value={{ ...NO_VISIT, ...visit }}>
      <Page {...props} {...changed} />
    </PageVisitContext.Provider>,
  );
const page = (changed: Partial<PageProps> = {}) => renderPage(<Page {...props} {...changed} />);

describe('Page', () => {
  it('is one HTML document in British English with the title first', () => {
    expect(page()).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB" class="govuk-template">/);
    expect(page()).toContain('<title>Camden Town – Wardroom</title>');
  });

  it('marks where the reader is, and the team for the ledger of whoever leads one', () => {
    const marked = (active: PageProps['active'], team: boolean) =>
      />([^<>]+)<\/strong><\/a>/.exec(
        pageFor({ maySee: { ...NO_VISIT.maySee, team, ledger: true } }, { active }),
      )?.[1] ?? null;
    expect(marked('/allocation', true)).toBe('Allocation');
    expect(marked('/ringfence/ledger', false)).toBe('Ledger');
    expect(marked('/ringfence/ledger', true)).toBe('My team');
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
    expect(pageFor({ nonce: 'abc' }).match(/<script[^>]* nonce="abc"/g)).toHaveLength(1);
    expect(page()).not.toContain('nonce');
  });

  it('offers a visitor the way in, and back to the page they were on', () => {
    expect(page()).toContain('<a class="govuk-link" href="/sign-in">Sign in</a>');
    expect(pageFor({ address: '/ward/E1?measure=a&b' })).toContain(
      'href="/sign-in?next=%2Fward%2FE1%3Fmeasure%3Da%26b"',
    );
    expect(page()).not.toContain('Sign out');
  });

  it('says who is signed in, under which role, with a button to sign out', () => {
    const text = pageFor({
      signedIn: { name: 'Ann <b>Other', roles: 'Analyst, Central North' },
      formToken: () => 't-1',
    });
    expect(text).toContain('>Ann &lt;b>Other</a><span>Analyst, Central North</span>');
    expect(text).toMatch(
      /<form action="\/sign-out" method="post"[^>]*><input type="hidden" name="form-token" value="t-1"/,
    );
    expect(text).not.toContain('Sign in<');
  });

  it('offers imports, people and the audit only to who may see them', () => {
    const nobody = { ...NO_VISIT.maySee };
    for (const [module, href] of [
      ['imports', '/import'],
      ['people', '/people'],
      ['audit', '/audit'],
      ['today', '/today'],
      ['team', '/ringfence/team'],
      ['ledger', '/ringfence/ledger'],
    ] as const) {
      expect(pageFor({ maySee: nobody }, { synthetic: true })).not.toContain(`href="${href}"`);
      expect(pageFor({ maySee: { ...nobody, [module]: true } })).toContain(`href="${href}"`);
    }
    expect(pageFor({ maySee: { ...nobody, team: true, ledger: true } })).not.toContain('href="/ringfence/ledger"');
  });

  it('offers the made-up people of the demonstration to visitors, where there are any', () => {
    expect(pageFor({ demonstrationOn: true }, { synthetic: true })).toContain('Try it as');
    expect(pageFor({ demonstrationOn: false }, { synthetic: true })).not.toContain('Try it as');
    const signedIn = { name: 'Ann', roles: '' };
    expect(pageFor({ demonstrationOn: true, signedIn }, { synthetic: true })).not.toContain('Try it as');
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
