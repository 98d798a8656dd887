import { isConfigJson } from '../ask/config.ts';
import { dockerdHelp, dockerdValidation, flagObjection } from '../ask/dockerd.ts';
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

/** What dockerd itself says: of the whole, where this version can tell (23 on), else of its flags. */
function* byDockerd(settings: Settings): Inquiry<Facts> {
  const { file } = settings;
  if (file.state === 'unknown' || file.state === 'invalid') return {};
  const validation = yield* dockerdValidation(settings, file.state === 'read' ? keysOfConfig(file.value) : []);
  if (validation !== undefined) return { asked: 'dockerd --validate', ...byValidation(validation) };
  const error = yield* flagObjection(settings);
  return error === undefined ? {} : { asked: 'dockerd --version', validated: false, error };
}

function* fileFacts(settings: Settings, scene: Scene, validated: boolean): Inquiry<Facts> {
  const { file } = settings;
  if (file.state === 'missing') return { exists: false };
  const reply = yield* ask({ read: 'text', path: file.path });
  const valid = reply.known && reply.exists ? yield* isConfigJson(parseJson(reply.text)) : undefined;
  const basic = { exists: true, ...(valid !== undefined && { 'json-valid': valid }) };
  if (file.state === 'invalid') return { ...basic, error: file.error };
  if (file.state === 'unknown' || validated) return basic;
  return { ...basic, ...(yield* byKeys(keysOfConfig(file.value), settings, scene)) };
}

function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const settings = yield* settingsOf(scene);
  if (settings.file.state === 'unknown') return { known: false, why: settings.file.why };
  const said = scene.rootless === undefined ? yield* byDockerd(settings) : {};
  const facts = yield* fileFacts(settings, scene, said['validated'] === true);
  return { known: true, facts: { ...facts, ...said } };
}

export const daemonConfig: ProbeKind = {
  ask: 'daemon-config',
  about:
    'daemon.json and the real flags: conflicts, unknown keys, and what dockerd itself says of them without starting (`asked` is how)',
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
    asked: 'text',
  },
  command: () => 'sudo dockerd --validate --config-file /etc/docker/daemon.json',
  inquire,
};
