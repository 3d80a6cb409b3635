/** Small sites that do everything wrong, to show that a test can fail. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running site. */
export interface Fixture {
  /** Its address, e.g. `http://127.0.0.1:40125`. */
  readonly address: string;
  /** Ends it. */
  stop(): void;
}

/** Starts a site that answers every request with `listener`. */
export function startFixture(listener: RequestListener): Promise<Fixture> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const stop = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ address: `http://127.0.0.1:${port}`, stop });
    });
  });
}

/** A whole page. */
export const page = (content: string): string =>
  `<!doctype html><html lang="nl"><head><title>Fixture</title></head><body>${content}</body></html>`;
