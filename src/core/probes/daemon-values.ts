import type { Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { isWhole, type Settings, settingsOf } from '../ask/settings.ts';
import { strayWords } from '../parse/flags.ts';
import { wrongOptions } from '../parse/values/options.ts';
import { wrongRegistries } from '../parse/values/registries.ts';
import { wrongRuntimes } from '../parse/values/runtimes.ts';
import { wrongDrivers } from '../parse/values/storage-drivers.ts';
import type { Values, WrongValue } from '../parse/values/values.ts';
import type { Answer, Query, Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Find = (values: Values, settings: Settings) => readonly WrongValue[];

/** `dockerd daemon`, a quote too many. Up to 1.12 dockerd was `docker daemon`. */
const wrongArguments: Find = (_, { command }) =>
  command?.program.endsWith('dockerd') === true
    ? strayWords(command.args).map((value) => ({ option: 'argument', value }))
    : [];

const kinds: Readonly<Record<string, Find>> = {
  arguments: wrongArguments,
  options: wrongOptions,
  registries: wrongRegistries,
  runtime: wrongRuntimes,
  'storage-driver': wrongDrivers,
};

/** Lists of both places are not merged by dockerd: it refuses them, which is a conflict and another rule's. */
const valuesOf = ({ file, flags }: Settings): Values => ({
  ...(file.state === 'read' && file.value),
  ...Object.fromEntries(flags ?? []),
});

/** Does the text still stand anywhere? Nothing where not all can be read. */
const isPresent = (value: string, { file, command }: Settings): boolean | undefined => {
  const words = [...(command?.args ?? []), ...(file.state === 'read' ? [JSON.stringify(file.value)] : [])];
  if (words.some((word) => word.includes(value))) return true;
  const isKnown = command !== undefined && isWhole(command) && (file.state === 'read' || file.state === 'missing');
  return isKnown ? false : undefined;
};

function* inquire(query: Query, scene: Scene): Inquiry<Answer> {
  const kind = param(query, 'of');
  const wrongOf = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (wrongOf === undefined) return { known: false, why: 'not-asked' };
  const settings = yield* settingsOf(scene);
  const { file, flags } = settings;
  if (file.state === 'unknown' && flags === undefined) return { known: false, why: file.why };
  const [first, ...more] = wrongOf(valuesOf(settings), settings);
  const logged = param(query, 'logged');
  const present = logged === '' ? undefined : isPresent(logged, settings);
  const facts: Readonly<Record<string, Scalar>> = {
    wrong: first === undefined ? 0 : 1 + more.length,
    ...first,
    ...(present !== undefined && { present }),
  };
  return { known: true, facts };
}

export const daemonValues: ProbeKind = {
  ask: 'daemon-values',
  about:
    'values of daemon.json and the flags that no dockerd takes, `of` arguments, options, registries, runtime or storage-driver: how many, and the first; does what a log named (`logged`) still stand there',
  params: { of: 'text', 'logged?': 'text' },
  facts: { wrong: 'number', option: 'text', value: 'text', present: 'boolean' },
  command: () => 'cat /etc/docker/daemon.json; systemctl show docker -p ExecStart',
  inquire,
};
