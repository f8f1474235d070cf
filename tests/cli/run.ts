import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** The real built command; `npm test` builds it first. */
export const COMMAND = resolve('bin/extract.js');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** A folder of its own for a test file, with the command run in it. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'shumu-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const run = (args: readonly string[], input?: string | Uint8Array, env: NodeJS.ProcessEnv = {}): Ran => {
    const ran = spawnSync(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      input: input ?? '',
      env: { ...process.env, ...env },
      maxBuffer: 1 << 28,
    });
    return { code: ran.status, out: ran.stdout.toString('utf8'), err: ran.stderr.toString('utf8') };
  };
  const shell = (script: string): Ran => {
    const ran = spawnSync('bash', ['-c', script], {
      cwd: folder,
      env: { ...process.env, EXTRACT: `${process.execPath} ${COMMAND}` },
      maxBuffer: 1 << 28,
    });
    return { code: ran.status, out: ran.stdout.toString('utf8'), err: ran.stderr.toString('utf8') };
  };
  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [COMMAND, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  const records = (args: readonly string[], input?: string | Uint8Array) =>
    run(['-f', 'ndjson', ...args], input)
      .out.split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  return { folder, write, run, shell, start, records, at: (name: string) => join(folder, name) };
}

/** How a started command ended. */
export const endOf = (child: ChildProcess): Promise<{ code: number | null; signal: string | null }> =>
  new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })));
