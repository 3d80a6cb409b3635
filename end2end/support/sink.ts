/** A mail server that takes every letter and keeps it. */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A running mail server. */
export interface Sink {
  readonly port: number;
  /** Every letter so far, byte by byte. */
  letters(): readonly string[];
  /** Ends it. */
  stop(): void;
}

/** Starts one on a free port of this machine. */
export function startSink(): Promise<Sink> {
  const kept: string[] = [];
  const server = createServer((socket) => talk(socket, kept));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, letters: () => kept, stop: () => void server.close() });
    });
  });
}

function talk(socket: Socket, kept: string[]): void {
  let waiting = '';
  let letter: string | undefined;
  const hear = (line: string): string | undefined => {
    if (letter === undefined) {
      if (line !== 'DATA') return line === 'QUIT' ? '221 bye' : '250 fine';
      letter = '';
      return '354 go on';
    }
    if (line !== '.') {
      letter += `${line}\r\n`;
      return undefined;
    }
    kept.push(letter);
    letter = undefined;
    return '250 kept';
  };
  socket.write('220 sink\r\n');
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    const lines = (waiting + bytes.toString()).split('\r\n');
    waiting = lines.pop() ?? '';
    for (const answer of lines.map(hear)) if (answer) socket.write(`${answer}\r\n`);
  });
}
