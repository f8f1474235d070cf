// The rules are YAML that a person edits; programs read them as JSON that was made when they were built.
// The same reading serves esbuild (what ships) and Vite (the tests), so that both see one text.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const toModule = (path) =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(readFileSync(path, 'utf8'))))});`;

/** esbuild plugin: `import table from './units.yaml'` gives the parsed table. */
export const esbuildYaml = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, (args) => ({
      contents: toModule(args.path),
      loader: 'js',
      watchFiles: [args.path],
    }));
  },
};

/** esbuild plugin for what has rules.bin beside it: no tables in the script, as nothing is compiled there. */
export const esbuildNoYaml = {
  name: 'no-yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, () => ({ contents: 'export default null;', loader: 'js' }));
  },
};

/** Vite plugin: the same for vitest. */
export const viteYaml = {
  name: 'yaml',
  enforce: 'pre',
  transform(_code, id) {
    const path = id.split('?')[0];
    return path.endsWith('.yaml') ? { code: toModule(path), map: null } : undefined;
  },
};
