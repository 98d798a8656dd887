import type { Scene } from '../../core/ask/scene.ts';
import { createReader } from '../../core/read/index.ts';
import { journalLineOf } from '../../core/read/journal-line.ts';
import type { Remembering } from '../../hosts/index.ts';
import { redact } from '../../report/index.ts';
import { version } from '../../version.ts';
import type { World } from '../../world.ts';

/** More of one log is not recorded, and it is its end that is; bytes. */
const mostLog = 8 * 1024 * 1024;

/** What `--record` writes down while a case is read. */
export interface Tape {
  readonly journal: (bytes: Uint8Array) => void;
  readonly log: (name: string, bytes: Uint8Array) => void;
  readonly write: (path: string, host: Remembering | undefined, scene: Scene) => Promise<void>;
}

const journalText = (bytes: Uint8Array): string => {
  const lines: string[] = [];
  const reader = createReader('journal', (entry) => lines.push(journalLineOf(entry)));
  reader.push(bytes);
  reader.end();
  return `${lines.join('\n')}\n`;
};

export const openTape = ({ now }: World): Tape => {
  const texts = new Map<string, string>();
  const add = (name: string, text: string): void => {
    texts.set(name, `${texts.get(name) ?? ''}${text}`.slice(-mostLog));
  };
  return {
    journal: (bytes) => add('journal', journalText(bytes)),
    log: (name, bytes) => add(name, new TextDecoder().decode(bytes)),
    write: async (path, host, scene) => {
      const { recordingOf, writeRecording } = await import('../../hosts/recorder.ts');
      const logs = [...texts].map(([name, text]) => ({ name, text }));
      const replies = (await host?.asked()) ?? [];
      const seen = { now, by: version, host: host?.name ?? 'no host', scene, logs, replies, redact };
      await writeRecording(path, recordingOf(seen));
    },
  };
};
