import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
  link?: boolean;
}
interface Lockfile {
  lockfileVersion: number;
  packages: Record<string, Locked>;
}
interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const read = <Read>(name: string): Read => JSON.parse(readFileSync(join(root, name), 'utf8')) as Read;

/** Packages that may run code of their own when they are installed: the compilers, which fetch their binary so. */
const MAY_RUN_ON_INSTALL = ['@parcel/watcher', '@swc/core', 'esbuild'];

/** What is wrong with a lockfile, by package. */
function faultsOf({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    if (path === '') return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const faults = [];
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(locked.integrity ?? '')) faults.push('has no checksum');
    if (locked.link === true || /^(git|file|http:)/.test(locked.resolved ?? '')) faults.push('comes from elsewhere');
    if (locked.resolved !== undefined && !locked.resolved.startsWith('https://registry.npmjs.org/'))
      faults.push('names a registry');
    if (locked.hasInstallScript === true && locked.dev !== true) faults.push('runs code where Wardroom is installed');
    if (locked.hasInstallScript === true && !MAY_RUN_ON_INSTALL.includes(name)) faults.push('runs code on install');
    return faults.map((fault) => `${name} ${fault}`);
  });
}

/** Dependencies that more than one version would satisfy. */
const loose = ({ dependencies, devDependencies }: Manifest): string[] =>
  Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name} ${version}`],
  );

describe('what Wardroom is made of', () => {
  const lockfile = read<Lockfile>('package-lock.json');

  it('is locked by checksum, from one registry, and runs no code of its own where Wardroom is installed', () => {
    expect(faultsOf(lockfile)).toEqual([]);
    expect(Object.keys(lockfile.packages).length).toBeGreaterThan(300);
  });

  it('is named at one version each, which is the one that is locked', () => {
    const manifest = read<Manifest>('package.json');
    expect(loose(manifest)).toEqual([]);
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    const locked = Object.keys(named).map((name) => [name, lockfile.packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(named);
  });
});

describe('the check of it bites', () => {
  const good: Locked = { integrity: `sha512-${'A'.repeat(86)}==` };
  const found = (locked: Locked, name = 'left-pad') =>
    faultsOf({ lockfileVersion: 3, packages: { '': {}, [`node_modules/${name}`]: locked } });

  it('finds nothing wrong with a good one', () => {
    expect(found(good)).toEqual([]);
    expect(found({ ...good, dev: true, hasInstallScript: true }, 'x/node_modules/esbuild')).toEqual([]);
  });

  test.each<[string, Locked, string]>([
    ['no checksum', {}, 'has no checksum'],
    ['a weak one', { integrity: 'sha1-abc' }, 'has no checksum'],
    ['a branch of a repository', { ...good, resolved: 'git+ssh://git@example.org/a.git#1' }, 'comes from elsewhere'],
    ['a folder', { ...good, link: true }, 'comes from elsewhere'],
    ['another registry', { ...good, resolved: 'https://npm.example.org/a.tgz' }, 'names a registry'],
    ['a script at run time', { ...good, hasInstallScript: true }, 'runs code where Wardroom is installed'],
    ['a new script', { ...good, dev: true, hasInstallScript: true }, 'runs code on install'],
  ])('on %s', (_, locked, fault) => {
    expect(found(locked)).toContain(`left-pad ${fault}`);
  });

  test.each(['^1.0.0', '1.x', 'latest', 'git+https://example.org/a.git', '>=1.0.0'])(
    'on a dependency at %s',
    (version) => {
      expect(loose({ dependencies: { a: version }, devDependencies: { b: '1.0.0' } })).toEqual([`a ${version}`]);
    },
  );
});
