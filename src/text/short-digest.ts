/**
 * SHA-256 (FIPS 180-4) of short ASCII texts. Each report has some hundred ids, each the digest of a text whose first 64
 * characters are the same. The system's library is quick at one long text, but calling it between other work costs some
 * eight microseconds an id: more than twice what this does.
 */
const WORDS = 16;
const ROUNDS = 64;
/** The characters of a block, and the most that leave room in it for what closes a text. */
const BLOCK = 64;
const MOST = 55;

/** The first 32 bits of the fractional parts of the roots of the first primes: FIPS 180-4, 4.2.2 and 5.3.3. */
const PRIMES = primes(ROUNDS);
const K = Int32Array.from(PRIMES, (p) => fraction(Math.cbrt(p)));
const START = Int32Array.from(PRIMES.slice(0, 8), (p) => fraction(Math.sqrt(p)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

/** Takes a block, the first 16 words of `schedule`, into the state. */
function compress(state: Int32Array, schedule: Int32Array): void {
  for (let t = WORDS; t < ROUNDS; t++) {
    const x = schedule[t - 15]!;
    const y = schedule[t - 2]!;
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = (schedule[t - 16]! + low + schedule[t - 7]! + high) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < ROUNDS; t++) {
    const turned = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + turned + ((e & f) ^ (~e & g)) + K[t]! + schedule[t]!) | 0;
    const other = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (other + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/** A byte in hexadecimal. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (word: number): string =>
  HEX[word >>> 24]! + HEX[(word >>> 16) & 255]! + HEX[(word >>> 8) & 255]! + HEX[word & 255]!;

/**
 * Makes a function that gives the first 16 hexadecimal digits of the SHA-256 of `head` and `rest`, one behind the other;
 * `null` where `head` is not 64 characters or `rest` more than 55, or one of them not ASCII. It keeps the state after the
 * last `head`, which never changes what it gives.
 */
export function shortDigest(): (head: string, rest: string) => string | null {
  const schedule = new Int32Array(ROUNDS);
  const state = new Int32Array(8);
  const afterHead = new Int32Array(8);
  let known = '';

  /** Writes a text to the block; `false` where it is not ASCII. */
  const write = (text: string): boolean => {
    schedule.fill(0, 0, WORDS);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) return false;
      schedule[i >> 2]! |= unit << (24 - 8 * (i & 3));
    }
    return true;
  };

  return (head, rest) => {
    if (head.length !== BLOCK || rest.length > MOST) return null;
    if (head !== known) {
      if (!write(head)) return null;
      afterHead.set(START);
      compress(afterHead, schedule);
      known = head;
    }
    if (!write(rest)) return null;
    schedule[rest.length >> 2]! |= 0x80 << (24 - 8 * (rest.length & 3));
    schedule[WORDS - 1] = 8 * (BLOCK + rest.length);
    state.set(afterHead);
    compress(state, schedule);
    return hex(state[0]!) + hex(state[1]!);
  };
}
