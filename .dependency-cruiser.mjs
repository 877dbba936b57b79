// The shape of the house, checked on every test run; test/structure plants violations to show that each rule bites.
// The order is that of the planning cycle: a domain may use only domains named before it.
export const DOMAINS = [
  'geography',
  'organisation',
  'measures',
  'sources',
  'demand',
  'allocation',
  'ringfence',
  'forums',
  'patrols',
  'performance',
  'plans',
  'evaluation',
  'engagement',
  'protection',
  'professionalism',
  'incidents',
  'desk',
];
const any = DOMAINS.join('|');
/** Files of a domain that may touch records, files or the network: `service.ts`, `keep-service.ts`. */
const IO_FILES = '[/-](store|service|routes|commands|importer|jobs|client)[.]tsx?$';
const TESTS = '[.]test[.]tsx?$';
const later = (domain) => DOMAINS.slice(DOMAINS.indexOf(domain) + 1).join('|');
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule('no-cycles', 'Two files that need each other are one file or three.', {}, { circular: true }),
    rule('no-missing-file', 'An import that resolves to nothing.', {}, { couldNotResolve: true }),
    rule(
      'lib-knows-no-domain',
      'lib/ is mathematics: no domain, no platform.',
      { path: '^src/lib/' },
      { path: '^src/(?!lib/)' },
    ),
    rule(
      'lib-does-no-io',
      'lib/ computes from its arguments.',
      { path: '^src/lib/', pathNot: TESTS },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'solver-in-one-place',
      'Only lib/optimisation knows the solver package.',
      { path: '^src/', pathNot: '^src/lib/optimisation/' },
      { path: '(^|/)highs(/|$)' },
    ),
    rule(
      'platform-knows-no-domain',
      'platform/ carries every domain and knows none.',
      { path: '^src/platform/' },
      { path: `^src/(${any}|app|public)/` },
    ),
    rule(
      'ui-is-pure',
      'Components are functions of their properties.',
      { path: '^src/ui/', pathNot: TESTS },
      { path: `^src/(${any}|app|public|platform)/` },
    ),
    rule(
      'through-a-door',
      'Another domain is entered by index.ts, service.ts or published.ts.',
      { path: '^src/([^/]+)/', pathNot: TESTS },
      {
        path: `^src/(${any})/(?!(index|service|published)[.]ts$)`,
        pathNot: ['^src/$1/', 'routes[.]tsx?$', 'commands[.]ts$'],
      },
    ),
    rule(
      'app-through-a-door',
      'app/ mounts routes and commands and opens doors; it reaches no deeper.',
      { path: '^src/(app/|cli[.]ts|main[.]ts)', pathNot: TESTS },
      { path: `^src/(${any})/(?!(index|service|published|commands)[.]ts$|routes[.]tsx?$)` },
    ),
    rule(
      'routes-and-commands-only-from-app',
      'app/ mounts them; nobody else calls them.',
      { path: '^src/', pathNot: `^src/app/|${TESTS}` },
      { path: `^src/(${any}|public)/(routes|commands)[.]tsx?$` },
    ),
    rule(
      'pure-files-reach-no-io',
      'Computation must be able to run in a worker, a browser or a test without a database.',
      { path: `^src/(${any})/`, pathNot: [IO_FILES, TESTS] },
      { path: '^src/platform/', reachable: true },
    ),
    rule(
      'pure-files-use-no-node',
      'Pure files run in a browser too.',
      { path: `^src/(${any}|ui)/`, pathNot: [IO_FILES, TESTS] },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'only-stores-write-sql',
      'SQL lives in store.ts; transactions in service.ts.',
      { path: `^src/(${any}|public)/`, pathNot: `[/-](store|service|importer)[.]ts$|${TESTS}` },
      { path: '^src/platform/database/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'public-sees-published-only',
      'Public pages read figures after disclosure control.',
      { path: '^src/public/', pathNot: TESTS },
      { path: `^src/(${any})/(?!published[.]ts$)` },
    ),
    rule(
      'no-production-to-test',
      'Move shared pieces to test/.',
      { path: '^src/', pathNot: TESTS },
      { path: `^test/|${TESTS}` },
    ),
    ...DOMAINS.filter((domain) => later(domain)).map((domain) =>
      rule(
        `${domain}-uses-earlier-domains-only`,
        'Against the order of the planning cycle.',
        { path: `^src/${domain}/`, pathNot: TESTS },
        { path: `^src/(${later(domain)})/` },
      ),
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/.*/islands/' },
  },
};
