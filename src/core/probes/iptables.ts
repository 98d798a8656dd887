import { outputOf, textOf } from '../ask/file.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { daemonFolders, findProgram } from '../ask/program.ts';
import type { Output, Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Facts = Record<string, Scalar>;

const tables = new Set(['nat', 'filter', 'mangle', 'raw', 'security']);

/** `iptables v1.8.9 (nf_tables)`; before 1.8 there was one variant, and no word for it. */
const variantIn = (text: string): string | undefined => {
  const match = /^iptables v\d[\w.]*(?: \((nf_tables|legacy)\))?/.exec(text);
  return match === null ? undefined : (match[1] ?? 'legacy');
};

function* variantOf(): Inquiry<string | undefined> {
  const text = yield* outputOf(['iptables', '--version']);
  return text === undefined ? undefined : variantIn(text);
}

/** What the kernel lacks, in the words of both variants; other failures are not about the kernel. */
const lacking =
  /Table does not exist|iptables who\?|Protocol not (?:available|supported)|Function not implemented|Operation not supported|Not supported|Failed to initialize nft: (?:Protocol|Function|Invalid)/;

/** Only root may see the tables: a refusal says nothing about them. */
const refused = /Permission denied|Operation not permitted|must be root/;

const mostError = 300;

const listing = ({ code, stdout, stderr }: Output, table: string): Facts => {
  // Docker has a chain of this name in both
  const held = table === 'nat' || table === 'filter';
  if (code === 0) return { works: true, ...(held && { chains: /^-N DOCKER$/m.test(stdout) }) };
  const error = (stderr.trim().split('\n')[0] ?? '').slice(0, mostError);
  if (error === '' || refused.test(stderr)) return {};
  return { error, ...(lacking.test(stderr) && { works: false }) };
};

/** Rules of Docker that only the other variant sees; iptables-legacy would load its modules, so only if they are there. */
function* otherRules(variant: string): Inquiry<Facts> {
  const legacy = variant === 'nf_tables';
  if (legacy) {
    const names = yield* textOf('/proc/net/ip_tables_names');
    if (names === undefined) return {};
    if (names.trim() === '') return { 'other-variant-rules': 0 };
  }
  const text = yield* outputOf([legacy ? 'iptables-legacy-save' : 'iptables-nft-save']);
  if (text === undefined) return {};
  return { 'other-variant-rules': text.split('\n').filter((line) => /^-A (?:\S+ .*-j )?DOCKER/.test(line)).length };
}

export const iptables: ProbeKind = {
  ask: 'iptables',
  about:
    "iptables: found, its variant (legacy or nf_tables), `works`: can the kernel give it the table (nat unless said otherwise), `chains`: is Docker's chain there; rules of Docker that only the other variant sees",
  params: { 'table?': 'text' },
  facts: {
    found: 'boolean',
    variant: 'text',
    works: 'boolean',
    error: 'text',
    chains: 'boolean',
    'other-variant-rules': 'number',
  },
  command: () => 'iptables --version; sudo iptables -t nat -nL | head -n 30',
  *inquire(query, scene) {
    const table = query['table'] === undefined ? 'nat' : param(query, 'table');
    if (!tables.has(table)) return { known: false, why: 'not-asked' };
    const program = yield* findProgram('iptables', yield* daemonFolders(scene));
    if ('known' in program) return program;
    if (program.path === undefined) return { known: true, facts: { found: false } };
    const variant = yield* variantOf();
    const reply = yield* ask({ read: 'output', argv: ['iptables', '-t', table, '-S'] });
    return {
      known: true,
      facts: {
        found: true,
        ...(variant !== undefined && { variant }),
        ...(reply.known && listing(reply, table)),
        ...(variant !== undefined && (yield* otherRules(variant))),
      },
    };
  },
};
