import ts from 'typescript';

/** How far a threat is met: every part of the control has its test, some have, or none is built. */
const STATES = ['proven', 'partly', 'not yet'];

/** One row of the first table of docs/threats.md. */
export interface Threat {
  number: number;
  /** Files and folders of the control. */
  where: string[];
  state: string;
  /** What has no test yet; empty when proven. */
  missing: string;
}

/** One row of the second table: a test that proves a control. */
export interface Proof {
  threat: number;
  file: string;
  title: string;
}

export interface ThreatTable {
  threats: Threat[];
  proofs: Proof[];
}

/** What the checks need to know of the repository, so that a test can make one up. */
export interface Repository {
  exists: (path: string) => boolean;
  /** Titles of the tests in a file; null when there is no such file. */
  titles: (path: string) => readonly string[] | null;
}

/** Reads both tables: rows of six cells are threats, rows of three are proofs. */
export function readThreatTable(text: string): ThreatTable {
  const rows = text
    .split('\n')
    .filter((line) => /^\| *\d+ *\|/.test(line))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    );
  return {
    threats: rows
      .filter((cells) => cells.length === 6)
      .map(([number, , , where = '', state = '', missing = '']) => ({
        number: Number(number),
        where: [...where.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ''),
        state,
        missing,
      })),
    proofs: rows
      .filter((cells) => cells.length === 3)
      .map(([threat, file = '', title = '']) => ({
        threat: Number(threat),
        file: file.replaceAll('`', ''),
        title,
      })),
  };
}

/** Titles of tests, as they are written: of `test`, `it` and their `.each` and `.skipIf`, but not of those left out. */
export function testTitles(path: string, source: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments;
      const [root, ...steps] = nameOf(node.expression);
      if (title !== undefined && (root === 'it' || root === 'test') && !steps.some((step) => LEFT_OUT.includes(step)))
        titles.push(...textOf(title));
    }
    node.forEachChild(visit);
  };
  // By its name the file is TypeScript with or without elements, which read `<` differently.
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return titles;
}

const LEFT_OUT = ['skip', 'todo', 'fails'];

/** `it.skipIf(x).each(y)` as ['it', 'skipIf', 'each']. */
function nameOf(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression)) return [...nameOf(expression.expression), expression.name.text];
  if (ts.isCallExpression(expression)) return nameOf(expression.expression);
  return [];
}

function textOf(title: ts.Expression): string[] {
  if (ts.isStringLiteralLike(title)) return [title.text];
  return ts.isTemplateExpression(title) ? [title.getText().slice(1, -1)] : [];
}

/** What is wrong with the tables, one sentence each. */
export function faultsOf(
  { threats, proofs }: ThreatTable,
  numbers: readonly number[],
  repository: Repository,
): string[] {
  return [
    ...numbers
      .filter((number) => threats.filter((threat) => threat.number === number).length !== 1)
      .map((number) => `Threat ${number} does not stand there once.`),
    ...threats.flatMap((threat) => faultsOfThreat(threat, proofs, repository)),
    ...proofs.flatMap((proof) => faultsOfProof(proof, threats, repository)),
  ];
}

function faultsOfThreat({ number, where, state, missing }: Threat, proofs: readonly Proof[], repository: Repository) {
  const proven = proofs.some(({ threat }) => threat === number);
  return [
    ...(STATES.includes(state) ? [] : [`Threat ${number} is "${state}".`]),
    ...(proven === (state !== 'not yet')
      ? []
      : [`Threat ${number} is ${state}, and ${proven ? 'a' : 'no'} test is named.`]),
    ...((missing === '') === (state === 'proven')
      ? []
      : [`Threat ${number} is ${state}, and says "${missing}" is missing.`]),
    ...(where.length === 0 && state !== 'not yet' ? [`Threat ${number} says not where its control is.`] : []),
    ...where.filter((path) => !repository.exists(path)).map((path) => `Threat ${number}: there is no ${path}.`),
  ];
}

function faultsOfProof({ threat, file, title }: Proof, threats: readonly Threat[], repository: Repository): string[] {
  if (!threats.some(({ number }) => number === threat)) return [`There is no threat ${threat} for a test to prove.`];
  const titles = repository.titles(file);
  if (titles === null) return [`Threat ${threat}: there is no ${file}.`];
  return titles.includes(title) ? [] : [`Threat ${threat}: ${file} has no test "${title}".`];
}
