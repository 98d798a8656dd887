import { join } from 'node:path';
import type { Inputs } from './inputs.ts';
import type { Command } from './measure.ts';

/** Two commands that are compared. `goal`: the ratio that is aimed at. `most`: what the gate lets pass. */
export interface Row {
  readonly name: string;
  readonly against: string;
  readonly ours: Command;
  readonly theirs: Command;
  readonly goal?: number;
  readonly most: number;
}

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

/** The shipped program, on one Node. */
export const dockerWhy = (node: string, args: readonly string[], stdin?: string): Command => ({
  argv: [node, cli, ...args],
  ...(stdin !== undefined && { stdin }),
});

export const emptyNode = (node: string): Command => ({ argv: [node, '-e', '0'] });

export const startRow = (node: string, version: string, { folder }: Inputs): Row => ({
  name: `start: docker-why < small.log, Node ${version}`,
  against: 'node -e 0',
  ours: dockerWhy(node, [], join(folder, 'small.log')),
  theirs: emptyNode(node),
  goal: version.startsWith('20.') ? 1.2 : 1.3,
  most: 4,
});

/**
 * ripgrep looks for the literals of the rules: it cannot compile the patterns
 * themselves, of which there are more than a thousand, in any reasonable time.
 */
export const scanRows = (node: string, { folder }: Inputs): readonly Row[] => {
  const at = (name: string): string => join(folder, name);
  const rg = (path: string): Command => ({ argv: ['rg', '-j1', '-i', '-c', '-F', '-f', at('literals'), at(path)] });
  const row = (name: string, file: string, goal: number, most: number): Row => ({
    name,
    against: 'rg -j1 -i -c -F -f literals',
    ours: dockerWhy(node, ['--no-host', at(file)]),
    theirs: rg(file),
    goal,
    most,
  });
  return [
    row('journal of a host', 'mixed.log', 0.6, 3),
    row('journal of Docker alone', 'docker.log', 0.9, 4),
    row('each line holds a literal', 'hostile.log', 2.5, 12),
    { ...row('tickets, a file each', 'tickets', 2, 12), against: 'rg -j1 -i -c -F -f literals DIR' },
    {
      ...row('the same, --format jsonl', 'tickets', 2, 12),
      ours: dockerWhy(node, ['--no-host', '--format', 'jsonl', at('tickets')]),
      against: 'rg -j1 -i -c -F -f literals DIR',
    },
    {
      ...row('one line', 'line.log', 1.5, 3),
      theirs: dockerWhy(node, ['--no-host', at('lines.log')]),
      against: 'the same text in lines',
    },
  ];
};

/** A compressed log against its decoder and the plain log, one behind the other. */
export const packedRow = (node: string, program: string, suffix: string, { folder }: Inputs): Row => {
  const path = join(folder, `packed.log.${suffix}`);
  const plain = dockerWhy(node, ['--no-host', join(folder, 'packed.log')]).argv;
  return {
    name: `packed.log.${suffix}`,
    against: `${program} -dc, then docker-why packed.log`,
    ours: dockerWhy(node, ['--no-host', path]),
    theirs: { argv: ['sh', '-c', `${program} -dc ${path} >/dev/null; exec "$@"`, 'sh', ...plain] },
    goal: 1,
    most: 2,
  };
};

/** This host, where it has a journal. */
export const liveRow = (node: string): Row => ({
  name: 'this host, live',
  against: 'journalctl -u docker -n 2000',
  ours: dockerWhy(node, []),
  theirs: { argv: ['journalctl', '-u', 'docker', '-n', '2000', '--no-pager'] },
  most: Number.POSITIVE_INFINITY,
});
