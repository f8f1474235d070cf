// Copied to dist/: the calls that bin/extract.js answers without loading the program.
//
// --version and --help are texts. `extract` on files, the commonest call, starts from one script (and others for what only some calls load) with
// its compiled code beside it: compiling the modules one by one takes longer than reading a page. V8 takes the kept code where its version and flags are those that it
// was made with, and compiles as ever where not.
const { fstatSync, readFileSync, statSync, writeSync } = require('node:fs');
const { join } = require('node:path');

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
  const { plain } = load('plain');
  if (isSoonDone(args)) {
    const { setFlagsFromString } = require('node:v8');
    setFlagsFromString('--no-opt');
    setFlagsFromString('--no-maglev');
  }
  if (!(await plain(args))) return false;
  // All has been written: to take the heap apart first, piece by piece, is 3 % of a short run. (Where there are flags, text for a reader may
  // still be on its way.)
  if (!args.some((arg) => arg.startsWith('-'))) process.exit();
  return true;
};

/**
 * Whether all is read before optimized code would pay: making it takes longer than reading some 500 KB without (14 pages of the
 * seed: 0.26 s without, 0.67 s with, and 4 MB less). Only in the versions of V8 that this was measured with, those of Node 20 to 24.
 */
function isSoonDone(args) {
  if (!/^1[1-3]\./.test(process.versions.v8) || args.length > 100) return false;
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

/** Runs a script beside this one, by the code that was kept of it; gives what it exports. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const { Script } = require('node:vm');
  let cachedData;
  try {
    cachedData = readFileSync(join(__dirname, `${name}.code`));
  } catch {
    // not made, or taken away
  }
  const filename = join(__dirname, `${name}.cjs`);
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
  const module = { exports: {} };
  loaded.set(name, { script, module });
  // where the parts of the command are that it stands for
  const folder = join(__dirname, 'chunks');
  script.runInThisContext()((id) => (id.startsWith('./') ? load(id.slice(2, -4)) : require(id)), module, folder);
  return module.exports;
}

const loaded = new Map();

exports.load = load;
/** Name → script and module of what was loaded. */
exports.loaded = loaded;
