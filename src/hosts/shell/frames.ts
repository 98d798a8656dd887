/** What came for one question: lines by their tag, and how it ended. */
export interface Frame {
  readonly ending: string;
  readonly said: readonly string[];
  readonly code?: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

interface Coming {
  readonly said: string[];
  readonly o: string[];
  readonly e: string[];
  code?: number;
  size: number;
}

/** No line of ours is longer, no reply larger: two streams of 1 MiB in hex, 16 bytes a line. */
const longestLine = 4096;
const largest = 8 * 1024 * 1024;

const bytes = (lines: readonly string[], encoding: BufferEncoding): Buffer =>
  Buffer.from(lines.join('').replaceAll(' ', ''), encoding);

export interface Frames {
  readonly push: (chunk: Buffer) => void;
}

/**
 * Puts lines of the shell together. What does not begin with the nonce is noise of a start-up
 * file; what is not asked for, or too much, is let go.
 */
export const readFrames = (
  nonce: string,
  isOpen: (id: number) => boolean,
  done: (id: number, frame: Frame) => void,
): Frames => {
  const coming = new Map<number, Coming>();
  let encoding: BufferEncoding = 'base64';
  let rest = '';

  const end = (id: number, ending: string): void => {
    if (id === 0 && ending === 'hex') encoding = 'hex';
    const { said = [], o = [], e = [], code, size = 0 } = coming.get(id) ?? {};
    coming.delete(id);
    done(id, {
      ending: size > largest ? 'unreadable' : ending,
      said,
      stdout: bytes(o, encoding),
      stderr: bytes(e, encoding),
      ...(code !== undefined && { code }),
    });
  };

  const add = (id: number, tag: string, payload: string): void => {
    const one = coming.get(id) ?? { said: [], o: [], e: [], size: 0 };
    coming.set(id, one);
    one.size += payload.length;
    if (one.size > largest) return;
    if (tag === 'c') one.code = Number(payload);
    else if (tag === 's') one.said.push(payload);
    else if (tag === 'o' || tag === 'e') one[tag].push(payload);
  };

  const line = (text: string): void => {
    if (!text.startsWith(`${nonce} `)) return;
    const [, digits = '', tag = ''] = text.split(' ', 3);
    const id = Number(digits);
    if (!isOpen(id)) {
      coming.delete(id);
      return;
    }
    const payload = text.slice(nonce.length + digits.length + tag.length + 3);
    if (tag === '.') end(id, payload);
    else add(id, tag, payload);
  };

  const push = (chunk: Buffer): void => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) rest = rest.slice(-longestLine);
    for (const text of lines) line(text);
  };
  return { push };
};
