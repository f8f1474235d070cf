// Microsoft's Recognizers-Text on the same text, fed whole and sentence by sentence. It is no dependency of ours: it is installed into
// bench/out/peer the first time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

export const PEER = '@microsoft/recognizers-text-suite@1.3.1';

export function timePeer(samples, outdir) {
  const recognizers = load(join(outdir, 'peer'));
  const result = {};
  for (const [name, { whole, sentences }] of Object.entries(samples)) {
    const bytes = Buffer.byteLength(sentences.join(''));
    recognize(recognizers, sentences[0]);
    const bySentence = time(() => {
      for (const sentence of sentences) recognize(recognizers, sentence);
    });
    const atOnce = time(() => recognize(recognizers, whole));
    result[name] = {
      sentences: bytes / 1e6 / bySentence,
      whole: Buffer.byteLength(whole) / 1e6 / atOnce,
    };
  }
  return result;
}

const time = (work) => {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
};

function recognize(r, text) {
  const culture = r.Culture.Chinese;
  r.recognizeNumber(text, culture);
  r.recognizePercentage(text, culture);
  r.recognizeCurrency(text, culture);
  r.recognizeDimension(text, culture);
  r.recognizeDateTime(text, culture);
}

function load(folder) {
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    const ran = spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--silent', PEER], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (ran.status !== 0) throw new Error(`${PEER} could not be installed (leave it out with --no-peer)`);
  }
  return createRequire(join(resolve(folder), 'x.js'))('@microsoft/recognizers-text-suite');
}
