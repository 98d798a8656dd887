/** What stands in the place of a secret. */
const hidden = '[redacted]';

type Rule = readonly [RegExp, string];

const value = String.raw`(?:\\?"[^"\n]*"|'[^'\n]*'|[^\s"',;&\\)}\]]+)`;
const key = (names: string): string => String.raw`[\w.-]{0,40}(?:${names})[\w.-]{0,40}`;

const passwords =
  'passw(?:or)?d|passphrase|passwd|secret|api[_-]?key|access[_-]?key|private[_-]?key|credential|identity_?token';
const tokens = 'auth|token|signature|session|cookie|key';

/** A name in JSON whose value is a secret; `authorization-plugins` of daemon.json is none. */
const named = key(`${passwords}|auth(?!orization-plugins)|token`);

/** The path of a key is not the key. */
const noPath = '(?!/(?:etc|home|mnt|opt|root|run|snap|srv|usr|var)/)';

/** In this order: whole headers and blocks first, then names with values, then secrets known by their shape. */
const rules: readonly Rule[] = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g, hidden],
  [
    /((?:proxy-)?authorization|x-registry-auth|x-registry-config|(?:set-)?cookie)(\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?)[^"'\n]+/gi,
    `$1$2${hidden}`,
  ],
  // user:password@ with what people put into a password unescaped, then any other user part
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'/:@]{0,200}:(?!\d{1,5}\/)[^\s"']{0,500}@(?!sha\d)/gi, `$1${hidden}@`],
  [/\b(?!ssh:)([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'/?#@]{1,500}@/gi, `$1${hidden}@`],
  [/((?:^|[\s"'=]))[\w.%+-]{1,64}:[^\s"'@/:]{1,200}@([\w.-]{1,200}:\d{1,5})/g, `$1${hidden}@$2`],
  [new RegExp(String.raw`((?:--?)(?:${passwords}|${tokens})[\w-]{0,20}[ =]{1,4})${value}`, 'gi'), `$1${hidden}`],
  [/(\blogin\b[^\n]{0,200}?\s-p[ =]?)[^\s"']+/gi, `$1${hidden}`],
  [/(\bcurl\b[^\n]{0,200}?\s(?:-u|--user|--proxy-user)[ =]?)[^\s"']+/gi, `$1${hidden}`],
  [new RegExp(String.raw`(${key(passwords)}\\?["']?\s{0,4}=\s{0,4})${value}`, 'gi'), `$1${hidden}`],
  // in JSON, and in JSON inside a string of JSON; what is left is JSON still
  [new RegExp(String.raw`(["']${named}["']\s{0,4}:\s{0,4}")(?:[^"\\\n]|\\.)+`, 'gi'), `$1${hidden}`],
  [new RegExp(String.raw`(["']${named}["']\s{0,4}:\s{0,4}')[^'\n]+`, 'gi'), `$1${hidden}`],
  [new RegExp(String.raw`(\\"${named}\\"\s{0,4}:\s{0,4}\\")[^"\n]*?(?=\\")`, 'gi'), `$1${hidden}`],
  [new RegExp(String.raw`(["']${named}["']\s{0,4}:\s{0,4}\[)[^\]"']{0,200}["'][^\]]{0,2000}`, 'gi'), `$1"${hidden}"`],
  [
    new RegExp(String.raw`((\\?["'])${named}\2\s{0,4}:\s{0,4})(?!(?:null|true|false)\b)[^\s"',;&\\)}\]{[]+`, 'gi'),
    `$1$2${hidden}$2`,
  ],
  [new RegExp(String.raw`(${key(passwords)}:\s{0,4})(?=[^\s"']*[\d!#$%^*+=/])[^\s"']+`, 'gi'), `$1${hidden}`],
  [
    new RegExp(String.raw`(${key(tokens)}\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?)${noPath}[\w+/.~=-]{16,}`, 'gi'),
    `$1${hidden}`,
  ],
  [/\b(bearer|basic)(\s{1,8})[\w.~+/=-]{8,}/gi, `$1$2${hidden}`],
  [/\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{16}\b/g, hidden],
  [
    /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|dckr_(?:pat|oat)_[\w-]{10,}|xox[abprs]-[\w-]{10,}|npm_\w{30,}|AIza[\w-]{35})/g,
    hidden,
  ],
  [/\b(?:SWMTKN|SWMKEY)-1-[\w+/=-]+/g, hidden],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, hidden],
];

/** Takes secrets out of a text that leaves the machine. Rather one too many than one too few. */
export const redact = (text: string): string =>
  rules.reduce((rest, [pattern, by]) => rest.replaceAll(pattern, by), text);

const secretName = /passw(?:or)?d|passphrase|secret|token|credential|api[_-]?key|^auth$/i;

/** The same, for a text that stands under a name. */
export const redactNamed = (text: string, name: string): string =>
  secretName.test(name) && text !== '' ? hidden : redact(text);
