import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const read = (folder: string) =>
  readdirSync(`${src}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${src}${folder}/${name}`, 'utf8') }));

/** Ways to the figures as they are held, before anything is left out. */
const AS_HELD = /\b(heldFigures|heldVintages|readSeries)\b/;
/** Where what is not given out is left out. */
const LEAVES_OUT = /^performance\/(figures|disclosure)\//;
/** Those that read figures as held and show none of them, each with what it takes from them. */
const SHOWS_NONE: ReadonlyMap<string, string> = new Map([
  ['performance/comparison/comparison-service.ts', 'the names of vintages'],
  ['performance/comparison/vintages-apart-service.ts', 'which vintage holds which months of what is given out'],
  ['performance/claims/figures-of-claims-service.ts', 'the names of vintages'],
  ['performance/disproportionality/small-areas-service.ts', 'residents, who are counted by the census for everybody'],
]);

/** Files that may show figures that are not given out. */
function pastTheDoor(files: readonly { name: string; text: string }[]): string[] {
  return files
    .filter(({ name, text }) => AS_HELD.test(text) && !LEAVES_OUT.test(name) && !SHOWS_NONE.has(name))
    .map(({ name }) => name);
}

describe('figures come to performance by one way, which leaves out what is not given out', () => {
  const files = read('performance');

  it('is gone round by no file', () => {
    expect(pastTheDoor(files)).toEqual([]);
  });

  it('is gone round for names and months only by those that are said to be', () => {
    const held = files.filter(({ name, text }) => AS_HELD.test(text) && !LEAVES_OUT.test(name));
    expect(held.map(({ name }) => name).toSorted()).toEqual([...SHOWS_NONE.keys()].toSorted());
  });

  it('leaves out what it reads before it hands it on', () => {
    const door = files.find(({ name }) => name === 'performance/figures/figures-service.ts')?.text ?? '';
    expect(door).toMatch(/heldFigures\(platform\.records,[\s\S]*return publicFigures\(platform, /);
  });

  it('would find a page that reads figures as they are held', () => {
    const planted = {
      name: 'performance/pages/planted-service.ts',
      text: "import { heldFigures } from '../../measures/service.ts';",
    };
    expect(pastTheDoor([...files, planted])).toEqual([planted.name]);
  });
});

describe('pages and files of measures', () => {
  it('of the unit and its wards are shown what is left', () => {
    const desk = readFileSync(`${src}desk/service.ts`, 'utf8');
    expect(desk.match(/await readSeries\(/g)).toHaveLength(1);
    expect(desk).toMatch(/await readSeries\(platform\.records,[\s\S]{0,200}return seriesAsAsked\(platform, series\);/);
  });

  it('are mounted with what leaves out what is not given out', () => {
    const mounted = readFileSync(`${src}app/mount-routes.ts`, 'utf8');
    expect(mounted).toContain('measuresRoutes(server, { onPages: seriesAsAsked, inFiles: givenOutSeries });');
  });
});
