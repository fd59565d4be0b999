import { expect, test } from "vitest";
import { isSubtitles, parseSubtitles } from "./subtitles.ts";

const vtt = `WEBVTT

NOTE Harbour TV, broadcast 3 May 2031

1
00:01.000 --> 00:03.500
<v Ana Dell>Good evening. With us
is the harbour master.

00:00:03.500 --> 00:00:05.000 align:start
<v Ana Dell>Is the quay <i>safe</i>?

00:00:05.000 --> 00:01:06.250
<v Bo Harn>It is &amp; it was. 😀
`;

test("turns are joined by voice; each cue keeps its time and its words", () => {
  const { text, times, notes } = parseSubtitles(vtt);
  expect(text).toBe(
    "Ana Dell: Good evening. With us is the harbour master. Is the quay safe?\n\nBo Harn: It is & it was. 😀",
  );
  expect(times.map((t) => [text.slice(t.start, t.end), t.from, t.to])).toEqual([
    ["Good evening. With us is the harbour master.", 1, 3.5],
    ["Is the quay safe?", 3.5, 5],
    ["It is & it was. 😀", 5, 66.25],
  ]);
  expect(notes).toEqual(["Harbour TV, broadcast 3 May 2031"]);
});

test("SubRip with captions' turn marks and names in capitals", () => {
  const srt =
    "1\n00:00:01,000 --> 00:00:02,000\n>> Is it open?\n\n2\n00:00:02,000 --> 00:00:04,000\nMR. HARN: {\\an8}It is\nnot.\n";
  expect(isSubtitles(srt)).toBe(true);
  expect(parseSubtitles(srt).text).toBe("Is it open?\n\nMR. HARN: It is not.");
});

test("two voices in one cue are two turns", () => {
  const { text } = parseSubtitles("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Yes?\n<v Bo>No.\n");
  expect(text).toBe("Ana: Yes?\n\nBo: No.");
});

test("running text is not taken for subtitles", () => {
  expect(isSubtitles("The train leaves at 10:15 --> no, 10:20.\n")).toBe(false);
  expect(parseSubtitles("").text).toBe("");
});
