import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  readonly file: string;
  /** What it must be diagnosed as: its own path. */
  readonly cause: string;
  readonly bytes: Uint8Array;
}

/** samples/<group>/<slug>.<variant>.log */
export const samples: readonly Sample[] = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.log(?:\.gz)?$/.test(name))
  .sort()
  .map((name) => ({
    file: join('samples', name),
    cause: name.replace(/^([^/]+\/[a-z0-9-]+).*$/, '$1'),
    bytes: readFileSync(join('samples', name)),
  }));

export const allSampleTexts: readonly string[] = samples.map(({ bytes }) => new TextDecoder().decode(bytes));

/** The host that goes with a sample, where one was recorded. */
export const hostOf = (sample: Sample): string | undefined => {
  const file = sample.file.replace(/\.log$/, '.host.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
