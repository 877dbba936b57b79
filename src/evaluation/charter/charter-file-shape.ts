import { z } from 'zod';
import type { CharterShown } from '../model.ts';
import { charterShape } from './charter-shape.ts';

const HASH = 'write a hash of 64 hexadecimal digits';
const hash = z
  .string(HASH)
  .regex(/^[0-9a-f]{64}$/, HASH)
  .meta({ description: 'SHA-256 of a wording’s canonical JSON.' });
const DAY = 'write a day such as 2030-01-31';
const day = z.string(DAY).regex(/^\d{4}-\d{2}-\d{2}$/, DAY);
const text = z.string('write text').max(4_000);

const standing = z.enum(['retrospective', 'draft', 'partly signed', 'signed', 'file']);

/** What stands beside a charter in a file that was exported: who signed which hash, and how it was amended. */
export const besideCharter = {
  hash: hash.exactOptional(),
  standing: standing.exactOptional(),
  signatures: z.array(z.object({ organisation: text, name: text, on: day, hash })).max(1_000),
  amendments: z
    .array(z.object({ number: z.int(), on: day, because: text, changed: z.array(z.string()), hash }))
    .max(1_000),
};

/** A charter with its signatures and amendments, as `wardroom evaluation charter show NAME --json` writes it. */
export const charterShownShape = z.object({
  charter: charterShape,
  hash,
  standing,
  signatures: besideCharter.signatures,
  amendments: besideCharter.amendments,
}) satisfies z.ZodType<CharterShown>;
