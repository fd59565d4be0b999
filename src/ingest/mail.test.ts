import { describe, expect, it } from "vitest";
import { wordFile } from "./fixtures/word-file.ts";
import { isMail } from "./mail.ts";
import { senderOf, subjectOf } from "./mail-head.ts";
import { ownWords, unwrap } from "./mail-words.ts";
import { readBytes } from "./read-bytes.ts";
import { readDocument } from "./read-document.ts";

const HEAD =
  "From: Harbour Press Office <press@harbour.example>\nDate: Tue, 6 May 2031 10:15:00 +0200\nSubject: The quay\nMessage-ID: <1@h>\nMIME-Version: 1.0\n";
const request = { input: "a.eml", path: "a.eml", charset: null, told: "mail", listed: false } as const;
const read = (mail: string) => readBytes(Buffer.from(mail), request);

function mixed(...parts: string[]): string {
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
}

describe("e-mail", () => {
  it("gives each attachment that can be read, with the mail's metadata where it has none", async () => {
    const docx = Buffer.from(wordFile(["The council denied that it had known of it."], true)).toString(
      "base64",
    );
    const mail = mixed(
      "Content-Type: text/plain\n\nPlease find the statement attached.",
      `Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="a/st\u00e4tement.docx"\nContent-Transfer-Encoding: base64\n\n${docx}`,
      "Content-Type: text/plain; name=note.txt\nContent-Disposition: attachment\n\nThe envoy left at noon.",
      "Content-Type: application/msword; name=old.doc\nContent-Disposition: attachment\n\nx",
      "Content-Type: image/png; name=a.png\nContent-Disposition: attachment\n\nx",
      "Content-Type: application/zip; name=a.zip\nContent-Disposition: attachment\n\nx",
    );
    const results = await readDocument(Buffer.from(mail), request);
    expect(results.map(({ input, failure }) => [input, failure?.code ?? null])).toEqual([
      ["a.eml", null],
      ["a.eml#a_stätement.docx", null],
      ["a.eml#note.txt", null],
      ["a.eml#old.doc", "INPUT_UNSUPPORTED"],
    ]);
    const [body, word, note] = results.map(({ article }) => article);
    expect(body).toMatchObject({ title: "The quay", outlet: "Harbour Press Office", path: "a.eml" });
    expect(word).toMatchObject({
      text: "The council denied that it had known of it.",
      outlet: "Harbour Press Office",
      publishedAt: "2031-05-06T10:15:00+02:00",
      path: "a.eml#a_stätement.docx",
    });
    expect(note?.text.trim()).toBe("The envoy left at noon.");
    expect(new Set(results.map(({ article }) => article?.id)).size).toBe(4);
  });

  it("in e-mail is read for itself, but not without end", async () => {
    const inner = "From: Bo Harn <bo@x.example>\nSubject: Inner\nMessage-ID: <2@h>\n\nThe envoy left.";
    const results = await readDocument(
      Buffer.from(mixed(`Content-Type: message/rfc822\n\n${inner}`)),
      request,
    );
    expect(results.map(({ article }) => [article?.title, article?.byline])).toEqual([["Inner", "Bo Harn"]]);
    const nested = `${"From: a@b.example\nSubject: x\nContent-Type: message/rfc822\n\n".repeat(20)}From: a@b.example\n\nx`;
    const ends = await readDocument(Buffer.from(nested), request);
    expect(ends.map(({ failure }) => failure?.code)).toEqual(["INPUT_BROKEN"]);
  });

  it("with nothing in it, or that is none, is a failure", async () => {
    const code = async (mail: string) => (await read(mail)).results[0]?.failure?.code;
    expect(await code(`${HEAD}\n \n`)).toBe("INPUT_EMPTY");
    expect(await code("The envoy left at noon.\n")).toBe("INPUT_BROKEN");
    expect(isMail(HEAD)).toBe(true);
    expect(isMail("From: Ann\nTo: Bo\n\nA memo is no mail.")).toBe(false);
    expect(isMail("From the harbour: nothing.\nReceived: nothing\nmore.")).toBe(false);
  });
});

describe("a mail's own words", () => {
  it("are parted from quoted mails, wherever they stand", () => {
    expect(ownWords("No.\n\nOn Mon, 5 May 2031, Ann wrote:\n> Yes?\n", "Re: x")).toEqual({
      own: "No.",
      forwarded: null,
    });
    expect(
      ownWords("Am 5. Mai 2031 um 10:00 schrieb Ann Bo <a@b.example>:\n> Ja?\n\nNein.", "AW: x").own,
    ).toBe("Nein.");
    expect(ownWords("> Yes?\nNo.\n> Really?\nReally.", "Re: x").own).toBe("No.\nReally.");
    expect(ownWords("He wrote:\nnothing > all.", "x").own).toBe("He wrote:\nnothing > all.");
  });

  it("are parted from a forwarded mail, which keeps its own head", () => {
    const apple =
      "See below.\n\nBegin forwarded message:\n\n> From: Embassy <e@v.example>\n> Subject: Talks\n> Date: 5 May 2031\n>\n> The envoy stayed.";
    const { own, forwarded } = ownWords(apple, "Fwd: Talks");
    expect(own).toBe("See below.");
    expect(forwarded?.head).toEqual({ name: "Embassy <e@v.example>", date: "5 May 2031", subject: "Talks" });
    expect(forwarded?.text).toBe("The envoy stayed.");
  });

  it("end before a signature, not before a dash", () => {
    expect(ownWords("Yes.\n-- \nAnn", "x").own).toBe("Yes.");
    expect(ownWords("Yes.\n--\nAnn\nmore\n-- no", "x").own).toBe("Yes.");
    expect(ownWords(`A.\n-- \n${"line\n".repeat(30)}`, "x").own).toContain("line");
  });

  it("are one paragraph again where a program broke lines", () => {
    const wrapped =
      "The council of Maddock said on Wednesday that it had known\nnothing of the plan to close the quay at all.";
    expect(unwrap(`${wrapped}\n\nAnn\nBo`)).toBe(`${wrapped.replace("\n", " ")}\n\nAnn\nBo`);
  });
});

it("a sender is an office, a person, or both", () => {
  expect(senderOf("Ana Ruiz")).toEqual({ outlet: null, byline: "Ana Ruiz" });
  expect(senderOf("Ministry of Water")).toEqual({ outlet: "Ministry of Water", byline: null });
  expect(senderOf("Ana Ruiz, Harbour Office")).toEqual({ outlet: "Harbour Office", byline: "Ana Ruiz" });
  expect(senderOf("Ruiz, Ana")).toEqual({ outlet: null, byline: "Ana Ruiz" });
  expect(senderOf("press@mail.harbour.example")).toEqual({
    outlet: "harbour.example",
    byline: null,
  });
  expect(senderOf("ann@gmail.com")).toEqual({ outlet: null, byline: null });
  expect(subjectOf("RE: Fwd: [press] Talks end")).toBe("Talks end");
});
