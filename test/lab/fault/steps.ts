import type { Observe, Step } from './fault.ts';

/** The words that faults are written in. */

export const sh = (script: string, seconds?: number): Step => ({
  argv: ['bash', '-c', script],
  ...(seconds !== undefined && { seconds }),
});

export const file = (path: string, text: string, mode = '644'): Step => ({
  argv: ['bash', '-c', 'mkdir -p "$(dirname "$1")"; cat > "$1"; chmod "$2" "$1"', 'file', path, mode],
  input: text,
});

export const remove = (...paths: readonly string[]): Step => ({ argv: ['rm', '-rf', '--', ...paths] });
export const move = (from: string, to: string): Step => ({ argv: ['mv', '--', from, to] });

const daemonFile = '/etc/docker/daemon.json';

/** A text is written as it is, anything else as JSON. */
export const daemonJson = (content: unknown): Step =>
  file(daemonFile, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);

export const noDaemonJson: Step = remove(daemonFile);

export const systemctl = (...args: readonly string[]): Step => ({ argv: ['systemctl', ...args], seconds: 90 });
export const reload: Step = systemctl('daemon-reload');
export const restart: Step = systemctl('restart', 'docker');

/** Docker and its socket, so that nothing starts it again by itself. */
export const stopDocker: Step = sh('systemctl stop docker docker.socket; sleep .3', 90);

/** A drop-in of docker.service, or of another unit. */
export const dropin = (name: string, text: string, unit = 'docker.service'): Step => {
  const folder = `/etc/systemd/system/${unit}.d`;
  return {
    argv: ['bash', '-c', 'mkdir -p "$1"; cat > "$1/$2.conf"; systemctl daemon-reload', 'dropin', folder, name],
    input: text,
  };
};

export const noDropins = (unit = 'docker.service'): Step =>
  sh(`rm -rf /etc/systemd/system/${unit}.d; systemctl daemon-reload`);

export const dockerd = '/usr/sbin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock';

/** The unit's command line with more flags, or another one. */
export const execStart = (command: string): Step => dropin('override', `[Service]\nExecStart=\nExecStart=${command}\n`);

/** A process that goes on until the guest is reset. */
export const background = (name: string, command: string): Step =>
  sh(`systemd-run --quiet --collect --unit=lab-bg-${name} ${command}; sleep .5`);

export const endBackground = (name: string): Step => systemctl('stop', `lab-bg-${name}`);

/** A user of the guest with ranges of ids, or without. */
export const user = (name: string, { range, id }: { readonly range?: string; readonly id?: number } = {}): Step =>
  sh(
    [
      `useradd -m -s /bin/bash ${id === undefined ? '' : `-u ${id} `}${name}`,
      `sed -i '/^${name}:/d' /etc/subuid /etc/subgid`,
      range === undefined ? 'true' : `echo ${name}:${range} | tee -a /etc/subuid >> /etc/subgid`,
    ].join('; '),
  );

/** A line of both files of ranges. */
export const subids = (line: string): Step => sh(`echo '${line}' >> /etc/subuid; echo '${line}' >> /etc/subgid`);

export const importImage: Step = sh('docker import /lab/alpine.tar alpine');

/** Waits until docker has settled after a restart that the fault itself does. */
export const restartAndImport: Step = sh(
  'systemctl restart docker && { docker image inspect alpine > /dev/null 2>&1 || docker import /lab/alpine.tar alpine; }',
  90,
);

export const sysctl = (key: string, value: string | number): Step => ({ argv: ['sysctl', '-qw', `${key}=${value}`] });

export const onRestart: Observe = { restart: 'docker' };
export const run = (args: string, seconds?: number): Observe => command(`docker run --rm ${args}`, seconds);
export const command = (line: string, seconds?: number): Observe => ({
  command: line,
  ...(seconds !== undefined && { seconds }),
});
