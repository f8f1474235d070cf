/** Whether colours are wanted on an output: the flag, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function wantsColour(flag: boolean, isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): boolean {
  if (!flag) return false;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
