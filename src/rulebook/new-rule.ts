import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const rule = (id: string): string => `# yaml-language-server: $schema=../../dist/rule.schema.json
id: ${id}
title: What is wrong on the host, in one sentence, without a full stop

symptoms:
  # the source file that prints it, and since which version
  - line: 'the constant words of the message'

checks:
  - query: { ask: file, path: /etc/docker/daemon.json }
    confirms: { fact: exists, is: false }
    refutes: { fact: exists, is: true }

explain: |
  Why this happens, and why the message misleads.

fixes:
  - title: Begin with a verb
    risk: restarts
    cost: Restarting Docker stops running containers unless live-restore is on.
    steps:
      - systemctl: [restart, docker.service]

references:
  - https://docs.docker.com/

examples:
  hit:
    - 'failed to start daemon: the constant words of the message'
  miss:
    - 'other words of another message'
`;

const sample = `Nov 23 08:24:56 host1 systemd[1]: Starting docker.service - Docker Application Container Engine...
Nov 23 08:24:56 host1 dockerd[4711]: time="2026-11-23T08:24:56.523456789Z" level=info msg="Starting up"
Nov 23 08:24:56 host1 dockerd[4711]: failed to start daemon: the constant words of the message
Nov 23 08:24:56 host1 systemd[1]: docker.service: Main process exited, code=exited, status=1/FAILURE
Nov 23 08:24:56 host1 systemd[1]: docker.service: Failed with result 'exit-code'.
Nov 23 08:24:56 host1 systemd[1]: Failed to start docker.service - Docker Application Container Engine.
`;

const write = (file: string, text: string): void => {
  if (existsSync(file)) throw new Error(`${file} is there already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
};

const [id = ''] = process.argv.slice(2);
if (!/^[a-z]+\/[a-z0-9-]+$/.test(id)) {
  console.error('usage: npm run new-rule -- group/slug   (an id of rules/TAXONOMY.md)');
  process.exit(2);
}
write(`rules/${id}.yaml`, rule(id));
write(`samples/${id}.log`, sample);
console.log(`now: npm run -s docker-why -- rules check rules/${id}.yaml; rules/README.md explains the fields`);
