import { optionOf, settingsKnown, settingsOf } from '../ask/settings.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const daemonOption: ProbeKind = {
  ask: 'daemon-option',
  about: 'the value the daemon would use for an option (name as in daemon.json), and where it is from',
  params: { name: 'text' },
  facts: { set: 'boolean', value: 'text', 'in-file': 'boolean', 'in-flags': 'boolean' },
  command: (query) =>
    `grep -s ${quoteWord(param(query, 'name'))} /etc/docker/daemon.json; systemctl show docker -p ExecStart`,
  *inquire(query, scene) {
    const settings = yield* settingsOf(scene);
    const option = optionOf(settings, param(query, 'name'));
    if (option.value !== undefined) return { known: true, facts: { set: true, ...option, value: option.value } };
    if (settingsKnown(settings)) return { known: true, facts: { set: false, 'in-file': false, 'in-flags': false } };
    return { known: false, why: settings.file.state === 'unknown' ? settings.file.why : 'unreadable' };
  },
};
