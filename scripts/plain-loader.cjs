// Copied to dist/: how bin/extract.js starts the commonest call, file names and nothing else, from one script with its compiled code beside
// it. Compiling the modules one by one takes longer than reading a page; V8 takes the kept code where version and flags
// are those that it was made with, and compiles as ever where not.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');

const FILE = join(__dirname, 'plain.cjs');
const CODE = join(__dirname, 'plain.code');

/** File names and nothing else: no flag, and no word that may be a subcommand. */
exports.isPlain = (args) => args.length > 0 && !/^[a-z]+$/.test(args[0]) && args.every((arg) => !arg.startsWith('-'));

exports.load = () => {
  let cachedData;
  try {
    cachedData = readFileSync(CODE);
  } catch {
    // not made, or taken away
  }
  const script = new Script(readFileSync(FILE, 'latin1'), { filename: FILE, cachedData });
  const module = { exports: {} };
  // where the parts of the command are that it stands for
  const url = pathToFileURL(join(__dirname, 'chunks', 'plain.js')).href;
  script.runInThisContext()(require, module, url);
  return { plain: module.exports.plain, script };
};

exports.runPlain = (args) => exports.load().plain(args);
