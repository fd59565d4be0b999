/** What standard output can show, and writing to it without losing a byte when the process ends. */

/** Columns and colour of standard output; `NO_COLOR` and `FORCE_COLOR` as usual (no-color.org). */
export function terminal(): { width: number; color: boolean } {
  const { stdout, env } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0";
  const color = forced || (Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== "dumb");
  const asked = Number(env.COLUMNS);
  const width = stdout.columns ?? (asked >= 20 ? asked : 80);
  return { width, color };
}

/** Writes and waits until the stream has taken it, so that large results keep to memory limits. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
