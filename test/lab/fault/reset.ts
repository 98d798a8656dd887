import { shell } from '../guest/exec.ts';
import type { Guest } from '../guest/registry.ts';
import { type Health, healthOf } from './perform.ts';

/**
 * /etc as it was at the boot, and nothing of docker's but the image. Docker is started anew only where its
 * configuration differs from that of the boot, or was touched since it started.
 */
const script = String.raw`
systemctl stop 'lab-bg-*' 2> /dev/null
docker rm -f $(docker ps -aq) > /dev/null 2>&1
docker volume rm -f $(docker volume ls -q) > /dev/null 2>&1
docker network prune -f > /dev/null 2>&1
differs=$(diff -rq --no-dereference /lab/etc /etc)
touched=$(find /etc /run/systemd/system -newermt "$(systemctl show -p ActiveEnterTimestamp --value docker)" 2>&1)
rm -rf /root/.docker
if [ -n "$differs$touched" ] || ! systemctl --quiet is-active docker.socket docker containerd; then
  systemctl stop docker docker.socket 2> /dev/null
  echo "$differs" | sed -nE 's/^Only in (\/etc[^:]*): (.*)$/\1\/\2/p' | while read -r path; do rm -rf -- "$path"; done
  cp -a /lab/etc/. /etc/
  rm -rf /var/lib/docker/[0-9]*.[0-9]*
  systemctl daemon-reload
  systemctl reset-failed 2> /dev/null
  systemctl start containerd docker.socket docker 2> /dev/null
fi
journalctl --rotate --vacuum-time=1us > /dev/null 2>&1
true`;

const fingerprint = `
ls /etc/systemd/system /etc/docker /var/lib/docker /run/systemd/system 2>&1
ls -l /usr/sbin/dockerd /usr/bin/docker /usr/bin/containerd* /usr/sbin/runc /usr/bin/newuidmap /usr/sbin/iptables | sed 's/^l.*:.. //'
docker ps -aq | wc -l; docker volume ls -q | wc -l; docker images -q | wc -l; docker network ls --format '{{.Name}}'
ip -o link | cut -d: -f2 | sort; findmnt -rno TARGET | grep -v '/docker/overlay2/' | sort
sysctl user.max_user_namespaces net.ipv4.ip_forward kernel.pid_max kernel.threads-max 2>&1`;

const fingerprintOf = async (guest: Guest): Promise<string> => (await shell(guest, fingerprint)).stdout;

/** What a healthy guest is to be again after each fault. */
export const pristineOf = async (guest: Guest): Promise<string> => {
  await shell(guest, 'rm -rf /lab/etc; cp -a /etc /lab/etc');
  return fingerprintOf(guest);
};

/** Makes a guest as it was; says whether it is well and may be used again. */
export const reset = async (guest: Guest, pristine: string): Promise<Health> => {
  await shell(guest, script, 90);
  const health = await healthOf(guest);
  if (!health.well || (await fingerprintOf(guest)) === pristine) return health;
  return { well: false, why: 'the guest is not as it was' };
};
