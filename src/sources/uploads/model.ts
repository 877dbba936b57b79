import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import type { ImportChanges } from '../changes/import-changes.ts';
import type { ImportReport } from '../model.ts';
import { SOURCE_KINDS } from '../source-kinds.ts';

const reasonCount = z.object({ reason: z.string(), count: z.number() });
const month = z.templateLiteral([z.number(), '-', z.number()]);
const importedFile = z.object({
  id: z.string().nullable(),
  file: z.string(),
  sha256: z.string(),
  recognisedAs: z.string(),
  kind: z.enum(SOURCE_KINDS),
  rowsRead: z.number(),
  rowsUsed: z.number(),
  refused: z.array(reasonCount),
  notices: z.array(reasonCount),
  supersededMonths: z.array(z.object({ month, total: z.number(), by: z.string(), byTotal: z.number() })),
  from: month.nullable(),
  to: month.nullable(),
  unchanged: z.boolean(),
});
const months = z.array(month);
const value = z.number().nullable();
const changes: z.ZodType<ImportChanges> = z.object({
  heldAlready: z.number(),
  measures: z.array(
    z.object({
      measure: z.string(),
      title: z.string(),
      boundaryVersion: z.enum(BOUNDARY_VERSIONS),
      newMonths: months,
      lostMonths: months,
      changedMonths: months,
      changedValues: z.number(),
      largest: z.array(z.object({ areaCode: z.string(), areaName: z.string(), month, before: value, after: value })),
      vintagesBefore: z.array(z.string()),
      vintagesAfter: z.array(z.string()),
    }),
  ),
  givenUp: z.array(z.object({ file: z.string(), by: z.string(), months })),
  replaced: z.array(z.object({ what: z.string(), before: z.string().nullable() })),
});
const report: z.ZodType<ImportReport> = z.object({
  vintage: z.string(),
  dryRun: z.boolean(),
  boundaryVersions: z.array(z.enum(BOUNDARY_VERSIONS)),
  imports: z.array(importedFile),
  refusedFiles: z.array(z.object({ file: z.string(), position: z.number(), because: z.string() })),
  changes: changes.nullable(),
});

const state = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reading') }),
  z.object({ kind: z.literal('ready'), report }),
  z.object({ kind: z.literal('importing'), report }),
  z.object({ kind: z.literal('imported'), report }),
  z.object({ kind: z.literal('refused'), sentence: z.string() }),
  z.object({ kind: z.literal('failed'), because: z.enum(['a fault', 'stopped too often']) }),
]);
/** How far an upload has come: read, ready to be imported, imported; or refused, or failed. */
export type UploadState = z.infer<typeof state>;

const upload = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  /** Name the reader gave the publication; null for one made from the files. */
  vintage: z.string().nullable(),
  /** What the reader said the files are about; null when nothing. */
  about: z.string().nullable().default(null),
  /** How often reading, or importing, was begun; written before it is, so that a file that stops Wardroom is given up. */
  attempts: z.number().default(0),
  /** Names as sent, in order; the files themselves are kept as 1, 2, 3, … */
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
  /** Identity of who last asked for the work on it, "person:3f9c" or "wardroom"; what they may do is looked up when it is done. */
  begunBy: z.string().default('wardroom'),
  state,
});
/** Files sent through the import page, from upload until they are imported or discarded. */
export type Upload = z.infer<typeof upload>;

/** @throws ZodError when the text is not an upload as written by `Upload` */
export function parseUpload(text: string): Upload {
  return upload.parse(JSON.parse(text));
}

const UPLOAD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of an upload; nothing else is ever made part of a path. */
export function isUploadId(text: string): boolean {
  return UPLOAD_ID.test(text);
}
