import { shell } from '../guest/exec.ts';
import type { Guest } from '../guest/registry.ts';

/** Commands whose output tells the state of a host. Reading only. */
const commands = [
  'cat /etc/os-release',
  'uname -r',
  'cat /etc/docker/daemon.json',
  'cat /etc/subuid',
  'cat /etc/subgid',
  'getent passwd',
  'getent group',
  'cat /etc/default/docker',
  'systemctl show docker.service',
  'systemctl show docker.socket',
  'systemctl show containerd.service',
  'systemctl cat docker.service',
  'docker version',
  'docker info',
  'df -P',
  'df -iP',
  'findmnt -rn',
  'ss -lntp',
  'ip -o addr',
  'ip route',
  'ls -la /run /var/lib/docker /etc/docker',
  'sysctl user kernel.pid_max kernel.threads-max net.ipv4.ip_forward kernel.keys fs.inotify',
  'ps -eo pid,user,args',
];

/** The host under the fault, one answer a command: what a person would be asked for. */
export const hostFacts = async (guest: Guest): Promise<string> => {
  const answers: Record<string, { code: number; stdout: string; stderr: string }> = {};
  for (const command of commands) {
    const { code, stdout, stderr } = await shell(guest, command, 20);
    answers[command] = { code, stdout, stderr };
  }
  return `${JSON.stringify({ suite: guest.suite, kind: guest.kind, answers }, null, 1)}\n`;
};
