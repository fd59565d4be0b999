/** The words of a mail that are its writer's own, parted from signatures, earlier mails and forwarded ones. */

export interface Forwarded {
  head: { name: string | null; date: string | null; subject: string | null };
  text: string;
}

const FORWARD_MARK =
  /^(?:-{2,}\s*(?:Forwarded message|Forwarded by .{1,80}|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado)\s*-{2,}|Begin forwarded message:|(?:Anfang der weitergeleiteten Nachricht|Début du message réexpédié)\s*:)$/i;
const ORIGINAL_MARK =
  /^(?:-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original)\s*-{2,}|_{20,})$/i;
const HEAD_LINE =
  /^\*?(From|Sent|Date|Subject|To|Cc|Reply-To|Von|Gesendet|Datum|Betreff|An|De|Envoyé|Objet|À|Enviado|Asunto|Para)\s?:\*?\s*(.*)$/i;
/** "On Mon, 3 May 2031 at 10:15, Ana Ruiz <ana@…> wrote:" and what other programs and languages say. */
const REPLY_MARK =
  /^(?:On .{8,200}\bwrote|Am .{8,200}\bschrieb\b.{0,100}|Le .{8,200}\ba écrit|El .{8,200}\bescribió)\s?:$/;
const FORWARD_SUBJECT = /^(?:\[[^\]]*\]\s*)?(?:fwd?|wg|tr|rv)\s*:/i;
const SIGNATURE = /^-- ?$/;
const LONGEST_SIGNATURE = 20;
const FOOTERS =
  /^(?:Sent from my .{2,40}|Get Outlook for .{2,20}|Von meinem .{2,40} gesendet|Envoyé de mon .{2,40})\.?$/i;

/**
 * @param text LF line ends
 * @param subject tells a forwarded mail from an answered one where programs mark both alike
 */
export function ownWords(text: string, subject: string): { own: string; forwarded: Forwarded | null } {
  const lines = signedPart(text.split("\n").map((line) => line.replace(/[ \t]+$/, "")));
  const isForward = FORWARD_SUBJECT.test(subject.trim());
  for (let i = 0; i < lines.length; i++) {
    const mark = lines[i]!;
    const original = ORIGINAL_MARK.test(mark) && headAt(lines, i + 1) !== null;
    const bare = !original && isHead(lines, i);
    if (FORWARD_MARK.test(mark) || ((original || bare) && isForward)) {
      const forwarded = readForwarded(lines, bare ? i : i + 1);
      if (forwarded) return { own: withoutTail(lines.slice(0, i)), forwarded };
    } else if (original || bare) return { own: withoutTail(lines.slice(0, i)), forwarded: null };
  }
  return { own: withoutTail(withoutQuotes(lines)), forwarded: null };
}

/** Clear-signed mails have their words between two marks (RFC 9580, 7). */
function signedPart(lines: string[]): string[] {
  const begin = lines.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
  const end = lines.indexOf("-----BEGIN PGP SIGNATURE-----");
  if (begin < 0 || end < begin) return lines;
  const blank = lines.indexOf("", begin);
  return lines
    .slice(Math.min(end, blank < 0 ? begin + 1 : blank + 1), end)
    .map((line) => line.replace(/^- /, ""));
}

/** The lines of a head as Outlook sets it above the mail that it answers. */
function isHead(lines: string[], at: number): boolean {
  return /^\*?(?:From|Von|De)\s?:/i.test(lines[at]!) && headAt(lines, at) !== null;
}

interface Head {
  fields: Map<string, string>;
  /** The first line after it. */
  end: number;
}

function headAt(lines: string[], from: number): Head | null {
  let at = from;
  while (at < lines.length && at < from + 3 && bare(lines[at]!) === "") at++;
  const fields = new Map<string, string>();
  let last = "";
  for (; at < lines.length && bare(lines[at]!) !== ""; at++) {
    const found = HEAD_LINE.exec(bare(lines[at]!));
    if (found) {
      last = found[1]!.toLowerCase();
      fields.set(last, found[2]!.trim());
    } else if (last === "" || fields.size > 12) return null;
    else fields.set(last, `${fields.get(last)} ${bare(lines[at]!)}`);
  }
  const has = (names: string) => names.split(" ").some((name) => fields.has(name));
  const enough =
    has("from von de") && has("date sent datum gesendet envoyé enviado subject betreff objet asunto");
  return enough ? { fields, end: at } : null;
}

function bare(line: string): string {
  return line.replace(/^(?:>\s?)+/, "").trim();
}

function readForwarded(lines: string[], from: number): Forwarded | null {
  const head = headAt(lines, from);
  if (!head) return null;
  const first = (names: string) =>
    names
      .split(" ")
      .map((name) => head.fields.get(name))
      .find((v) => v) ?? null;
  const rest = lines.slice(head.end);
  // Apple's Mail quotes the whole of a forwarded message.
  const filled = rest.filter((line) => line !== "");
  const quoted = filled.length > 0 && filled.every((line) => line.startsWith(">"));
  const inner = quoted ? rest.map((line) => line.replace(/^>\s?/, "")) : rest;
  return {
    head: {
      name: first("from von de"),
      date: first("date sent datum gesendet envoyé enviado"),
      subject: first("subject betreff objet asunto"),
    },
    text: withoutTail(withoutQuotes(inner)),
  };
}

/** Quoted lines and what announces them; they are an earlier mail's words. */
function withoutQuotes(lines: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const isQuote = /^>(?!>? ?From )/.test(line) && !/^>>>? \p{Lu}/u.test(line);
    if (isQuote) continue;
    const joined = `${line} ${lines[i + 1] ?? ""}`.trim();
    if (REPLY_MARK.test(line)) continue;
    if (/^(?:On|Am|Le|El) /.test(line) && REPLY_MARK.test(joined)) {
      i++;
      continue;
    }
    kept.push(line);
  }
  return kept;
}

/** Without signature, the programs' advertisements and mailing lists' footers. */
function withoutTail(lines: string[]): string {
  let kept = lines;
  const footer = kept.findIndex(
    (line, i) => /^_{20,}$/.test(line) && / mailing list\b/i.test(kept.slice(i + 1, i + 3).join(" ")),
  );
  if (footer >= 0) kept = kept.slice(0, footer);
  const signature = kept.findLastIndex((line) => SIGNATURE.test(line));
  if (signature >= 0 && kept.length - signature <= LONGEST_SIGNATURE) kept = kept.slice(0, signature);
  kept = kept.filter((line, i) => !(FOOTERS.test(line) && i >= kept.length - 3));
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Lines that a program broke near the 72nd column are one paragraph again; short lines are meant as they are. */
export function unwrap(text: string): string {
  return text
    .split(/\n[ \t]*\n+/)
    .map((block) => {
      const lines = block.split("\n").map((line) => line.trimEnd());
      const wrapped =
        lines.length > 1 &&
        lines
          .slice(0, -1)
          .every((line) => line.length >= 50 && line.length <= 100 && !/^[>\s*•-]|:$/.test(line));
      return wrapped ? lines.map((line) => line.trim()).join(" ") : lines.join("\n");
    })
    .join("\n\n");
}
