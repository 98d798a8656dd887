import { isConfigJson } from '../ask/config.ts';
import { dockerdHelp, dockerdValidation } from '../ask/dockerd.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { isWhole, type Settings, settingsOf } from '../ask/settings.ts';
import { conflictsOf, keysOfConfig, unknownKeys } from '../parse/config-keys.ts';
import { givenFlags } from '../parse/flags.ts';
import { parseJson } from '../parse/json.ts';
import type { Validation } from '../parse/validation.ts';
import type { Answer, Scalar } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Facts = Readonly<Record<string, Scalar>>;

const counted = (count: string, list: string, names: readonly string[], complete: boolean): Facts => {
  if (names.length === 0 && !complete) return {};
  return { [count]: names.length, ...(names.length > 0 && { [list]: names.join(' ') }) };
};

const unknownFacts = (names: readonly string[], complete: boolean): Facts =>
  counted('unknown-keys', 'unknown-names', names, complete);

const conflictFacts = (names: readonly string[], complete: boolean): Facts =>
  counted('conflicts', 'conflict-names', names, complete);

/** The names without dockerd's help: by its list of flags, or by those of all versions. */
function* byKeys(keys: readonly string[], { command }: Settings, scene: Scene): Inquiry<Facts> {
  const { names, complete } = unknownKeys(keys, yield* dockerdHelp());
  const conflicts =
    command === undefined
      ? []
      : conflictsOf(
          keys,
          givenFlags(command.args).map(({ name }) => name),
        );
  // the snap and the rootless script add flags of their own
  const allFlags =
    command !== undefined && isWhole(command) && scene.unit === undefined && scene.rootless === undefined;
  return { ...unknownFacts(names, complete), ...conflictFacts(conflicts, allFlags) };
}

/** dockerd looks for unknown keys first, then for conflicts, then at the values. */
const byValidation = ({ valid, error, unknown, twice }: Validation): Facts => ({
  validated: valid,
  ...(error !== undefined && { error }),
  ...unknownFacts(unknown, valid || twice.length > 0),
  ...conflictFacts(twice, valid),
});

function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const settings = yield* settingsOf(scene);
  const { file } = settings;
  if (file.state === 'unknown') return { known: false, why: file.why };
  if (file.state === 'missing') return { known: true, facts: { exists: false } };
  const reply = yield* ask({ read: 'text', path: file.path });
  const valid = reply.known && reply.exists ? yield* isConfigJson(parseJson(reply.text)) : undefined;
  const basic = { exists: true, ...(valid !== undefined && { 'json-valid': valid }) };
  if (file.state === 'invalid') return { known: true, facts: { ...basic, error: file.error } };
  const keys = keysOfConfig(file.value);
  const validation = scene.rootless === undefined ? yield* dockerdValidation(settings, keys) : undefined;
  const plain = validation?.valid === true ? {} : yield* byKeys(keys, settings, scene);
  return { known: true, facts: { ...basic, ...plain, ...(validation !== undefined && byValidation(validation)) } };
}

export const daemonConfig: ProbeKind = {
  ask: 'daemon-config',
  about: 'daemon.json held against the real flags: conflicts, unknown keys, `dockerd --validate` where it exists',
  params: {},
  facts: {
    exists: 'boolean',
    'json-valid': 'boolean',
    conflicts: 'number',
    'conflict-names': 'text',
    'unknown-keys': 'number',
    'unknown-names': 'text',
    validated: 'boolean',
    error: 'text',
  },
  command: () => 'sudo dockerd --validate --config-file /etc/docker/daemon.json',
  inquire,
};
