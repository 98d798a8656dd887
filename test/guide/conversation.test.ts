import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'docker-why-talk-'));
const program = join(folder, 'talk.mjs');
const python = spawnSync('python3', ['-c', 'import pty']).status === 0 ? 'python3' : undefined;

beforeAll(() =>
  build({
    entryPoints: ['test/guide/talk.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  }),
);

/** A terminal of 60 columns; each key is pressed when the text before it is there. */
const driver = `
import fcntl, json, os, pty, select, struct, sys, termios, time
argv, turns = json.loads(sys.argv[1]), json.loads(sys.argv[2])
pid, fd = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 30, 60, 0, 0))
    os.execvp(argv[0], argv)
seen, rest, end = b'', b'', time.time() + 50
while time.time() < end:
    if turns and turns[0][0].encode() in rest:
        rest = rest.split(turns[0][0].encode(), 1)[1]
        time.sleep(0.2)
        os.write(fd, turns.pop(0)[1].encode())
    if not select.select([fd], [], [], 0.2)[0]: continue
    try: data = os.read(fd, 65536)
    except OSError: break
    if not data: break
    seen += data
    rest += data
else: os.kill(pid, 9)
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
os.write(1, json.dumps({'status': status, 'text': seen.decode('utf8', 'replace'), 'left': len(turns)}).encode())
`;

interface Talked {
  readonly status: number;
  readonly text: string;
  readonly left: number;
  readonly file: string;
  readonly home: string;
}

const talk = (turns: readonly (readonly [string, string])[], env: Record<string, string> = {}): Talked => {
  const home = mkdtempSync(join(folder, 'home-'));
  writeFileSync(join(home, 'daemon.json'), '{}\n');
  const argv = JSON.stringify([process.execPath, program, home]);
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', driver, argv, JSON.stringify(turns)], {
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return {
    ...(JSON.parse(stdout) as Omit<Talked, 'file' | 'home'>),
    file: readFileSync(join(home, 'daemon.json'), 'utf8'),
    home,
  };
};

const [enter, down, left, cancel] = ['\r', '\u001b[B', '\u001b[D', '\u0003'];
const first = ['Leave everything', enter] as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of a terminal
const bare = (text: string): string => text.replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]/g, '');
const titled = python === undefined ? 'no python3 with a pty here: ' : '';

test.skipIf(python === undefined)(`${titled}No is the default: the diff was shown, and nothing is changed`, () => {
  const {
    status,
    text,
    file,
    home,
    left: open,
  } = talk([first, ['Do this now?', enter], ['Leave everything', `${down}${down}${enter}`]]);
  expect({ status, file, open }).toEqual({ status: 1, file: '{}\n', open: 0 });
  expect(bare(text)).toContain('+  "debug": true');
  expect(bare(text)).toContain('-{}');
  expect(text).not.toContain('\u001b[2Jdebugging');
  expect(existsSync(join(home, 'state'))).toBe(false);
});

test.skipIf(python === undefined)(`${titled}Yes does what was shown`, () => {
  const { status, text, file } = talk([first, ['Do this now?', `${left}${enter}`]]);
  expect({ status, file }).toEqual({ status: 0, file: '{\n  "debug": true\n}\n' });
  expect(text).toContain('MENDED');
});

test.skipIf(python === undefined)(`${titled}Ctrl-C at each question: 130, and nothing is changed`, () => {
  for (const turns of [[['Leave everything', cancel]], [first, ['Do this now?', cancel]]] as const) {
    const { status, file, home } = talk(turns);
    expect({ status, file }).toEqual({ status: 130, file: '{}\n' });
    expect(existsSync(join(home, 'state'))).toBe(false);
  }
});

test.skipIf(python === undefined)(`${titled}what is at risk is shown and not done`, () => {
  const { status, text } = talk([
    ['Leave everything', `${down}${enter}`],
    ['docker-why does not.', ''],
    ['Leave everything', `${down}${down}${enter}`],
  ]);
  expect(status).toBe(1);
  expect(bare(text)).toContain('$ true');
});

test.skipIf(python === undefined)(`${titled}60 columns, no colour, no Unicode`, () => {
  const { status, text } = talk([['Leave everything', `${down}${down}${enter}`]], { NO_COLOR: '1', LC_ALL: 'C' });
  expect(status).toBe(1);
  expect(bare(text)).toMatch(/^[\r\n -~]*$/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of a terminal
  expect(text).not.toMatch(/\u001b\[[34]\dm/);
  for (const line of bare(text).split(/\r?\n/)) expect(line.length).toBeLessThanOrEqual(60);
});
