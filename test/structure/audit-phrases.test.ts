import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PUBLICATION_KINDS } from '../../src/app/publication-kinds.ts';
import { ENTRY_PHRASES } from '../../src/platform/audit/entry-phrases.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: withoutComments(read(`src/${name}`)) }));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const WRITES = /\b(recordAudit|auditUsers|writeAccount|changeBook)\(/;
/** What stands before the name of a service function's rule, which is no action. */
const RULE_NAME = /(\bname:\s*|\b(published|within|ownWork|wayIn|ownAccount)(<[^(]*>)?\(\s*)$/;

/** Every action that a file which writes entries may write: text of the form "domain.done", but for names of rules. */
function actionsIn(text: string): string[] {
  if (!WRITES.test(text)) return [];
  return [...text.matchAll(/'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g)]
    .filter(({ index }) => !RULE_NAME.test(text.slice(0, index)))
    .map(([, action = '']) => action);
}

/** Entries whose action is put together from parts, so that no test could read it; a type, which ends in ";", is none. */
const madeUpIn = (text: string): string[] => (WRITES.test(text) ? (text.match(/\baction: ?`[^`]*`(?!;)/g) ?? []) : []);

/** What is written on the way to being published: every step, of every kind. */
function movesWritten(): string[] {
  const steps = ['drafting.ts', 'deciding.ts'].map((name) => read(`src/platform/publication/${name}`)).join('\n');
  const moves = [...steps.matchAll(/\b(?:move|as): '([a-z-]+)'|auditMove\([^']*'([a-z-]+)'/g)];
  return [...new Set(moves.map(([, move, audited]) => move ?? audited ?? ''))];
}

const withoutPhrase = (actions: readonly string[]): string[] =>
  [...new Set(actions)].filter((action) => !Object.hasOwn(ENTRY_PHRASES, action));

describe('every action of the audit has a phrase in plain English', () => {
  const written = sources.flatMap(({ text }) => actionsIn(text));

  it('finds what is written', () => {
    expect(written).toEqual(expect.arrayContaining(['users.sign-in', 'users.decline-role', 'audit.search']));
    expect(new Set(written).size).toBeGreaterThan(25);
    expect(movesWritten()).toEqual(expect.arrayContaining(['draft', 'propose', 'approve', 'publish', 'take-back']));
  });

  it('in the source', () => {
    expect(withoutPhrase(written)).toEqual([]);
    expect(sources.flatMap(({ name, text }) => madeUpIn(text).map((action) => `${name}: ${action}`))).toEqual([]);
  });

  it('in the records’ own functions', () => {
    const migrations = readdirSync(join(root, 'migrations')).map((name) => read(`migrations/${name}`));
    const actions = migrations.flatMap((text) =>
      [...text.matchAll(/'(audit\.[a-z-]+)'/g)].map(([, action = '']) => action),
    );
    expect(actions).toContain('audit.erase');
    expect(withoutPhrase(actions)).toEqual([]);
  });

  it('on the way to being published', () => {
    const actions = PUBLICATION_KINDS.flatMap(({ kind }) => {
      const [domain = '', thing = ''] = kind.split('.');
      return movesWritten().map((move) => `${domain}.${move}-${thing}`);
    });
    expect(actions.length).toBeGreaterThan(5);
    expect(withoutPhrase(actions)).toEqual([]);
  });

  it('and one without would be found', () => {
    const planted = `export const dance = guarded({ name: 'users.dance', act: 'write' }, async () => {
      const action = asked ? 'users.waltz' : 'users.sign-out';
      await recordAudit(trx, { actor, action, subject });
    });`;
    expect(withoutPhrase(actionsIn(planted))).toEqual(['users.waltz']);
    expect(madeUpIn('auditUsers(trx, { action: `users.dance` })')).toHaveLength(1);
  });
});
