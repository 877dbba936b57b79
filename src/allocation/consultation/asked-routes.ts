import { z } from 'zod';
import { NotFound } from '../../platform/web/index.ts';

export const READS = { access: { kind: 'allowed', module: 'consultation', act: 'read' } } as const;
export const WRITES = { access: { kind: 'allowed', module: 'consultation', act: 'write' } } as const;

/** The fields of a form or an address, each as text and whole: the services say what is too long, and it is shown again. */
export const texts = z.record(z.string(), z.string().catch('')).catch({});

const key = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** The review that an address names. @throws NotFound for what cannot be a number of one */
export function reviewIn(params: unknown): number {
  const parsed = z.object({ id: key }).safeParse(params);
  if (!parsed.success) throw noReview();
  return parsed.data.id;
}

/** The proposal that an address names. @throws NotFound for what cannot be a number of one */
export function proposalIn(params: unknown): { id: number; proposal: number } {
  const parsed = z.object({ id: key, proposal: key }).safeParse(params);
  if (!parsed.success) throw noProposal();
  return parsed.data;
}

const everyReview = [{ href: '/allocation/reviews', text: 'Every review' }];

export const noReview = () => new NotFound('There is no review of that number that you may see.', everyReview);
export const noProposal = () => new NotFound('There is no proposal of that number that you may see.', everyReview);
