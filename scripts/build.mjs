// Builds dist/: the server as plain modules, the browser's islands as bundles, the styles and fonts.
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as sass from 'sass';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src');
const built = join(root, 'dist');
/** Everything is built aside and put in place at the end, so that a server that runs from dist/ is not left bare. */
const dist = join(root, `dist-${process.pid}`);

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const files = await filesBelow(source);
const isIsland = (file) => relative(source, file).split('/').includes('islands');
const isTest = (file) => /[.]test[.]tsx?$/.test(file);
const modules = files.filter((file) => /[.]tsx?$/.test(file) && !isIsland(file) && !isTest(file));
// Pages load the files right in such a folder; what lies deeper is part of those.
const islands = files.filter((file) => /[.]tsx?$/.test(file) && basename(dirname(file)) === 'islands' && !isTest(file));
const assets = join(dist, 'assets');

await mkdir(assets, { recursive: true });

// Modules stay apart (no bundle), so a stack trace names the file a reader knows.
await build({
  entryPoints: modules,
  outdir: dist,
  outbase: source,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [
    {
      // Source imports say "./x.ts"; the built files are "./x.js".
      name: 'built-extension',
      setup(esbuild) {
        esbuild.onLoad({ filter: /[.]tsx?$/ }, async ({ path }) => {
          const { readFile } = await import('node:fs/promises');
          const text = await readFile(path, 'utf8');
          const contents = text.replace(
            /((?:from|import)\s*\(?\s*['"]|new URL\(['"])([.]{1,2}\/[^'"]+)[.]tsx?(['"])/g,
            '$1$2.js$3',
          );
          return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
        });
      },
    },
  ],
});

if (islands.length > 0) {
  await build({
    entryPoints: islands,
    outdir: join(assets, 'islands'),
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    sourcemap: 'linked',
    external: ['/assets/*'],
    logLevel: 'warning',
  });
}

// Other files beside the modules (JSON, hexjson) go along unchanged.
for (const file of files.filter((file) => /[.](json|hexjson)$/.test(file))) {
  const target = join(dist, relative(source, file));
  await mkdir(dirname(target), { recursive: true });
  await cp(file, target);
}

const styles = sass.compile(join(source, 'ui', 'styles', 'wardroom.scss'), {
  loadPaths: [join(root, 'node_modules')],
  style: 'compressed',
  quietDeps: true,
});
await writeFile(join(assets, 'wardroom.css'), styles.css);
await cp(join(source, 'ui', 'assets'), assets, { recursive: true });
await cp(
  join(root, 'node_modules', 'govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js'),
  join(assets, 'govuk-frontend.min.js'),
);
await mkdir(join(assets, 'maplibre'), { recursive: true });
for (const name of await readdir(join(root, 'node_modules', 'maplibre-gl', 'dist'))) {
  if (/^maplibre-gl(-shared|-worker)?[.](mjs|css)$/.test(name))
    await cp(join(root, 'node_modules', 'maplibre-gl', 'dist', name), join(assets, 'maplibre', name));
}

const previous = join(root, `dist-${process.pid}-previous`);
await rename(built, previous).catch((error) => {
  if (error.code !== 'ENOENT') throw error;
});
await rename(dist, built);
await rm(previous, { recursive: true, force: true });
