import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { type ChangedHexWard, HexChangeMap } from './hex-change-map.tsx';

const ward = (name: string, q: number, change: number): ChangedHexWard => ({
  ...{ code: `E-${name}`, name, borough: 'Camden', label: [name], q, r: 0, change },
  says: `${3 - change} under A, 3 under B`,
  href: `/ward/E-${name}`,
});
const wards = [ward('Highgate', 0, 1), ward('Bloomsbury', 1, -1), ward('Hillrise', 2, 0)];
const draw = (changed: ChangedHexWard[]) =>
  render(<HexChangeMap title="What B would change" sub="In officers" wards={changed} tableId="differ" synthetic />);

/** The hexagons as drawn for wide pages: fill, whether white text, and the link's name. */
const hexagons = (html: string) =>
  [
    ...html
      .slice(html.indexOf('class="w-wide"'))
      .matchAll(/<a href="([^"]*)" aria-label="([^"]*)">.*?<g( class="w-on-dark")?><path class="([^"]*)".*?<\/a>/g),
  ].map(([, href, name, dark, fill]) => ({ href, name, dark: dark !== undefined, fill }));

it('prints the change in the hexagons that have one, white on the dark hue alone', () => {
  expect(hexagons(draw(wards))).toEqual([
    {
      href: '/ward/E-Highgate',
      name: 'Highgate +1. Highgate, Camden: 2 under A, 3 under B',
      dark: true,
      fill: 'w-change-up',
    },
    {
      href: '/ward/E-Bloomsbury',
      name: 'Bloomsbury −1. Bloomsbury, Camden: 4 under A, 3 under B',
      dark: false,
      fill: 'w-change-down',
    },
    {
      href: '/ward/E-Hillrise',
      name: 'Hillrise. Hillrise, Camden: 3 under A, 3 under B',
      dark: false,
      fill: 'w-change-same',
    },
  ]);
});

it('counts the wards of each kind in its key, and says one only where none differs by more', () => {
  const words = (changed: ChangedHexWard[]) =>
    draw(changed)
      .match(/<ul class="w-key">.*?<\/ul>/)?.[0]
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  expect(words(wards)).toBe('one more: 1 ward one fewer: 1 ward same: 1 ward');
  expect(words([...wards, ward('Frognal', 3, -2)])).toBe('more: 1 ward fewer: 2 wards same: 1 ward');
});

it('leads past itself to the table, marks what is made up, and is nothing without wards', () => {
  expect(draw(wards)).toContain('href="#differ"');
  expect(draw(wards)).toContain('<span class="w-syn">synthetic</span>');
  expect(draw([])).toBe('');
});
