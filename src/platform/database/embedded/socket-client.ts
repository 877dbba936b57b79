import { createConnection, type Socket } from 'node:net';
import type { Answer, Connection } from '../connections.ts';
import { RecordsUnavailable, StatementError } from '../errors.ts';
import { onFrames, sendFrame } from './frames.ts';
import { type Seat, SeatLost } from './seat.ts';
import { type Ask, protocolVersion, type Word } from './socket-protocol.ts';
import { makeTurns } from './turns.ts';

const ownerEnded =
  'The Wardroom process that held the records ended before it answered: check whether the last change was saved, and try again.';

/**
 * Connects to the owner of a data folder.
 * @returns null when nobody answers at that place before the signal
 * @throws RecordsUnavailable when the owner is of another version
 */
export async function visitOwner(place: string, patience: AbortSignal): Promise<Seat | null> {
  const socket = createConnection(place);
  const conversation = converse(socket);
  const hello = await conversation.hello(patience);
  if (hello === null) {
    socket.destroy();
    return null;
  }
  if (hello.protocolVersion !== protocolVersion) {
    socket.destroy();
    throw new RecordsUnavailable(
      `The records are held by another version of Wardroom (process ${hello.process}): stop it, or use the same version.`,
    );
  }
  const turns = makeTurns();
  return {
    async acquire() {
      const endTurn = await turns.take();
      try {
        await conversation.turn();
      } catch (error) {
        endTurn();
        throw error;
      }
      return heldTurn(conversation, endTurn);
    },
    end: () => conversation.end(),
  };
}

function heldTurn(conversation: Conversation, endTurn: () => void): Connection {
  let held = true;
  // A transaction's statements may be asked for side by side; they are run one after another.
  let inOrder: Promise<unknown> = Promise.resolve();
  return {
    run(sql, parameters) {
      const answer = inOrder.then(() => conversation.run({ ask: 'run', sql, parameters }));
      inOrder = answer.catch(() => undefined);
      return answer;
    },
    release() {
      if (!held) return;
      held = false;
      void inOrder.then(() => {
        conversation.done();
        endTurn();
      });
    },
  };
}

interface Conversation {
  hello(patience: AbortSignal): Promise<Extract<Word, { word: 'hello' }> | null>;
  turn(): Promise<void>;
  run(ask: Extract<Ask, { ask: 'run' }>): Promise<Answer>;
  done(): void;
  end(): Promise<void>;
}

/** One question at a time: each waits for the owner's next word, or for the end of the connection. */
function converse(socket: Socket): Conversation {
  const unread: Word[] = [];
  let ended: string | null = null;
  let wake: () => void = () => undefined;

  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      ended ??= ownerEnded;
      wake();
      resolve();
    });
  });
  socket.on('error', () => undefined);
  onFrames(socket, (message) => {
    const word = message as Word;
    if (word.word === 'taken back') ended = word.because;
    else unread.push(word);
    wake();
  });

  const send = (ask: Ask) => sendFrame(socket, ask);
  const nextWord = async (): Promise<Word | null> => {
    while (unread.length === 0 && ended === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return unread.shift() ?? null;
  };

  return {
    async hello(patience) {
      const giveUp = () => void socket.destroy();
      patience.addEventListener('abort', giveUp);
      const word = await nextWord();
      patience.removeEventListener('abort', giveUp);
      return word?.word === 'hello' ? word : null;
    },
    async turn() {
      if (ended !== null) throw new SeatLost(ended);
      send({ ask: 'turn' });
      const word = await nextWord();
      if (word?.word === 'your turn') return;
      socket.destroy();
      throw new SeatLost(ended ?? ownerEnded);
    },
    async run(ask) {
      if (ended !== null) throw new RecordsUnavailable(ended);
      send(ask);
      const word = await nextWord();
      if (word?.word === 'answer') return word.answer;
      if (word?.word === 'refused') throw new StatementError(word.fault.message, word.fault);
      throw new RecordsUnavailable(ended ?? ownerEnded);
    },
    done() {
      if (ended === null) send({ ask: 'done' });
    },
    async end() {
      socket.end();
      await closed;
    },
  };
}
