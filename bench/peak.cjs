// Loaded into a process with --require: writes its peak memory in MB to the file that SHUMU_PEAK names, when it ends.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread)
  process.on('exit', () => writeFileSync(process.env.SHUMU_PEAK, String(process.resourceUsage().maxRSS / 1024)));
