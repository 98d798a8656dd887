import { containerOf } from '../ask/container.ts';
import { isThere } from '../ask/file.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { kernelLogOf } from '../ask/kernel-log.ts';
import type { Scene } from '../ask/scene.ts';
import type { Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Facts = Record<string, Scalar>;

/** selinuxfs is hidden from containers, whatever their host does: only outside of one is its absence an answer. */
function* selinux(): Inquiry<Facts> {
  const reply = yield* ask({ read: 'text', path: '/sys/fs/selinux/enforce' });
  if (!reply.known) return {};
  if (reply.exists) {
    const value = reply.text.trim();
    return value === '1' ? { selinux: 'enforcing' } : value === '0' ? { selinux: 'permissive' } : {};
  }
  const outside = (yield* isThere('/sys/fs')) === true && (yield* containerOf()) === 'none';
  return outside ? { selinux: 'disabled' } : {};
}

/** `Y` or `N`; a kernel without AppArmor has no such file. */
function* apparmor(): Inquiry<Facts> {
  const reply = yield* ask({ read: 'text', path: '/sys/module/apparmor/parameters/enabled' });
  if (!reply.known) return {};
  if (reply.exists) return { apparmor: reply.text.trim() === 'Y' };
  return (yield* isThere('/sys/module')) === true ? { apparmor: false } : {};
}

/** `docker-default (enforce)`; only root may read it. */
function* profileOf(name: string): Inquiry<Facts> {
  if (name === '') return {};
  const reply = yield* ask({ read: 'text', path: '/sys/kernel/security/apparmor/profiles' });
  if (!reply.known || !reply.exists) return {};
  const line = reply.text.split('\n').find((one) => one.startsWith(`${name} (`));
  return { profile: line === undefined ? 'none' : line.slice(name.length + 2).replace(/\)\s*$/, '') };
}

const mostText = 2000;

/** Docker's own programs, and the types and profile that containers run with. */
const aboutDocker = /docker|containerd|\brunc\b|:(?:container|svirt|spc)\w{0,40}_t\b|:spc_t\b/;

/** What SELinux in permissive mode says it would have denied is not denied. */
const isDenial = (line: string): boolean =>
  (/avc: {1,2}denied/.test(line) || line.includes('apparmor="DENIED"')) &&
  !line.includes('permissive=1') &&
  aboutDocker.test(line);

const denialsIn = (lines: readonly string[]): number =>
  lines.map((line) => line.slice(0, mostText)).filter(isDenial).length;

/** Records of auditd carry their time: `msg=audit(1700000000.123:45)`. */
const after =
  (since: number) =>
  (line: string): boolean => {
    const [, seconds] = /audit\((\d{1,12})\.\d{1,3}:\d+\)/.exec(line) ?? [];
    return seconds !== undefined && Number(seconds) * 1000 >= since - 1000;
  };

/** Where auditd runs, denials go to it and not into the kernel log. */
function* audited(since: number): Inquiry<readonly string[] | undefined> {
  const reply = yield* ask({ read: 'output', argv: ['ausearch', '-m', 'avc', '-ts', 'boot'] });
  if (!reply.known) return reply.why === 'no-such-tool' ? [] : undefined;
  if (reply.code === 0) return reply.stdout.split('\n').filter(after(since));
  return /<no matches>/.test(`${reply.stdout}${reply.stderr}`) ? [] : undefined;
}

/** Without the time of the failure, a denial may be of any day. */
function* denials(scene: Scene): Inquiry<Facts> {
  if (scene.since === undefined) return {};
  const [log, records] = [yield* kernelLogOf(scene), yield* audited(scene.since)];
  const count = denialsIn([...(log.known ? log.lines : []), ...(records ?? [])]);
  return count > 0 || (log.known && records !== undefined) ? { denials: count } : {};
}

export const security: ProbeKind = {
  ask: 'security',
  about:
    'SELinux mode (enforcing, permissive, disabled), AppArmor on or off; denials that concern Docker since the failed start; `profile`: how that one of AppArmor is loaded (enforce, complain, none)',
  params: { 'profile?': 'text' },
  facts: { selinux: 'text', apparmor: 'boolean', denials: 'number', profile: 'text' },
  command: () => 'getenforce; sudo aa-status | head; sudo ausearch -m avc -ts recent | tail',
  *inquire(query, scene) {
    const modes = { ...(yield* selinux()), ...(yield* apparmor()) };
    const facts = { ...modes, ...(yield* profileOf(param(query, 'profile'))), ...(yield* denials(scene)) };
    return Object.keys(facts).length > 0 ? { known: true, facts } : { known: false, why: 'absent' };
  },
};
