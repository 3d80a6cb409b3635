/** Requests byte by byte, as no browser sends them, but with the cookies of one. */
import { request, type IncomingHttpHeaders } from 'node:http';

import type { BrowserContext } from '@playwright/test';

import { staffSite } from './hosts.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What is asked. */
export interface Question {
  readonly path: string;
  /** The site; the staff site unless given. */
  readonly site?: string;
  readonly method?: 'GET' | 'POST' | 'HEAD';
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
}

const form = 'application/x-www-form-urlencoded';

/** Asks, without following redirects. */
export function ask(question: Question): Promise<Answer> {
  const { path, site = staffSite(), method = 'GET', body = '', headers = {} } = question;
  const target = new URL(path, site);
  const own = { host: target.host, 'sec-fetch-site': 'same-origin' };
  const sent = method === 'POST' ? { 'content-type': form, 'content-length': body.length } : {};
  const { port } = target;
  const where = { host: '127.0.0.1', port, path: target.pathname, method };
  return new Promise((resolve, reject) => {
    const asked = request({ ...where, headers: { ...own, ...sent, ...headers } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        const { statusCode = 0, headers } = answer;
        resolve({ status: statusCode, headers, body: Buffer.concat(pieces) });
      });
    });
    asked.on('error', reject);
    asked.end(method === 'POST' ? body : undefined);
  });
}

/** The same with the cookies that a browser holds for the staff site. */
export async function askAs(context: BrowserContext, question: Question): Promise<Answer> {
  const cookies = await context.cookies(staffSite());
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return ask({ ...question, headers: { cookie, ...question.headers } });
}

/** An answer without what differs each time: its time, its number and its nonce. */
export function constant({ status, headers, body }: Answer) {
  const policy = String(headers['content-security-policy']).replace(/nonce-[^']+/, '');
  const fresh = { date: '', 'x-request-id': '', 'content-security-policy': policy };
  return { status, body: body.toString(), headers: { ...headers, ...fresh } };
}
