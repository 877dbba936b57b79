import type { Socket } from 'node:net';
import { readStatementFault, StatementError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { onFrames, sendFrame } from './frames.ts';
import { type Ask, protocolVersion, type Word } from './socket-protocol.ts';
import type { Turns } from './turns.ts';

/** One client of the owner, from its connection to the end of whatever it left unfinished. */
export interface Visitor {
  hasTurn(): boolean;
  /** Gives no more turns; a client that waits for one is sent to look for the next owner. */
  refuseTurns(): void;
  /** Cuts the connection. */
  end(): void;
  /** Resolves when its turn, if it had one, is over and an unfinished transaction is undone. */
  cleared(): Promise<void>;
}

export interface VisitSettings {
  turns: Turns;
  /** Not there yet while the owner starts: a client's first turn waits for it. */
  engine: Promise<Engine>;
  /** A client with a turn that asks nothing for this long, while others wait, loses it. */
  idleMilliseconds: number;
}

/** Says hello, then grants turns and runs a turn's statements one after another. */
export function receiveVisitor(socket: Socket, { turns, engine, idleMilliseconds }: VisitSettings): Visitor {
  let endTurn: (() => void) | null = null;
  let refusing = false;
  let waiting = false;
  let idle: NodeJS.Timeout | undefined;
  let inOrder: Promise<void> = Promise.resolve();

  const say = (word: Word) => {
    if (!socket.destroyed) sendFrame(socket, word);
  };
  const finishTurn = () => {
    clearTimeout(idle);
    endTurn?.();
    endTurn = null;
  };
  const watchIdleness = () => {
    idle = setTimeout(() => {
      if (turns.waiting() === 0) return watchIdleness();
      say({ word: 'taken back', because: takenBack(idleMilliseconds) });
      socket.destroySoon();
    }, idleMilliseconds);
  };

  const grant = async () => {
    if (refusing) return say({ word: 'leaving' });
    waiting = true;
    await engine;
    const end = await turns.take();
    waiting = false;
    if (socket.destroyed || refusing) return end();
    endTurn = end;
    watchIdleness();
    say({ word: 'your turn' });
  };
  const run = async (ask: Extract<Ask, { ask: 'run' }>) => {
    clearTimeout(idle);
    try {
      say({ word: 'answer', answer: await (await engine).run(ask.sql, ask.parameters) });
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      say({ word: 'refused', fault: readStatementFault(error) });
    }
    if (!socket.destroyed) watchIdleness();
  };
  const answer = async (ask: Ask) => {
    if (socket.destroyed) return;
    if (ask.ask === 'turn' && endTurn === null) await grant();
    else if (ask.ask === 'run' && endTurn !== null) await run(ask);
    else if (ask.ask === 'done') finishTurn();
    else socket.destroy();
  };

  const cleared = new Promise<void>((resolve) => {
    const clear = async () => {
      await inOrder;
      if (endTurn !== null) await (await engine).run('rollback', []);
      finishTurn();
    };
    // An engine that ended has nothing left to undo.
    socket.once('close', () => clear().catch(finishTurn).then(resolve));
  });
  socket.on('error', () => undefined);
  // The folder's user is at the other end, speaking through the same code; a message out of order ends the visit.
  onFrames(socket, (message) => {
    inOrder = inOrder.then(() => answer(message as Ask)).catch(() => void socket.destroy());
  });
  say({ word: 'hello', protocolVersion, process: process.pid });
  return {
    hasTurn: () => endTurn !== null,
    refuseTurns: () => {
      refusing = true;
      if (waiting) say({ word: 'leaving' });
    },
    end: () => void socket.destroy(),
    cleared: () => (waiting ? Promise.resolve() : cleared),
  };
}

function takenBack(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `The records were held for ${seconds} seconds without a question while others waited, so they were taken back and nothing was saved: run the command again.`;
}
