import type { FastifyReply } from 'fastify';

/** Answers with a file to keep, which no cache on the way may keep too. */
export function sendFile(
  reply: FastifyReply,
  { name, type, content }: { name: string; type: string; content: string },
): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content);
}
