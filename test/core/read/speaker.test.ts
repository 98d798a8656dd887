import { expect, test } from 'vitest';
import { soundsLikeClient, speakerOf } from '../../../src/core/read/speaker.ts';

const speakers = {
  daemon:
    'dockerd docker /usr/bin/dockerd docker-current Docker docker.service daemon-docker snap.docker.dockerd user@1000.service/docker.service',
  systemd: 'systemd (dockerd) (sd-chown) systemctl dpkg',
  containerd: 'containerd docker-containerd runc containerd-shim-runc-v2 containerd.service',
  rootless: 'dockerd-rootless.sh rootlesskit slirp4netns',
  client: 'docker-compose kubelet localkube k3s gitlab-runner',
  kernel: 'kernel',
  host: 'firewalld NetworkManager audit modprobe',
  container: `9f3c1a2b4d5e ${'0a'.repeat(32)} docker/web docker/9f3c1a2b4d5e`,
  unknown: 'cloud-init bash sh ansible /bin/sh',
  other: 'nginx sshd 9f3c1a2b4d5 9f3c1a2b4d5g nginx.service constructor',
} as const;

for (const [speaker, programs] of Object.entries(speakers)) {
  for (const program of programs.split(' ')) {
    test(`${program} is ${speaker}`, () => expect(speakerOf(program)).toBe(speaker));
  }
}

for (const [text, sounds] of [
  ['docker: Error response from daemon: no', true],
  ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock.', true],
  ['docker.errors.DockerException: no', true],
  ['failed to start daemon: no', false],
] as const) {
  test(`${text}: ${sounds ? 'a client' : 'no client'}`, () => expect(soundsLikeClient(text)).toBe(sounds));
}
