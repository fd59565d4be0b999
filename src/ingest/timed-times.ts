/** The times of a segment or word of a timed transcript, under whatever name and in whatever form. */

type Json = Record<string, unknown>;

export interface Times {
  /** Seconds. */
  from: number;
  to: number;
  /** True where they were plain numbers, whose unit the file does not say. */
  plain: boolean;
}

const FROM = ["start", "start_time", "startTime", "begin", "from", "ts", "offset", "time", "timestamp"];
const TO = ["end", "end_time", "endTime", "stop", "to", "end_ts", "until"];
const LENGTH = ["duration", "dur", "length"];
const FROM_MS = ["start_ms", "startMs", "tStartMs", "startTimeMs", "begin_ms"];
const TO_MS = ["end_ms", "endMs", "endTimeMs"];
const LENGTH_MS = ["duration_ms", "durationMs", "dDurationMs"];

/** @param scale of plain numbers, 1 for seconds */
export function timesOf(part: Json, scale: number): Times | null {
  // Azure counts ticks of 100 nanoseconds; whisper.cpp has milliseconds below "offsets", WhisperX pairs of seconds.
  if (typeof part.offsetInTicks === "number")
    return whole(
      part.offsetInTicks / 1e7,
      (part.offsetInTicks + Number(part.durationInTicks ?? 0)) / 1e7,
      false,
    );
  if (isObject(part.offsets))
    return whole(Number(part.offsets.from) / 1000, Number(part.offsets.to) / 1000, false);
  if (Array.isArray(part.timestamp))
    return whole(Number(part.timestamp[0]), Number(part.timestamp[1] ?? part.timestamp[0]), false);
  const ms = first(part, FROM_MS);
  if (ms !== null) {
    const from = Number(ms) / 1000;
    const to = first(part, TO_MS);
    return whole(
      from,
      to === null ? from + Number(first(part, LENGTH_MS) ?? 0) / 1000 : Number(to) / 1000,
      false,
    );
  }
  const begin = clock(first(part, FROM), scale);
  if (!begin) return null;
  const end = clock(first(part, TO), scale);
  const length = clock(first(part, LENGTH), scale);
  return whole(begin.seconds, end?.seconds ?? begin.seconds + (length?.seconds ?? 0), begin.plain);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first(part: Json, names: readonly string[]): unknown {
  for (const name of names) if (part[name] !== undefined && part[name] !== null) return part[name];
  return null;
}

/** 1.5, "1.5", "1.5s", "00:01:02.5", "1:02", "PT1M2.5S". */
function clock(value: unknown, scale: number): { seconds: number; plain: boolean } | null {
  if (typeof value === "number") return { seconds: value * scale, plain: true };
  if (isObject(value) && ("seconds" in value || "nanos" in value))
    return { seconds: Number(value.seconds ?? 0) + Number(value.nanos ?? 0) / 1e9, plain: false };
  if (typeof value !== "string") return null;
  const words = value.trim();
  if (/^\d+(?:\.\d+)?$/.test(words)) return { seconds: Number(words) * scale, plain: true };
  if (/^\d+(?:\.\d+)?s$/.test(words)) return { seconds: Number(words.slice(0, -1)), plain: false };
  const parts = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)$/.exec(words);
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(words);
  const found = parts ?? iso;
  if (!found) return null;
  const [h, m, s] = [1, 2, 3].map((i) => Number((found[i] ?? "0").replace(",", "."))) as [
    number,
    number,
    number,
  ];
  return { seconds: h * 3600 + m * 60 + s, plain: false };
}

function whole(from: number, to: number, plain: boolean): Times | null {
  if (!Number.isFinite(from) || from < 0) return null;
  const rounded = (n: number) => Math.round(n * 1000) / 1000;
  return { from: rounded(from), to: rounded(Number.isFinite(to) ? Math.max(from, to) : from), plain };
}
