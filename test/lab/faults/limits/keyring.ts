import type { Faults } from '../../fault/fault.ts';
import { background, daemonJson, endBackground, file, restartAndImport, run, sh } from '../../fault/steps.ts';

/** The kernel counts keys by the real uid, across guests: every guest fills the quota of a uid of its own. */
const firstUid = '$((300000 + (0x$(head -c 4 /etc/machine-id) % 5000) * 65536))';

/** add_key(2), by perl-base: keys in the keyring of a process that goes on. syscall takes no literal strings. */
const fill = `exec setpriv --reuid ${firstUid} --clear-groups perl -e '
  my ($type, $text) = ("user", "x");
  for (1..1000) { my $name = "key$_"; last if syscall(248, $type, $name, $text, 1, -2) < 0 }
  sleep 600'
`;

export const faults: Faults = {
  'user-full': {
    inject: [
      sh(`useradd -m dev; echo "dev:${firstUid}:65536" > /etc/subuid; cp /etc/subuid /etc/subgid`),
      daemonJson({ 'userns-remap': 'dev' }),
      restartAndImport,
      file('/lab/fill-keys', fill),
      background('keys', 'bash /lab/fill-keys'),
    ],
    observe: run('alpine true'),
    heal: [endBackground('keys'), sh('sleep 3')],
    suites: ['bookworm', 'trixie', 'forky'],
    expect: 'quota exceeded',
  },
};
