// The review page's browser part (src/review/page) bundled into two strings that src/review imports as 'review-page'.
// The same bundling serves esbuild (what ships) and Vite (the tests).
import { build } from 'esbuild';

const NAME = 'review-page';

async function pageModule() {
  const { outputFiles } = await build({
    entryPoints: ['src/review/page/main.ts'],
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: '{}',
  });
  const textOf = (end) => outputFiles.find((f) => f.path.endsWith(end)).text;
  // Inside <script> and <style> the text must not hold its own end; in a bundle `</` can only stand in a string.
  const script = textOf('.js').trim().replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');
  const style = textOf('.css').trim();
  if (style.includes('</')) throw new Error('src/review/page: a style sheet may not contain "</"');
  return `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`;
}

/** esbuild plugin. */
export const esbuildReviewPage = {
  name: NAME,
  setup(pluginBuild) {
    let made;
    pluginBuild.onResolve({ filter: /^review-page$/ }, () => ({ path: NAME, namespace: NAME }));
    pluginBuild.onLoad({ filter: /.*/, namespace: NAME }, async () => {
      made ??= pageModule();
      return { contents: await made, loader: 'js' };
    });
  },
};

/** Vite plugin: the same for vitest. */
export const viteReviewPage = {
  name: NAME,
  enforce: 'pre',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? pageModule() : undefined),
};
