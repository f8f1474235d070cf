import { writeSync } from 'node:fs';

declare const SHUMU_VERSION: string;

const args = process.argv.slice(2);
// The two calls that a script makes most often before it makes any other need none of the program.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) writeSync(1, `${SHUMU_VERSION}\n`);
else await (await import('./start.ts')).start(SHUMU_VERSION, args);
