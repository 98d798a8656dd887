import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

/**
 * A start is quickest with one small file for require(): dist/cli.js holds what
 * `docker-why < log` needs, and everything else lies in dist/more/ until it is
 * wanted. What import() asks for, and what stands behind a door, is there.
 */
const shared = {
  bundle: true,
  minify: true,
  platform: 'node',
  // jsonc-parser's main file is for another kind of loader
  mainFields: ['module', 'main'],
  target: 'node20',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** require() in place of import(): Node's loader of modules takes longer to start than a whole diagnosis. */
const forRequire = {
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'moduleUrl' },
  banner: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;",
} as const;

/** Modules that are large and seldom called: their functions load them at the first call. */
const doors: Readonly<Record<string, readonly string[]>> = {
  'core/probes/index.ts': ['commandFor', 'probeKind'],
  'date-fns/formatDistanceStrict': ['formatDistanceStrict'],
};

const isPackage = (path: string): boolean => !path.startsWith('.');

/** `src/hosts/index.ts` as the name of a file: `hosts-index`. */
const nameOf = (path: string): string => path.replace(/\.ts$/, '').replaceAll(/[^\w.-]/g, '-');

const doorTo = (file: string, names: readonly string[]): string =>
  [
    'let inside;',
    `const open = () => (inside ??= require('${file}'));`,
    ...names.map((name) => `export const ${name} = (...words) => open().${name}(...words);`),
  ].join('\n');

/** Leaves the parts in files of their own, and notes which they are. */
const partsOf = (parts: Map<string, string>): Plugin => ({
  name: 'parts',
  setup: ({ onResolve, onLoad }) => {
    const fileOf = (path: string, folder: string): string => {
      const inside = isPackage(path) ? path : relative('src', join(folder, path));
      parts.set(nameOf(inside), isPackage(path) ? path : join(folder, path));
      return `./more/${nameOf(inside)}.js`;
    };
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind === 'dynamic-import') return { path: fileOf(path, resolveDir), external: true };
      const inside = isPackage(path) ? path : relative('src', join(resolveDir, path));
      if (kind === 'require-call' && path.startsWith('./more/')) return { path, external: true };
      if (doors[inside] === undefined) return undefined;
      return { path: inside, namespace: 'door', pluginData: fileOf(path, resolveDir) };
    });
    onLoad({ filter: /./, namespace: 'door' }, ({ path, pluginData }) => ({
      contents: doorTo(String(pluginData), doors[path] ?? []),
    }));
  },
});

/** esbuild leaves other letters in patterns, and for one of them Node keeps the whole file in two bytes a letter. */
const inAscii = (code: string): string =>
  code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const buildProgram = async (dist: string): Promise<ReadonlyMap<string, string>> => {
  const parts = new Map<string, string>();
  const { outputFiles } = await build({
    ...shared,
    ...forRequire,
    banner: { js: forRequire.banner },
    entryPoints: { cli: 'src/cli.ts' },
    outdir: dist,
    plugins: [partsOf(parts)],
    write: false,
  });
  for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text), { mode: 0o755 });
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  return parts;
};

/** esbuild shares code between modules only, so modules are what is made, and then changed for require(). */
const buildParts = async (folder: string, parts: ReadonlyMap<string, string>): Promise<void> => {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: Object.fromEntries(parts),
    outdir: folder,
    format: 'esm',
    splitting: true,
    chunkNames: 'shared/[name]-[hash]',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      ...forRequire,
      minify: true,
      platform: 'node',
      target: shared.target,
      ...(!text.includes('import.meta.url') && { banner: '' }),
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
};

/** dist/cli.js, and dist/more/ with what it loads when it is needed. */
export const bundle = async (dist: string): Promise<void> => {
  mkdirSync(dist, { recursive: true });
  await buildParts(join(dist, 'more'), await buildProgram(dist));
};
