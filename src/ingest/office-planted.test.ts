/** Passages of every script in OpenDocument, RTF, e-mail and timed JSON: each must lie in the text as its file has it. */
import { expect, it } from "vitest";
import { odtArchive } from "./fixtures/damage-bases.ts";
import { type Planted, plant, random } from "./fixtures/plant.ts";
import { readBytes } from "./read-bytes.ts";

async function read(name: string, told: "odt" | "unknown" | "mail" | "json", bytes: Uint8Array) {
  const { results } = await readBytes(bytes, { input: name, path: name, charset: null, told, listed: false });
  expect(results[0]?.failure).toBeNull();
  return results[0]!.article!;
}

function check(text: string, { text: whole, passages }: Planted): void {
  expect(text).toBe(whole);
  for (const { start, words } of passages) expect(text.slice(start, start + words.length)).toBe(words);
}

const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

it("OpenDocument: runs cut inside words part nothing", async () => {
  const planted = plant(random(21), 320, "\n\n");
  const body = planted.paragraphs.map((words, i) => {
    const cut = [...words].slice(0, 1 + (i % 9)).join("").length;
    return `\n <text:p><text:span>${escaped(words.slice(0, cut))}</text:span><text:bookmark/>${escaped(words.slice(cut))}</text:p>`;
  });
  check((await read("a.odt", "odt", odtArchive(body.join("")))).text, planted);
});

it("RTF: every character outside ASCII by its number, groups and line ends inside words", async () => {
  const planted = plant(random(22), 320, "\n\n");
  const coded = (words: string) =>
    [...Array(words.length).keys()]
      .map((i) => words.charCodeAt(i))
      .map((unit, i) => {
        if (unit > 0x7e) return `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`;
        const char = String.fromCharCode(unit);
        return /[\\{}]/.test(char)
          ? `\\${char}`
          : i % 11 === 0
            ? `{\\b ${char}}`
            : i % 13 === 0
              ? `\n${char}`
              : char;
      })
      .join("");
  const rtf = `{\\rtf1\\ansi\\uc1 ${planted.paragraphs.map((words) => `\\pard ${coded(words)}\\par`).join("\n")}}`;
  check((await read("a.rtf", "unknown", Buffer.from(rtf, "latin1"))).text, planted);
});

it("e-mail: quoted-printable and base64 give the same words", async () => {
  const planted = plant(random(23), 120, "\n\n");
  const head =
    "From: Office <a@b.example>\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n";
  const bytes = Buffer.from(planted.text);
  const quoted = [...bytes]
    .map((byte) => (byte === 10 ? "\n" : `=${byte.toString(16).padStart(2, "0").toUpperCase()}`))
    .join("")
    .replace(/(?:=..){25}/g, "$&=\n");
  const base64 = bytes.toString("base64").replace(/.{76}/g, "$&\n");
  check(
    (
      await read(
        "a.eml",
        "mail",
        Buffer.from(`${head}Content-Transfer-Encoding: quoted-printable\n\n${quoted}`),
      )
    ).text,
    planted,
  );
  check(
    (await read("a.eml", "mail", Buffer.from(`${head}Content-Transfer-Encoding: base64\n\n${base64}`))).text,
    planted,
  );
});

it("timed JSON: every segment's words lie where its time says", async () => {
  const { passages } = plant(random(24), 200, "\n\n");
  const segments = passages.map(({ words }, i) => ({
    start: i,
    end: i + 1,
    text: ` ${words}`,
    speaker: `SPEAKER_0${i % 3}`,
  }));
  const { text, times } = await read("a.json", "json", Buffer.from(JSON.stringify({ segments })));
  expect(times).toHaveLength(passages.length);
  times.forEach(({ start, end, from }, i) => {
    expect(from).toBe(i);
    expect(text.slice(start, end)).toBe(passages[i]!.words.replace(/\s+/g, " ").trim());
  });
});
