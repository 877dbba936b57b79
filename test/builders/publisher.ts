import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A publisher's server on this machine, whose answers a test writes. */
export interface MadePublisher {
  /** "http://127.0.0.1:PORT" */
  address: string;
  /** Requests as they came. */
  asked: { method: string; path: string; headers: IncomingMessage['headers']; body: string; at: number }[];
  close(): Promise<void>;
}

/** Answers one request; `turn` counts the requests for the same path, from 1. */
export type Answer = (request: IncomingMessage, response: ServerResponse, turn: number) => void | Promise<void>;

/** Serves answers by path, without the query; anything else is not there. */
export async function madePublisher(answers: Record<string, Answer>): Promise<MadePublisher> {
  const asked: MadePublisher['asked'] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    asked.push({
      method: request.method ?? '',
      path,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      at: performance.now(),
    });
    const name = path.split('?')[0] ?? '';
    const answer = answers[name];
    if (answer === undefined) response.writeHead(404).end('not here');
    else await answer(request, response, asked.filter((each) => each.path.split('?')[0] === name).length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Serves a file as a good publisher does: with its version, in ranges, and not at all when it has not changed. */
export function wholeFile(content: Buffer, version = '"v1"'): Answer {
  return (request, response) => {
    if (request.headers['if-none-match'] === version) return void response.writeHead(304).end();
    const from = rangeStart(request, version);
    if (from !== null && from >= content.length) {
      return void response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
    }
    const rest = content.subarray(from ?? 0);
    response.writeHead(from === null ? 200 : 206, {
      etag: version,
      'content-length': rest.length,
      ...(from === null ? {} : { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }),
    });
    response.end(rest);
  };
}

/** Where a request for a range of this version begins; null when the whole file is to be sent. */
export function rangeStart(request: IncomingMessage, version: string): number | null {
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  return range !== null && request.headers['if-range'] === version ? Number(range[1]) : null;
}

/** Sends the first bytes of what it promises, then breaks the connection. */
export function breakOff(response: ServerResponse, content: Buffer, bytes: number, headers: object = {}): void {
  response.writeHead(200, { 'content-length': content.length, etag: '"v1"', ...headers });
  response.write(content.subarray(0, bytes));
  destroySoon(response);
}

/** Breaks the connection once what was written has had time to arrive. */
export function destroySoon(response: ServerResponse): void {
  setTimeout(() => response.destroy(), 40);
}
