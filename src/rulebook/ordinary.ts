/**
 * Journals of hosts on which all is well, made up: what most lines of a log look
 * like. The build picks literals and windows that are rare in them; the
 * benchmark reads miles of them.
 */
export interface Dice {
  /** From 0 to below 1. */
  readonly roll: () => number;
  readonly upTo: (limit: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly hex: (length: number) => string;
  readonly ip: () => string;
}

/** mulberry32: the same numbers for the same seed, everywhere. */
export const createDice = (seed: number): Dice => {
  let state = seed | 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (limit: number): number => Math.floor(roll() * limit);
  return {
    roll,
    upTo,
    pick: (items) => items[upTo(items.length)] as (typeof items)[number],
    hex: (length) => {
      let text = '';
      while (text.length < length)
        text += upTo(16 ** 6)
          .toString(16)
          .padStart(6, '0');
      return text.slice(0, length);
    },
    ip: () => `10.${upTo(255)}.${upTo(255)}.${upTo(255)}`,
  };
};

type Template = (dice: Dice) => string;

const host: readonly Template[] = [
  (d) =>
    `sshd[${d.upTo(99999)}]: Accepted publickey for deploy from ${d.ip()} port ${d.upTo(65535)} ssh2: RSA SHA256:${d.hex(43)}`,
  (d) => `sshd[${d.upTo(99999)}]: pam_unix(sshd:session): session opened for user deploy(uid=1001) by (uid=0)`,
  (d) =>
    `sshd[${d.upTo(99999)}]: Connection closed by authenticating user root ${d.ip()} port ${d.upTo(65535)} [preauth]`,
  (d) => `sshd[${d.upTo(99999)}]: Failed password for invalid user admin from ${d.ip()} port ${d.upTo(65535)} ssh2`,
  (d) => `CRON[${d.upTo(99999)}]: (root) CMD (   cd / && run-parts --report /etc/cron.hourly)`,
  (d) => `systemd[1]: Started session-${d.upTo(9999)}.scope - Session ${d.upTo(9999)} of User deploy.`,
  () => 'systemd[1]: fwupd-refresh.service: Deactivated successfully.',
  () => 'systemd[1]: Finished logrotate.service - Rotate log files.',
  () => 'systemd[1]: Starting apt-daily.service - Daily apt download activities...',
  (d) => `systemd[1]: user@1001.service: Consumed ${d.upTo(60)}.${d.upTo(999)}s CPU time.`,
  (d) =>
    `kernel: [UFW BLOCK] IN=eth0 OUT= MAC=${d.hex(12)} SRC=${d.ip()} DST=${d.ip()} LEN=40 TOS=0x00 PREC=0x00 TTL=244 ID=${d.upTo(65535)} PROTO=TCP SPT=${d.upTo(65535)} DPT=${d.upTo(65535)} WINDOW=1024 RES=0x00 SYN URGP=0`,
  (d) =>
    `kernel: audit: type=1400 audit(1795418696.${d.upTo(999)}:${d.upTo(9999)}): apparmor="STATUS" operation="profile_replace" info="same as current profile, skipping" profile="unconfined" name="snap.lxd.lxc" pid=${d.upTo(99999)} comm="apparmor_parser"`,
  (d) =>
    `nginx[812]: ${d.ip()} - - "GET /api/v1/items/${d.upTo(9999)} HTTP/1.1" 200 ${d.upTo(99999)} "https://shop.example.com/" "Mozilla/5.0 (X11; Linux x86_64)"`,
  (d) =>
    `postgres[${d.upTo(9999)}]: LOG:  checkpoint complete: wrote ${d.upTo(9999)} buffers (0.3%); 0 WAL file(s) added, 0 removed, 1 recycled; write=${d.upTo(99)}.1 s`,
  (d) => `dhclient[700]: DHCPREQUEST for ${d.ip()} on eth0 to ${d.ip()} port 67`,
  (d) =>
    `NetworkManager[655]: <info>  [1795418696.${d.upTo(9999)}] dhcp4 (eth0): state changed new lease, address=${d.ip()}`,
  (d) => `systemd-logind[602]: New session ${d.upTo(9999)} of user deploy.`,
  (d) => `systemd-resolved[590]: Using degraded feature set UDP instead of UDP+EDNS0 for DNS server ${d.ip()}.`,
  (d) => `snapd[900]: storehelpers.go:${d.upTo(999)}: cannot refresh: snap has no updates available: "core20", "lxd"`,
  (d) => `postfix/smtpd[${d.upTo(9999)}]: connect from unknown[${d.ip()}]`,
  (d) => `postfix/smtp[${d.upTo(9999)}]: connect to mx.example.com[${d.ip()}]:25: Connection timed out`,
  (d) => `chronyd[555]: Selected source ${d.ip()} (2.debian.pool.ntp.org)`,
  () =>
    'rsyslogd[620]: [origin software="rsyslogd" swVersion="8.2102.0" x-pid="620" x-info="https://www.rsyslog.com"] rsyslogd was HUPed',
  () => 'kernel: eth0: link up, 1000Mbps, full-duplex',
  (d) =>
    `prometheus[777]: ts=2026-11-23T07:24:56.${d.upTo(999)}Z caller=compact.go:519 level=info component=tsdb msg="write block" mint=${d.upTo(1e9)} maxt=${d.upTo(1e9)} ulid=${d.hex(26)} duration=${d.upTo(999)}ms`,
  (d) =>
    `java[${d.upTo(9999)}]: 2026-11-23 07:24:56.${d.upTo(999)} INFO  [main] com.example.OrderService - processed order ${d.upTo(1e6)} in ${d.upTo(900)} ms`,
  (d) =>
    `java[${d.upTo(9999)}]: 2026-11-23 07:24:56.${d.upTo(999)} ERROR [http-${d.upTo(40)}] com.example.CartService - failed to load cart ${d.upTo(1e6)}: connection refused, try again`,
  (d) => `sudo[${d.upTo(9999)}]:   deploy : TTY=pts/0 ; PWD=/home/deploy ; USER=root ; COMMAND=/usr/bin/apt-get update`,
  () => "dbus-daemon[580]: [system] Successfully activated service 'org.freedesktop.hostname1'",
];

const time = (d: Dice): string => `time="2026-11-23T07:24:56.${String(d.upTo(1e9)).padStart(9, '0')}Z"`;

/** Docker's own lines of every day. */
const docker: readonly Template[] = [
  (d) =>
    `dockerd[4711]: ${time(d)} level=info msg="ignoring event" container=${d.hex(64)} module=libcontainerd namespace=moby topic=/tasks/delete type="*events.TaskDelete"`,
  (d) => `containerd[812]: ${time(d)} level=info msg="shim disconnected" id=${d.hex(64)} namespace=moby`,
  (d) =>
    `containerd[812]: ${time(d)} level=warning msg="cleaning up after shim disconnected" id=${d.hex(64)} namespace=moby`,
  (d) =>
    `containerd[812]: ${time(d)} level=info msg="loading plugin \\"io.containerd.event.v1.publisher\\"..." runtime=io.containerd.runc.v2 type=io.containerd.event.v1`,
  (d) =>
    `dockerd[4711]: ${time(d)} level=info msg="Container failed to exit within 10s of signal 15 - using the force" container=${d.hex(64)}`,
  (d) => `kernel: docker0: port ${d.upTo(9)}(veth${d.hex(7)}) entered forwarding state`,
  (d) => `kernel: veth${d.hex(7)}: renamed from eth0`,
  (d) => `systemd[1]: var-lib-docker-overlay2-${d.hex(64)}-merged.mount: Deactivated successfully.`,
  (d) =>
    `dockerd[4711]: ${time(d)} level=warning msg="Health check for container ${d.hex(64)} error: timed out starting health check for container ${d.hex(64)}" spanID=${d.hex(16)} traceID=${d.hex(32)}`,
  (d) => `dockerd[4711]: ${time(d)} level=debug msg="Calling GET /v1.43/containers/json?all=1"`,
  (d) =>
    `${d.hex(12)}[4711]: ${d.ip()} - - [23/Nov/2026:07:24:56 +0000] "GET /healthz HTTP/1.1" 200 2 "-" "kube-probe"`,
];

export const hostLine: Template = (dice) => dice.pick(host)(dice);
export const dockerLine: Template = (dice) => dice.pick(docker)(dice);

const two = (value: number): string => String(value).padStart(2, '0');

/** A clock that goes on a little with each line, as journalctl prints it. */
export const createStamps = (dice: Dice): (() => string) => {
  let seconds = 0;
  return () => {
    seconds += dice.upTo(3);
    const day = 1 + (Math.floor(seconds / 86_400) % 28);
    const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return `Nov ${String(day).padStart(2)} ${clock} host1 `;
  };
};

/** `docker`: how many of the lines are Docker's, from 0 to 1. */
export const ordinaryJournal = (seed: number, lines: number, docker: number): string => {
  const dice = createDice(seed);
  const stamp = createStamps(dice);
  let text = '';
  for (let line = 0; line < lines; line += 1) {
    text += `${stamp()}${dice.roll() < docker ? dockerLine(dice) : hostLine(dice)}\n`;
  }
  return text;
};
