import { describe, expect, it } from "vitest";
import { fromTimedJson } from "./timed-document.ts";

const read = (json: unknown) => {
  const document = fromTimedJson(json);
  if (!document) return null;
  const { text, times } = document.article;
  return { text, times: times.map(({ start, end, from, to }) => [text.slice(start, end), from, to]) };
};
const SAID = "Ana Ruiz: Nobody was told. We asked twice.\n\nBo Harn: That is not so.";
const TIMES = [
  ["Nobody was told.", 1, 2.5],
  ["We asked twice.", 2.5, 4],
  ["That is not so.", 4.2, 6],
];

describe("timed transcripts", () => {
  it("of lists of segments, under all usual names", () => {
    const rows: [string, string, number, number][] = [
      ["Ana Ruiz", " Nobody was told.", 1, 2.5],
      ["Ana Ruiz", "We asked twice. ", 2.5, 4],
      ["Bo Harn", "That is not so.", 4.2, 6],
    ];
    const map = (make: (...row: (typeof rows)[number]) => unknown) => rows.map((row) => make(...row));
    const shapes: Record<string, unknown> = {
      "plain array": map((speaker, text, start, end) => ({ speaker, text, start, end })),
      WhisperX: {
        language: "en",
        segments: map((speaker, text, start, end) => ({ start, end, text, speaker, words: [] })),
      },
      "Podcasting 2.0": {
        version: "1.0.0",
        segments: map((speaker, body, startTime, endTime) => ({ speaker, body, startTime, endTime })),
      },
      "Deepgram with utterances": {
        metadata: { channels: 1 },
        results: {
          channels: [{ alternatives: [{ transcript: "x", words: [] }] }],
          utterances: map((speaker, transcript, start, end) => ({ speaker, transcript, start, end })),
        },
      },
      AssemblyAI: {
        audio_duration: 6,
        utterances: map((speaker, text, start, end) => ({
          speaker,
          text,
          start: start * 1000,
          end: end * 1000,
        })),
      },
      "milliseconds by name": map((name, text, a, b) => ({
        name,
        text,
        start_ms: a * 1000,
        end_ms: b * 1000,
      })),
      clocks: {
        captions: map((speaker, text, a, b) => ({
          speaker,
          text,
          start: `00:00:0${a.toFixed(3)}`,
          end: `0:0${b}`,
        })),
      },
      durations: map((speaker, text, a, b) => ({ speaker, text, start: `${a}s`, duration: `${b - a}s` })),
      Azure: {
        recognizedPhrases: map((speaker, display, a, b) => ({
          speaker,
          offsetInTicks: a * 1e7,
          durationInTicks: (b - a) * 1e7,
          nBest: [{ display }],
        })),
      },
      "whisper.cpp": {
        transcription: map((speaker, text, a, b) => ({
          speaker,
          text,
          offsets: { from: a * 1000, to: b * 1000 },
        })),
      },
    };
    for (const [name, json] of Object.entries(shapes))
      expect(read(json), name).toEqual({ text: SAID, times: TIMES });
  });

  it("of YouTube's events, which name nobody", () => {
    const events = [
      { tStartMs: 0, dDurationMs: 900, segs: [{ utf8: "Nobody" }, { utf8: " was\ntold." }] },
      { tStartMs: 900, dDurationMs: 100, segs: [{ utf8: "\n" }] },
    ];
    expect(read({ events })).toEqual({ text: "Nobody was told.", times: [["Nobody was told.", 0, 0.9]] });
  });

  it("of single words, gathered to sentences and speakers", () => {
    const aws = {
      jobName: "x",
      results: {
        transcripts: [{ transcript: "Yes, sir. No." }],
        speaker_labels: {
          segments: [
            {
              items: [
                { start_time: "0.1", speaker_label: "spk_0" },
                { start_time: "0.6", speaker_label: "spk_0" },
              ],
            },
            { items: [{ start_time: "2.0", speaker_label: "spk_1" }] },
          ],
        },
        items: [
          { type: "pronunciation", start_time: "0.1", end_time: "0.5", alternatives: [{ content: "Yes" }] },
          { type: "punctuation", alternatives: [{ content: "," }] },
          { type: "pronunciation", start_time: "0.6", end_time: "1.0", alternatives: [{ content: "sir" }] },
          { type: "punctuation", alternatives: [{ content: "." }] },
          { type: "pronunciation", start_time: "2.0", end_time: "2.4", alternatives: [{ content: "No" }] },
          { type: "punctuation", alternatives: [{ content: "." }] },
        ],
      },
    };
    const expected = {
      text: "Speaker 0: Yes, sir.\n\nSpeaker 1: No.",
      times: [
        ["Yes, sir.", 0.1, 1],
        ["No.", 2, 2.4],
      ],
    };
    expect(read(aws)).toEqual(expected);
    const text = (value: string, ts: number, end_ts: number) => ({ type: "text", value, ts, end_ts });
    const punct = (value: string) => ({ type: "punct", value });
    const rev = {
      monologues: [
        {
          speaker: 0,
          elements: [text("Yes", 0.1, 0.5), punct(","), punct(" "), text("sir", 0.6, 1), punct(".")],
        },
        { speaker: 1, elements: [text("No", 2, 2.4), punct(".")] },
      ],
    };
    expect(read(rev)).toEqual(expected);
    const words = [
      { word: "yes", punctuated_word: "Yes,", start: 0.1, end: 0.5, speaker: 0 },
      { word: "sir", punctuated_word: "sir.", start: 0.6, end: 1, speaker: 0 },
      { word: "no", punctuated_word: "No.", start: 2, end: 2.4, speaker: 1 },
    ];
    expect(read({ results: { channels: [{ alternatives: [{ transcript: "", words }] }] } })).toEqual(
      expected,
    );
  });

  it("are not seen in other JSON", () => {
    for (const json of [
      null,
      1,
      "x",
      {},
      [],
      [{ text: "The envoy left." }],
      { items: [{ start: 1 }] },
      { results: [] },
    ])
      expect(fromTimedJson(json)).toBeNull();
    const log = [{ text: "started", timestamp: 1_900_000_000 }];
    expect(fromTimedJson(log)).toBeNull();
  });
});
