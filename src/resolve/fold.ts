import { memo } from "./memo.ts";

/** Foldings under which two spellings of one name are equal. None of them is ever shown. */

const LETTERS: Record<string, string> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** Lower case, without diacritics, apostrophes and full stops: "O’Brïen" → "obrien". */
export const fold = memo((word: string): string => {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłßđðþæœı]/g, (letter) => LETTERS[letter]!)
    .replace(/[.'’ʼ`]/g, "");
});

/**
 * A key that transliterations of one name share: Sergei/Sergey, Zelensky/Zelenskyy/Zelenskiy, Mohammed/Mohamed,
 * Kharkov/Harkov. Only ever used on both parts of a full name, since short keys collide.
 */
export const translitKey = memo((word: string): string => {
  return fold(word)
    .replace(/(?:iy|yy|ij|ii|yj|y|i)$/, "i")
    .replace(/(?:ey|ei|ay|ai|ej)(?=$|[^aeiou])/g, "ei")
    .replace(/ph/g, "f")
    .replace(/kh/g, "h")
    .replace(/(?:tsch|tch|ch)/g, "c")
    .replace(/(?:zh|dzh|dj)/g, "j")
    .replace(/(?:ks)/g, "x")
    .replace(/ou/g, "u")
    .replace(/w/g, "v")
    .replace(/(?:ye|je|yo|jo)/g, "e")
    .replace(/[yj]/g, "i")
    .replace(/([a-z])\1+/g, "$1");
});

const NICKNAMES = `bill,will,billy,willy,liam:william bob,rob,bobby,robbie,bert:robert joe,joey:joseph mike,mick,mickey,mitch:michael jim,jimmy,jamie:james
dick,rick,rich,richie,ricky:richard tony,ant:anthony kate,kathy,katie,cathy,kit,kay,kitty:katherine,catherine,kathleen,kathryn liz,beth,betty,eliza,lizzie,betsy,bess:elizabeth dave,davy:david
steve:stephen,steven ted,ed,eddie,ned:edward,edmund,edwin jack,johnny:john andy,drew:andrew chuck,charlie,chas:charles larry:lawrence,laurence peggy,meg,maggie,marge,greta,rita:margaret
hank,harry:henry,harold jeff:geoffrey,jeffrey jerry:gerald,jerome,jeremy jenny,jen:jennifer nell,ellie,nora,nellie:eleanor,helen,ellen molly,polly:mary sandy,sasha,lex:alexander,alexandra
tom,tommy:thomas ron,ronnie:ronald sally:sarah dot,dolly:dorothy annie,nan,nancy:ann,anne,anna gus:august,augustus,gustav frank:francis,franklin fran:frances bernie:bernard chris:christine,christina,christopher
misha:mikhail volodya:vladimir kolya:nikolai pepe:jose paco:francisco hans:johannes`;

const fullForms = new Map<string, Set<string>>();
for (const entry of NICKNAMES.split(/\s+/)) {
  const [shorts = "", longs = ""] = entry.split(":");
  for (const short of shorts.split(",")) {
    fullForms.set(short, new Set([...(fullForms.get(short) ?? []), ...longs.split(",")]));
  }
}

/** True where two given names may be one person's: equal, initial, short form, nickname or transliteration. */
export function sameGiven(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (x === y || x === "" || y === "") return true;
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  // "Dan" and "Daniel", but not "Paul" and "Paula" or "Carl" and "Carlos".
  if (short.length >= 3 && long.length - short.length >= 3 && long.startsWith(short)) return true;
  if (fullForms.get(x)?.has(y) || fullForms.get(y)?.has(x)) return true;
  return x.length > 3 && y.length > 3 && translitKey(a) === translitKey(b);
}

/** True where two surnames may be one: equal when folded, or one transliterated otherwise. */
export function sameSurname(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  return x === y || (x.length > 4 && y.length > 4 && translitKey(a) === translitKey(b));
}
