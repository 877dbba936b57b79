import { z } from 'zod';
import type { Problem } from '../../lib/refused.ts';
import type { Charter, CharterShown } from '../model.ts';
import { besideCharter } from './charter-file-shape.ts';
import { parseCharter } from './parse-charter.ts';

/** What a file of a charter holds: the charter, and where it was exported who signed it and how it was amended. */
export interface CharterFile {
  charter: Charter;
  /** The hash that the file says it has; null where it says none. */
  hash: string | null;
  signatures: CharterShown['signatures'];
  amendments: CharterShown['amendments'];
}

/** A file of a charter, or everything that is wrong with it. */
export type ReadCharterFile = { kind: 'file'; file: CharterFile } | { kind: 'refused'; problems: readonly Problem[] };

const beside = z.object(besideCharter).partial();

/**
 * Reads a file of a charter: the charter itself, or as it was exported, `{ charter, signatures, amendments }`.
 * @param text content of the file
 * @param name as it is told in sentences
 */
export function readCharterFile(text: string, name: string): ReadCharterFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const sentence = `${name} is no JSON: write it by the schema that "wardroom evaluation charter schema" prints.`;
    return { kind: 'refused', problems: [{ field: null, sentence }] };
  }
  const exported = typeof json === 'object' && json !== null && 'charter' in json ? json : null;
  const parsed = parseCharter(exported === null ? json : exported.charter);
  if (parsed.kind === 'refused') return parsed;
  const more = beside.safeParse(exported ?? {});
  if (!more.success) {
    const [issue] = more.error.issues;
    const sentence = `${issue?.path.join('.') ?? name}: ${issue?.message ?? 'it cannot be read'}; take the file anew from who keeps the charter.`;
    return { kind: 'refused', problems: [{ field: null, sentence }] };
  }
  const { hash = null, signatures = [], amendments = [] } = more.data;
  return { kind: 'file', file: { charter: parsed.charter, hash, signatures, amendments } };
}
