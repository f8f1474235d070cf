// Copied to dist/: the calls that bin/extract.js answers without loading the program.
//
// --version and --help are texts. `extract` on files, the commonest call, starts from one script with its compiled code beside it: compiling
// the modules one by one takes longer than reading a page. V8 takes the kept code where its version and flags are those that it
// was made with, and compiles as ever where not.
const { fstatSync, readFileSync, statSync, writeSync } = require('node:fs');
const { join } = require('node:path');

const SCRIPT = join(__dirname, 'plain.cjs');
const CODE = join(__dirname, 'plain.code');

/** Answers the call, or gives false. */
exports.quick = (args) => {
  if (args.length === 1 && VERSION.has(args[0])) say(`${require('../package.json').version}\n`);
  else if (args.length === 1 && HELP.has(args[0]) && !mayBeTerminal()) say(readFileSync(join(__dirname, 'help.txt')));
  else return false;
  return true;
};

const VERSION = new Set(['-V', '--version']);
const HELP = new Set(['-h', '--help']);

/** The help is as wide as the terminal that it is shown on: a program's work. */
function mayBeTerminal() {
  const stats = fstatSync(1);
  return stats.isCharacterDevice() && stats.rdev !== NULL_DEVICE;
}

const NULL_DEVICE = 0x103;

function say(text) {
  try {
    writeSync(1, text);
  } catch (error) {
    // a reader that has gone (`| head`) is no fault
    if (error.code !== 'EPIPE') throw error;
  }
}

/** Extracts, or gives false where the call is another. */
exports.plain = async (args) => {
  // a word that may be a subcommand's name: the whole program knows
  if (/^[a-z]+$/.test(args[0] ?? '')) return false;
  const { plain } = load();
  if (isSoonDone(args)) require('node:v8').setFlagsFromString('--no-opt');
  return plain(args);
};

/**
 * Whether all is read before optimized code would pay: making it takes longer than reading some 500 KB without (14 pages of the
 * seed: 0.26 s without, 0.67 s with, and 4 MB less). Only in the V8 that this was measured with.
 */
function isSoonDone(args) {
  if (!process.versions.v8.startsWith('11.') || args.length > 100) return false;
  let bytes = 0;
  for (const arg of args) {
    if (arg.includes('*') || arg.startsWith('--files-from')) return false;
    if (!arg.startsWith('-')) bytes += sizeOf(arg);
  }
  // nothing that is named: standard input, of any length
  return bytes > 0 && bytes <= SOON_DONE;
}

/** Bytes of a file, 0 for what is none (a flag's value), infinite for a folder. */
function sizeOf(path) {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : Number.POSITIVE_INFINITY;
  } catch {
    return 0;
  }
}

const SOON_DONE = 256 * 1024;

function load() {
  const { pathToFileURL } = require('node:url');
  const { Script } = require('node:vm');
  let cachedData;
  try {
    cachedData = readFileSync(CODE);
  } catch {
    // not made, or taken away
  }
  const script = new Script(readFileSync(SCRIPT, 'latin1'), { filename: SCRIPT, cachedData });
  const module = { exports: {} };
  // where the parts of the command are that it stands for
  const url = pathToFileURL(join(__dirname, 'chunks', 'plain.js')).href;
  script.runInThisContext()(require, module, url);
  return { ...module.exports, script };
}

exports.load = load;
