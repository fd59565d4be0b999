/** What a mail's header says of it, in the words of docs/format.md. */
import type { Email } from "postal-mime";
import { anyDate, isoDate } from "./dates.ts";
import { type Metadata, NOTHING } from "./front-matter.ts";
import { mended } from "./mail-charset.ts";

/** Offices write under their own name; whatever has one of these words in it is no person. */
const OFFICE =
  /\b(?:press(?:e|estelle)?|media|news(?:room|desk|letter)?|office|ministry|ministère|ministerium|department|dept|government|council|commission|committee|agency|authority|embassy|consulate|secretariat|parliament|court|police|university|institute|foundation|association|federation|union|party|campaign|society|group|company|corp(?:oration)?|inc|ltd|llc|gmbh|plc|bank|team|desk|communications?|relations|public affairs|information|info|service|centre|center|bureau|board|staff|spokes(?:man|woman|person)|alerts?|noreply|no-reply|times|post|herald|tribune|gazette|journal|radio|television|tv)\b/i;
const PERSON =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?\p{Lu}[\p{L}’'-]*\.?(?: (?:\p{Lu}[\p{L}’'-]*\.?|de|del|der|den|van|von|da|di|la|le|al|bin|ibn)){1,3}$/u;
const OBSOLETE_ZONES: Readonly<Record<string, string>> = {
  EST: "-0500",
  EDT: "-0400",
  CST: "-0600",
  CDT: "-0500",
  MST: "-0700",
  MDT: "-0600",
  PST: "-0800",
  PDT: "-0700",
  UT: "+0000",
};

/** Title, outlet or byline, and date of a mail. */
export function mailMetadata(email: Email): Metadata {
  const header = (key: string) => email.headers.find((line) => line.key === key)?.value ?? null;
  const from = email.from && "address" in email.from ? email.from : null;
  // A name with a comma and without quotation marks falls apart; the header still has it whole.
  const raw = from?.address ? null : header("from");
  const sender = senderOf(raw ?? (from?.name ? mended(from.name) : (from?.address ?? null)));
  return {
    ...NOTHING,
    ...sender,
    outlet: header("organization")?.trim() || sender.outlet,
    title: subjectOf(email.subject ? mended(email.subject) : null),
    publishedAt: mailDate(header("date")),
  };
}

/**
 * A sender's name: an office is the outlet, a person the byline; "Ana Ruiz, Harbour Office" and "Ana Ruiz (Harbour
 * Office)" are both. An address alone gives its domain, where that is an outlet's own.
 */
export function senderOf(sender: string | null): { outlet: string | null; byline: string | null } {
  const name = (sender ?? "")
    .replace(/<[^<>]*>|\[mailto:[^\]]*\]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^["'“]+|["'”]+$/g, "")
    .trim();
  if (name === "") return { outlet: null, byline: null };
  if (/^\S+@\S+$/.test(name)) return { outlet: domainOf(name), byline: null };
  const both = /^(.+?)(?:,\s+| \(| via | \| | [-–—] | at )([^()|]{2,80}?)\)?$/.exec(name);
  if (both && isPerson(both[1]!)) return { outlet: both[2]!, byline: both[1]! };
  if (both && isPerson(both[2]!) && OFFICE.test(both[1]!)) return { outlet: both[1]!, byline: both[2]! };
  // "Ruiz, Ana", as address books write it.
  const turned = /^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}.’' -]+)$/u.exec(name);
  if (turned && isPerson(`${turned[2]} ${turned[1]}`))
    return { outlet: null, byline: `${turned[2]} ${turned[1]}` };
  return isPerson(name) ? { outlet: null, byline: name } : { outlet: name, byline: null };
}

function isPerson(name: string): boolean {
  return PERSON.test(name) && !OFFICE.test(name);
}

/** Mail of a private person says nothing about an outlet. */
function domainOf(address: string): string | null {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const shared =
    /^(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|me|aol|gmx|web|proton(?:mail)?|mail|yandex|qq|163)\.(?:[a-z]{2,3}|co\.[a-z]{2})$/;
  return shared.test(domain) || !domain.includes(".")
    ? null
    : domain.replace(/^(?:mail|smtp|news|email)\./, "");
}

/** The subject without "Re:", "Fwd:" and a list's tag. */
export function subjectOf(subject: string | null): string | null {
  const words = (subject ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:(?:re|aw|fwd?|wg|tr|rv|sv|vs)(?:\[\d+\])?:\s*|\[[^\]]{1,40}\]\s+)+/i, "");
  return words === "" ? null : words;
}

/** The date of a header or of a forwarded message's head, with its zone as given. */
export function mailDate(value: string | null): string | null {
  if (value === null) return null;
  const plain = value
    .replace(/\([^()]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/ (?:UT|[ECMP][SD]T)$/, (zone) => ` ${OBSOLETE_ZONES[zone.trim()]}`)
    .replace(/^([A-Z][a-z]{2}),(?=\d)/, "$1, ")
    .replace(/ (\d):(\d{2})/, " 0$1:$2");
  return anyDate(plain) ?? isoDate(plain.replace(/ at /, " "));
}
