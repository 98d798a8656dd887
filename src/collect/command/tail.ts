/** More than this of standard error is not kept; its end is what counts. Bytes. */
const kept = 1024 * 1024;

/** The end of a stream of bytes. */
export const createTail = () => {
  let parts: Uint8Array[] = [];
  let size = 0;
  const push = (chunk: Uint8Array): void => {
    parts.push(chunk);
    size += chunk.length;
    if (size > 2 * kept) {
      parts = [Buffer.concat(parts).subarray(-kept)];
      size = kept;
    }
  };
  return { push, bytes: (): Uint8Array => Buffer.concat(parts).subarray(-kept) };
};
