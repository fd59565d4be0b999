/**
 * Timed transcripts as speech recognisers and their users write them in JSON, to cues. Shapes read: lists of segments with
 * words and times under any of their usual names (Whisper, whisper.cpp, WhisperX, Deepgram, AssemblyAI, Azure, Podcasting
 * 2.0, YouTube's and plain arrays), and lists of single words (AWS Transcribe, Rev, Google). Nothing is guessed from prose.
 */
import type { Cue } from "./cues.ts";
import { speakerName } from "./timed-speakers.ts";
import { timesOf } from "./timed-times.ts";
import { gatherWords } from "./timed-words.ts";

type Json = Record<string, unknown>;

export interface TimedTranscript {
  cues: Cue[];
  language: string | null;
  title: string | null;
}

/** Names under which lists of segments stand, best first; a path goes down by dots. */
const LISTS = [
  "utterances",
  "results.utterances",
  "results.audio_segments",
  "segments",
  "results.segments",
  "transcript.segments",
  "result.segments",
  "recognizedPhrases",
  "transcription",
  "captions",
  "cues",
  "turns",
  "entries",
  "sentences",
  "paragraphs",
  "transcript",
  "transcripts",
  "monologues",
  "events",
  "data",
  "results",
  "items",
];
const WORDS = [
  "text",
  "transcript",
  "body",
  "content",
  "utterance",
  "caption",
  "sentence",
  "value",
  "line",
  "display",
];
const SPEAKERS = [
  "speaker",
  "speaker_label",
  "speakerLabel",
  "speaker_name",
  "speakerName",
  "speaker_id",
  "speakerId",
  "speakerTag",
  "channelTag",
  "name",
  "voice",
  "who",
  "role",
];

/** A hundred hours; larger numbers are dates. */
const LONGEST_SECONDS = 360_000;

/** The cues of parsed JSON, or null where it is no timed transcript. */
export function timedTranscript(json: unknown): TimedTranscript | null {
  const cues = wordLists(json) ?? segmentLists(json);
  const spoken = (cues ?? []).filter(({ words }) => words !== "");
  if (spoken.length === 0) return null;
  const top = isObject(json) ? json : {};
  const text = (name: string) =>
    typeof top[name] === "string" ? (top[name] as string).trim() || null : null;
  return {
    cues: spoken,
    language: text("language") ?? text("language_code") ?? text("lang"),
    title: text("title"),
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function at(json: unknown, path: string): unknown {
  let value: unknown = json;
  for (const name of path.split(".")) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** Recognisers that give every word with its time and speaker, gathered to turns. */
function wordLists(json: unknown): Cue[] | null {
  const monologues = objects(at(json, "monologues"));
  if (monologues.some((one) => Array.isArray(one.elements))) return gatherRev(json, monologues);
  const items = objects(at(json, "results.items"));
  if (items.some((item) => Array.isArray(item.alternatives))) return gatherAws(json, items);
  const channel = objects(at(json, "results.channels"))[0];
  if (channel && objects(at(json, "results.utterances")).length === 0) {
    const words = objects(objects(channel.alternatives)[0]?.words);
    return gatherWords(
      words.map((word) => ({
        ...timed(word, 1),
        words: String(word.punctuated_word ?? word.word ?? ""),
        glued: false,
      })),
    );
  }
  const results = objects(at(json, "results"));
  if (results.some((one) => objects(one.alternatives).length > 0)) return gatherGoogle(results);
  return null;
}

function timed(word: Json, scale: number): { from: number; to: number; voice: string | null } {
  const times = timesOf(word, scale);
  return { from: times?.from ?? Number.NaN, to: times?.to ?? Number.NaN, voice: voiceOf(word) };
}

/** https://docs.rev.ai/api/asynchronous/reference/ : punctuation and spaces are elements too. */
function gatherRev(json: unknown, monologues: Json[]): Cue[] {
  const names = new Map(objects(at(json, "speakers")).map((one) => [String(one.id), one.name]));
  return monologues.flatMap((monologue) => {
    const info = isObject(monologue.speaker_info) ? monologue.speaker_info.display_name : null;
    const told = info ?? monologue.speaker_name ?? names.get(String(monologue.speaker)) ?? monologue.speaker;
    const voice = speakerName(told);
    return gatherWords(
      objects(monologue.elements).map((element) => ({
        ...timed(element, 1),
        voice,
        words: String(element.value ?? ""),
        glued: true,
      })),
    );
  });
}

/** https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html : speakers stand apart in older files. */
function gatherAws(json: unknown, items: Json[]): Cue[] {
  const speakers = new Map<string, unknown>();
  for (const segment of objects(at(json, "results.speaker_labels.segments")))
    for (const item of objects(segment.items)) speakers.set(String(item.start_time), item.speaker_label);
  return gatherWords(
    items.map((item) => {
      const words = String(objects(item.alternatives)[0]?.content ?? "");
      const voice = speakerName(item.speaker_label ?? speakers.get(String(item.start_time)) ?? null);
      return { ...timed(item, 1), voice, words, glued: item.type === "punctuation" };
    }),
  );
}

/** https://cloud.google.com/speech-to-text/docs : with speakers, the last result has all words once more. */
function gatherGoogle(results: Json[]): Cue[] {
  const lists = results.map((one) => objects(objects(one.alternatives)[0]?.words));
  const last = lists.at(-1) ?? [];
  const tagged = last.some((word) => word.speakerTag !== undefined || word.speakerLabel !== undefined);
  if (tagged || lists.some((words) => words.length > 0))
    return gatherWords(
      (tagged ? last : lists.flat()).map((word) => ({
        ...timed(word, 1),
        words: String(word.word ?? ""),
        glued: false,
      })),
    );
  return [];
}

function segmentLists(json: unknown): Cue[] | null {
  const lists = Array.isArray(json) ? [json] : LISTS.map((path) => at(json, path));
  for (const list of lists) {
    const segments = objects(list);
    if (segments.length === 0) continue;
    const scale = scaleOf(json, segments);
    const cues = segments.map((segment) => cueOf(segment, scale));
    // A few without a time are a recogniser's slips, many mean that these are no segments.
    const right = cues.filter((cue) => cue !== null);
    if (right.length > 0 && right.length >= segments.length * 0.6) return right;
  }
  return null;
}

function cueOf(segment: Json, scale: number): Cue | null {
  const times = timesOf(segment, scale);
  const words = wordsOf(segment);
  if (!times || times.from > LONGEST_SECONDS || words === null) return null;
  return { ...times, voice: voiceOf(segment), words: words.replace(/\s+/g, " ").trim(), turn: false };
}

function wordsOf(segment: Json): string | null {
  for (const name of WORDS) if (typeof segment[name] === "string") return segment[name] as string;
  const best = objects(segment.nBest)[0];
  if (best && typeof best.display === "string") return best.display;
  const pieces = objects(segment.segs);
  if (pieces.length > 0) return pieces.map((piece) => String(piece.utf8 ?? "")).join("");
  const sentences = objects(segment.sentences);
  if (sentences.length > 0) return sentences.map((sentence) => String(sentence.text ?? "")).join(" ");
  return null;
}

function voiceOf(segment: Json): string | null {
  for (const name of SPEAKERS) {
    const value = segment[name];
    const told = isObject(value) ? (value.name ?? value.label ?? value.id) : value;
    if (told !== undefined && told !== null) return speakerName(told);
  }
  return null;
}

/** AssemblyAI and some others count in milliseconds: whole numbers, far too large for the words between them. */
function scaleOf(json: unknown, segments: Json[]): number {
  const known = segments.map((segment) => ({ times: timesOf(segment, 1), words: wordsOf(segment) ?? "" }));
  const spans = known.flatMap(({ times, words }) =>
    times?.plain && words !== "" ? [{ ...times, words }] : [],
  );
  if (spans.length === 0 || spans.some(({ from, to }) => !Number.isInteger(from) || !Number.isInteger(to)))
    return 1;
  const total = spans.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
  const letters = spans.reduce((sum, { words }) => sum + words.length, 0);
  const duration = isObject(json) ? Number(json.audio_duration) : Number.NaN;
  if (duration > 0 && spans.at(-1)!.to > duration * 100) return 0.001;
  // People speak some fifteen letters a second.
  return total / Math.max(1, letters) > 10 ? 0.001 : 1;
}
