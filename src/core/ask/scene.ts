/** A rootless daemon: everything of it lies in a person's home. */
export interface Rootless {
  readonly home: string;
  /** XDG_RUNTIME_DIR: `/run/user/1000`. */
  readonly runtime: string;
}

/** What a probe may know beside its query. */
export interface Scene {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When the failure began, as far as it is known; milliseconds since 1970. */
  readonly since?: number;
  /** The unit of this daemon, where it is not docker.service: `snap.docker.dockerd.service`. */
  readonly unit?: string;
  readonly rootless?: Rootless;
}

/** Rules speak of docker.service; on this host the daemon's unit may have another name. */
export const unitNamed = (name: string, { unit }: Scene): string =>
  unit !== undefined && name === 'docker.service' ? unit : name;

/** Where this daemon's configuration lies, unless a flag says otherwise. */
export const configPath = ({ rootless, unit }: Scene): string => {
  if (rootless !== undefined) return `${rootless.home}/.config/docker/daemon.json`;
  return unit?.startsWith('snap.') === true ? '/var/snap/docker/current/config/daemon.json' : '/etc/docker/daemon.json';
};

/** Where this daemon keeps its data, unless it is told otherwise. */
export const defaultDataRoot = ({ rootless, unit }: Scene): string => {
  if (rootless !== undefined) return `${rootless.home}/.local/share/docker`;
  return unit?.startsWith('snap.') === true ? '/var/snap/docker/common/var-lib-docker' : '/var/lib/docker';
};
