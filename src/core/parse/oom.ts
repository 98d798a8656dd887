/** Somebody whom the kernel ended for want of memory. */
export interface Kill {
  readonly victim: string;
  readonly pid: number;
  /** One of Docker's programs, or a process in the cgroup of a container. */
  readonly docker: boolean;
}

const programs = /^(?:dockerd|docker|containerd\S*|runc\S*|docker-\S+)$/;

/** `/docker/4f3c...`, `/system.slice/docker-4f3c....scope`; of Kubernetes, podman and LXC the paths are others. */
const inDocker =
  /(?:^|[/=,])(?:docker\/[0-9a-f]{12}|docker-[0-9a-f]{12}|system\.slice\/(?:docker|containerd)\.service)/;

/** Longer lines are none of the kernel's. */
const mostText = 2000;

/**
 * `Out of memory: Killed process 4711 (java)` and `Memory cgroup out of memory: Kill process ...` of
 * mm/oom_kill.c. Its cgroup stands in a line before it: `task_memcg=/docker/...` since Linux 4.19,
 * `Task in /docker/... killed as a result of limit of ...` until then.
 */
export const killsOf = (lines: readonly string[]): readonly Kill[] => {
  const kills: Kill[] = [];
  let group = '';
  for (const line of lines.map((one) => one.slice(0, mostText))) {
    const [, task] = /(?:task_memcg=|Task in )(\/[^\s,]{0,300})/.exec(line) ?? [];
    if (task !== undefined) group = task;
    const [, pid, victim] = /out of memory: Kill(?:ed)? process (\d{1,10}) \(([^)]{1,60})\)/i.exec(line) ?? [];
    if (pid === undefined || victim === undefined) continue;
    kills.push({ victim, pid: Number(pid), docker: programs.test(victim) || inDocker.test(group) });
    group = '';
  }
  return kills;
};
