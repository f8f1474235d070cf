import { readFileSync } from 'node:fs';

/** The page in seeds/, and the date of its paper. */
export const SEED = 'seeds/000_1e95fb9aeaf6679b.txt';
export const SEED_DATE = '2012-02-02';
export const seedText = (): string => readFileSync(SEED, 'utf8');
