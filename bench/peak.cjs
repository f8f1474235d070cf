// Loaded into a process with --require: writes its peak memory in MB to the file that SHUMU_PEAK names, when it ends.
const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

// Linux' own count of this program: that of getrusage begins with the memory of the process that started it.
const peakKB = () => {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
};

if (isMainThread) process.on('exit', () => writeFileSync(process.env.SHUMU_PEAK, String(peakKB() / 1024)));
