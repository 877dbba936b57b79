import { z } from 'zod';
import { CLAIM_KINDS, type ClaimContent } from './model.ts';

const text = z.string().trim();
const binding = z.strictObject({
  measure: text,
  of: text.nullable().default(null),
  area: text,
  period: text,
  against: text.nullable().default(null),
  printed: text.nullable().default(null),
  counts: z
    .strictObject({ current: z.number(), previous: z.number().nullable().default(null) })
    .nullable()
    .default(null),
});
const file = z.strictObject({
  title: z.string(),
  claims: z
    .array(
      z.strictObject({
        words: text,
        saidBy: text,
        saidOn: text.nullable().default(null),
        document: text,
        kind: z.enum(CLAIM_KINDS),
        binding: binding.nullable().default(null),
        vintage: text.nullable().default(null),
      }),
    )
    .min(1),
});

/** What a file of claims holds, or one sentence that says what is wrong with it, and where. */
export type ReadClaimFile =
  | { kind: 'claims'; title: string; claims: ClaimContent[] }
  | { kind: 'refused'; because: string };

/** Reads a file of claims: JSON with a title and a list, as examples/claims shows. */
export function readClaimFile(content: string, name: string): ReadClaimFile {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { kind: 'refused', because: `${name} is no JSON: write it as examples/claims/islington-2024-07.json.` };
  }
  const parsed = file.safeParse(json);
  if (parsed.success) return { kind: 'claims', ...parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  return {
    kind: 'refused',
    because: `${name} is no file of claims${where} (${issue?.message ?? 'it cannot be read'}): write it as examples/claims/islington-2024-07.json.`,
  };
}
