/** Progress on standard error, on a terminal only: one line that overwrites itself. */
export interface Progress {
  found(input: string): void;
  step(): void;
  end(): void;
}

/** A silent progress where standard error is no terminal. */
export function progress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { found() {}, step() {}, end() {} };
  let seen = 0;
  let done = 0;
  let name = "";
  const draw = () => {
    const width = Math.max(20, (stream.columns ?? 80) - 1);
    const line = `reading ${done}/${seen}  ${name}`;
    stream.write(`\r\x1b[2K${line.length > width ? `${line.slice(0, width - 1)}…` : line}`);
  };
  return {
    found(input) {
      seen++;
      name = input;
      draw();
    },
    step() {
      done++;
      draw();
    },
    end() {
      stream.write("\r\x1b[2K");
    },
  };
}
