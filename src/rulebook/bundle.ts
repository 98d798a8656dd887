import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const shared = {
  bundle: true,
  minify: true,
  platform: 'node',
  // jsonc-parser's main file is for another kind of loader
  mainFields: ['module', 'main'],
  target: 'node20',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** What `docker-why < log` needs; it is one file, which starts quickest. */
const eager = /verbs\/diagnose\.ts$/;

const isPackage = (path: string): boolean => !path.startsWith('.');

/** `src/hosts/index.ts` as the name of a file: `hosts-index`. */
const nameOf = (path: string, folder: string): string =>
  isPackage(path)
    ? path.replaceAll(/[^\w.-]/g, '-')
    : relative('src', join(folder, path)).replace(/\.ts$/, '').replaceAll(/[/\\]/g, '-');

/** Leaves everything else that is loaded by import() in files of its own, and notes what that is. */
const partsOf = (parts: Map<string, string>): Plugin => ({
  name: 'parts',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' || eager.test(path)) return undefined;
      const name = nameOf(path, resolveDir);
      parts.set(name, isPackage(path) ? path : join(resolveDir, path));
      return { path: `./more/${name}.mjs`, external: true };
    });
  },
});

/** dist/cli.js, and dist/more/ with what it loads when it is needed. */
export const bundle = async (dist: string): Promise<void> => {
  mkdirSync(dist, { recursive: true });
  const parts = new Map<string, string>();
  await build({
    ...shared,
    entryPoints: { cli: 'src/cli.ts' },
    outdir: dist,
    format: 'cjs',
    plugins: [partsOf(parts)],
    // esbuild knows no import.meta in a file for require()
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  await build({
    ...shared,
    entryPoints: Object.fromEntries(parts),
    outdir: join(dist, 'more'),
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // packages written for require() find it in an ESM bundle too
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
};
