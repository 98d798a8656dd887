/**
 * What stands before the message on one line: the shapes of journalctl, syslog,
 * container runtimes and cloud tools. Each shape peels one layer; layers nest
 * (`dind-1 | 2026-..Z stderr F time=...`).
 */
export interface Layer {
  readonly rest: string;
  readonly at?: string;
  readonly host?: string;
  readonly program?: string;
  readonly pid?: number;
  /** systemd's own lines on a console. */
  readonly console?: boolean;
  /** A stamp like dmesg's: `[   12.345678] `. */
  readonly kernel?: boolean;
  /** CRI: more of this message follows. */
  readonly partial?: boolean;
}

type Shape = (line: string) => Layer | undefined;

const iso = '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?';

// an identifier has no blank but inside (...), and no colon but in C++-like names of containers
const program = '((?:\\([^)\\s]{1,60}\\)|[\\w@./$+~-][\\w@./$+~:-]{0,120}?))(?:\\[(\\d{1,10})\\])?:(?: |$)';
// an IPv6 address may be a host; `kernel:` may not
const host = '(?:([\\w.:-]{0,254}[\\w.-]) )';

const tail = (line: string, found: RegExpExecArray): string => line.slice(found.index + found[0].length);

const named = (line: string, found: RegExpExecArray, at: number): Layer => {
  const [stamp, hostName, name, pid] = [found[at], found[at + 1], found[at + 2], found[at + 3]];
  return {
    rest: tail(line, found),
    ...(stamp !== undefined && { at: stamp.trim() }),
    ...(hostName !== undefined && { host: hostName }),
    ...(name !== undefined && { program: name }),
    ...(pid !== undefined && { pid: Number(pid) }),
  };
};

/** The pattern is made when the first line asks for it: letters of all languages take a while. */
const shapeOf = (source: string, flags = ''): Shape => {
  let pattern: RegExp | undefined;
  return (line) => {
    pattern ??= new RegExp(`^${source}`, flags);
    const found = pattern.exec(line);
    return found === null ? undefined : named(line, found, 1);
  };
};

/** RFC 5424: `<30>1 2026-11-23T07:24:56Z host1 dockerd 4711 - - message`. */
const rfc5424: Shape = (line) => {
  const found = /^(?:<\d{1,3}>)?1 (\S+) (\S+) (\S+) (\S+) (\S+) (?:-|(?:\[(?:[^\]\\]|\\.){0,2000}\])+) ?/.exec(line);
  if (found === null) return undefined;
  const [at = '', hostName = '', name = '', pid = ''] = found.slice(1);
  return {
    rest: tail(line, found).replace(/^\ufeff/, ''),
    at,
    host: hostName,
    ...(name !== '-' && { program: name }),
    ...(/^\d+$/.test(pid) && { pid: Number(pid) }),
  };
};

const priority: Shape = (line) => {
  const found = /^<\d{1,3}>(?=\S)/.exec(line);
  return found === null ? undefined : { rest: tail(line, found) };
};

const hasForeignLetter = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return true;
  return false;
};

/** journalctl short in any locale, and syslog: `de nov. 23`, `11월 23`, `Thg 11 23`; the host may be missing or empty. */
const month = "(?:de |d[’'])?(?:\\d{1,2}[월月]|\\p{L}[\\p{L}\\p{M}.’]{0,14}(?: \\d{1,2}(?= {1,2}\\d))?)";
const dayAndClock = ' {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?';
const shortOfAny = shapeOf(`(${month}${dayAndClock}) {1,2}${host}?${program}`, 'u');
/** The same where there are but letters of ASCII: by far the most, and quicker. */
const shortOfAscii = shapeOf(
  `((?:de |d')?[A-Za-z][A-Za-z.]{0,14}(?: \\d{1,2}(?= {1,2}\\d))?${dayAndClock}) {1,2}${host}?${program}`,
);

const short: Shape = (line) => {
  const layer = shortOfAscii(line);
  // the name of a month is no longer than that
  return layer ?? (hasForeignLetter(line.slice(0, 24)) ? shortOfAny(line) : undefined);
};

const shortFull = shapeOf(
  `(?:[A-Z][a-z]{2} )(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})? [A-Z+-][\\w+-]{1,6}) ${host}?${program}`,
);
const isoLine = shapeOf(`(${iso}) ${host}?${program}`);
const unixLine = shapeOf(`(\\d{9,10}\\.\\d{6}) ${host}?${program}`);
const monotonicLine = shapeOf(`\\[ *(\\d{1,9}\\.\\d{1,6})(?: <[^>]{0,20}>| {2,20})?\\] ${host}?${program}`);

/** A name without host and pid behind a stamp is the kernel's own text: `unregister_netdevice: waiting ...`. */
const monotonic: Shape = (line) => {
  const layer = monotonicLine(line);
  return layer?.host === undefined && layer?.pid === undefined ? undefined : layer;
};

/** dmesg and cloud-init's console: a stamp without a program is the kernel's. */
const kernelStamp: Shape = (line) => {
  const found = /^\[ *(\d{1,9}\.\d{1,6})\] /.exec(line);
  return found === null ? undefined : { rest: tail(line, found), at: found[1] ?? '', kernel: true };
};

/** CRI: `2026-11-23T07:24:56.1Z stderr F message`. */
const criShape = new RegExp(`^(${iso}) (?:stdout|stderr) ([FP])(?::\\w+)? `);
const cri: Shape = (line) => {
  const found = criShape.exec(line);
  if (found === null) return undefined;
  return { rest: tail(line, found), at: found[1] ?? '', ...(found[2] === 'P' && { partial: true }) };
};

/** `2026-..Z dockerd time=...` (Docker Desktop), `2026-..Z {unit="docker.service"} ...` (Loki), `2026-..Z i-0abc message` (aws logs tail). */
const isoWithWordShape = new RegExp(
  `^(${iso}) (?:(dockerd|containerd) |\\{[^}]{0,500}\\} |(?:i-[0-9a-f]{6,}|[\\w./-]{3,80}) (?=time=|\\w{3} {1,2}\\d|\\{"))`,
);
const isoWithWord: Shape = (line) => {
  const found = isoWithWordShape.exec(line);
  if (found === null) return undefined;
  return { rest: tail(line, found), at: found[1] ?? '', ...(found[2] !== undefined && { program: found[2] }) };
};

const isoAloneShape = new RegExp(`^\\[?(${iso})\\]? (?:- )?`);
const isoAlone: Shape = (line) => {
  const found = isoAloneShape.exec(line);
  return found === null ? undefined : { rest: tail(line, found), at: found[1] ?? '' };
};

/** `dind-1  | message`, `dind_1 | message`. */
const compose: Shape = (line) => {
  const found = /^[\w.-]{1,80} +\| /.exec(line);
  return found === null ? undefined : { rest: tail(line, found) };
};

/** `[FAILED] Failed to start ...` at boot. */
const bootConsole: Shape = (line) => {
  const found = /^\[ *(?:FAILED|DEPEND| {2}OK {2}|OK|TIME|ASSERT|INFO|SKIP) *\] (?=[A-Z])/.exec(line);
  return found === null ? undefined : { rest: tail(line, found), console: true };
};

/** `cloud-init[911]: message`, `machine # [   12.3] ...` (NixOS tests), without a stamp. */
const bareProgram: Shape = (line) => {
  const found = /^(?:[\w-]{1,40} # )?([A-Za-z(][\w@.()/-]{1,60})\[(\d{1,10})\]: /.exec(line);
  return found === null ? undefined : { rest: tail(line, found), program: found[1] ?? '', pid: Number(found[2]) };
};

/** A known program with its pid behind something that nobody knows (a build server's own stamp). */
const somewhere: Shape = (line) => {
  const found =
    /^.{1,100}?(?:\s|\] |# )(systemd|dockerd|docker|containerd|docker-current|dockerd-current|dockerd-rootless\.sh)\[(\d{1,10})\]: /.exec(
      line,
    );
  if (found === null || /["=]/.test(found[0])) return undefined;
  return { rest: tail(line, found), program: found[1] ?? '', ...(found[2] && { pid: Number(found[2]) }) };
};

/** The shapes in their order, with what a line of each can begin with. */
const shapes: readonly (readonly [RegExp, Shape])[] = [
  [/^[<1]/, rfc5424],
  [/^\d/, cri],
  [/^[^[<]/, short],
  [/^[A-Z]/, shortFull],
  [/^\d/, isoLine],
  [/^\d/, unixLine],
  [/^\[/, monotonic],
  [/^\d/, isoWithWord],
  [/^\[/, bootConsole],
  [/^./, bareProgram],
  [/^\[/, kernelStamp],
  [/^[[\d]/, isoAlone],
  [/^</, priority],
  [/^./, compose],
  [/^./, somewhere],
];

/** By the first character: the shapes that a line of it may have. */
const byFirst = new Map<string, readonly Shape[]>();

const shapesFor = (first: string): readonly Shape[] => {
  const known = byFirst.get(first);
  if (known !== undefined) return known;
  const fitting = shapes.filter(([begin]) => begin.test(first)).map(([, shape]) => shape);
  if (byFirst.size < 256) byFirst.set(first, fitting);
  return fitting;
};

/** Peels one layer, or nothing. */
export const peelPrefix = (line: string): Layer | undefined => {
  if (line === '') return undefined;
  for (const shape of shapesFor(line.charAt(0))) {
    const layer = shape(line);
    if (layer !== undefined) return layer;
  }
  return undefined;
};
