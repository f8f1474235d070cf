import { start } from './start.ts';

declare const SHUMU_VERSION: string;

// bin/extract.js answers the commonest calls without this (scripts/quick.cjs)
await start(SHUMU_VERSION, process.argv.slice(2));
