import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

const headerBytes = 4;
const mostBytes = 2 ** 30;

/** Sends one message as its length, 4 bytes big-endian, and its structured clone (node:v8). */
export function sendFrame(socket: Socket, message: unknown): void {
  const body = serialize(message);
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(body.length);
  socket.cork();
  socket.write(header);
  socket.write(body);
  socket.uncork();
}

/**
 * Calls back with every whole message that arrives. A frame that is too long or cannot be read ends the socket,
 * which both ends treat as the death of the other.
 */
export function onFrames(socket: Socket, received: (message: unknown) => void): void {
  const inbox = makeInbox();
  socket.on('data', (chunk: Buffer) => {
    inbox.add(chunk);
    try {
      for (let body = inbox.next(); body !== null && !socket.destroyed; body = inbox.next()) {
        received(deserialize(body));
      }
    } catch {
      socket.destroy();
    }
  });
}

interface Inbox {
  add(chunk: Buffer): void;
  /** The next whole body; null until there is one. Throws when a body is announced that is too long. */
  next(): Buffer | null;
}

function makeInbox(): Inbox {
  let chunks: Buffer[] = [];
  let have = 0;
  let bodyBytes: number | null = null;

  // Joined only when a whole piece is there: a message of many chunks is copied once.
  const take = (bytes: number): Buffer => {
    const joined = Buffer.concat(chunks);
    chunks = [joined.subarray(bytes)];
    have -= bytes;
    return joined.subarray(0, bytes);
  };
  return {
    add(chunk) {
      chunks.push(chunk);
      have += chunk.length;
    },
    next() {
      if (bodyBytes === null) {
        if (have < headerBytes) return null;
        bodyBytes = take(headerBytes).readUInt32BE();
        if (bodyBytes > mostBytes) throw new RangeError(`A message of ${bodyBytes} bytes is too long.`);
      }
      if (have < bodyBytes) return null;
      const body = take(bodyBytes);
      bodyBytes = null;
      return body;
    },
  };
}
