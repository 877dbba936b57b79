import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { wholeNumberClasses } from './class-breaks.ts';
import { HexMap, type HexWard } from './hex-map.tsx';
import { HexMapFigure } from './hex-map-figure.tsx';

const ward = (name: string, place: { q: number; r: number }, borough: string, value: number | null): HexWard => ({
  code: `E-${name}`,
  name,
  borough,
  label: name.split(' '),
  ...place,
  value,
  href: `/ward/E-${name}`,
});

const wards = [
  ward('Camden Square', { q: 0, r: 0 }, 'Camden', 2),
  ward('Caledonian', { q: 1, r: 0 }, 'Islington', 7),
  ward('Junction', { q: 0, r: 1 }, 'Islington', null),
];

const props = {
  wards,
  classes: wholeNumberClasses([2, 7]),
  what: 'officers',
  format: String,
  noun: 'officers',
};

/** Text a sighted reader sees inside an element: no title, tags gone, spaces single. */
const visible = (html: string) =>
  html
    .replace(/<title>.*?<\/title>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const links = (html: string) => [...html.matchAll(/<a href="([^"]*)" aria-label="([^"]*)">(.*?)<\/a>/g)];

describe.each([160, 400])('HexMap drawn %i px wide', (width) => {
  const html = render(<HexMap {...props} width={width} />);

  it('links every hexagon to its ward', () => {
    expect(links(html).map(([, href]) => href)).toEqual(wards.map(({ href }) => href));
  });

  it('starts each accessible name with the visible text, and says ward and borough in full', () => {
    for (const [index, [, , name = '', content = '']] of links(html).entries()) {
      expect(name.startsWith(visible(content))).toBe(true);
      expect(name.endsWith(`${wards[index]?.name}, ${wards[index]?.borough}`)).toBe(true);
    }
  });

  it('prints the number, white on dark steps, and a dash where there is none', () => {
    expect(html.match(/class="w-on-dark"/g)).toHaveLength(1);
    expect(html).toMatch(/w-seq-1"[^<]*\/?>.*>2<\/text>/);
    expect(html).toMatch(/w-seq-6"[^<]*\/?>.*>7<\/text>/);
    expect(html).toMatch(/w-seq-none"[^<]*\/?>.*>–<\/text>/);
    expect(html).toContain('– no figure. Junction, Islington');
  });

  it('draws the borough boundary on its halo', () => {
    expect(html).toContain('class="w-border-halo"');
    expect(html.indexOf('w-border-halo')).toBeLessThan(html.indexOf('class="w-border"'));
  });

  it('has no inline style', () => expect(html).not.toContain('style='));
});

it('prints names where they fit and short codes where they do not', () => {
  const wide = render(<HexMap {...props} width={400} />);
  expect(wide).toContain('>Square </text>');
  const narrow = render(<HexMap {...props} width={130} />);
  expect(narrow).toContain('>Cam Sq </text>');
  expect(narrow).not.toContain('>Square </text>');
});

it('escapes names', () => {
  const html = render(<HexMap {...props} wards={[ward('A<b>"', { q: 0, r: 0 }, 'Camden', 2)]} width={300} />);
  expect(html).not.toContain('<b>');
  expect(html).toContain('A&lt;b>&quot;, Camden');
});

it('is nothing without wards', () => {
  expect(render(<HexMap {...props} wards={[]} width={300} />)).toBe('');
});

describe('HexMapFigure', () => {
  const html = render(<HexMapFigure {...props} title="Officers in each ward" tableId="wards" nounInKey synthetic />);

  it('counts the wards of each class in its key', () => {
    expect(visible(html)).toContain('2 officers: 1 ward');
    expect(visible(html)).toContain('3 officers: no wards');
    expect(visible(html)).toContain('no figure: 1 ward');
  });

  it('skips to the table', () => expect(html).toContain('href="#wards"'));

  it('marks made-up figures', () => expect(html).toContain('<span class="w-syn">synthetic</span>'));

  it('is drawn for three page widths', () => {
    expect(html.match(/role="group"/g)).toHaveLength(3);
    expect(html).toMatch(/class="w-tiny"><svg class="w-map w-hex" width="288"/);
    expect(html).toMatch(/class="w-wide"><svg class="w-map w-hex" width="596"/);
  });
});
