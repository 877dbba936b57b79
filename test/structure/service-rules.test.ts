import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
);
const SERVICE = /(^|[/-])service\.ts$/;
const EDGE = /(^|[/-])(routes|commands)\.tsx?$/;

/** Functions of a module that carry no rule of who may call them. */
function withoutRule(module: Record<string, unknown>, names: readonly string[] = Object.keys(module)): string[] {
  return names.filter((name) => typeof module[name] === 'function' && !Object.hasOwn(module[name], 'rule'));
}

/** What a file imports as values from service files: the service's path and the names. */
function servicesImported(path: string, text: string): { service: string; names: string[] }[] {
  const imports = text.matchAll(/^import \{([^}]*)\} from '([^']*service\.ts)';$/gm);
  return [...imports].map(([, names = '', from = '']) => ({
    service: resolve(dirname(join(src, path)), from),
    names: names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => name.split(' as ')[0] ?? name),
  }));
}

describe('every service function says who may call it', () => {
  const doors = files.filter(
    (name) => /^[^/]+\/service\.ts$/.test(name) || /^platform\/[^/]+\/service\.ts$/.test(name),
  );

  it('finds the doors', () => {
    expect(doors).toEqual(expect.arrayContaining(['geography/service.ts', 'sources/service.ts', 'desk/service.ts']));
  });

  it.each(doors)('%s', async (door) => {
    const module = (await import(pathToFileURL(join(src, door)).href)) as Record<string, unknown>;
    expect(withoutRule(module)).toEqual([]);
  });
});

describe('routes and commands call nothing that does not', () => {
  const edges = files
    .filter((name) => EDGE.test(name))
    .flatMap((name) =>
      servicesImported(name, readFileSync(join(src, name), 'utf8')).map((used) => ({ name, ...used })),
    );

  it('finds what they call', () => {
    expect(edges.length).toBeGreaterThan(20);
    expect(edges.every(({ service }) => SERVICE.test(service))).toBe(true);
  });

  it.each(edges)('$name', async ({ service, names }) => {
    const module = (await import(pathToFileURL(service).href)) as Record<string, unknown>;
    expect(withoutRule(module, names)).toEqual([]);
  });
});

it('would find a function without a rule', () => {
  const planted = { kept: Object.assign(() => 1, { rule: { kind: 'published', name: 'x' } }), open: () => 2 };
  expect(withoutRule(planted)).toEqual(['open']);
});
