/** Names nobody has, a new one for each test, so that tests never meet each other's visitors. */
import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Letters in a random order that no other test draws. */
export function rareWord(length = 12): string {
  const drawn = [...randomBytes(length)].map((byte) => letters[byte % letters.length]);
  return `Q${drawn.join('')}`;
}

/** A full name. */
export function inventedName(): string {
  return `${rareWord()} van ${rareWord()}`;
}
