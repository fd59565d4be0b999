/** Titles and the like: a name follows, so the full stop never ends a sentence by itself. */
const BEFORE_NAME = new Set(
  (
    "Mr Mrs Ms Mx Smt Dr Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Maj Sgt Capt Cmdr Cdr Adm Rev Rt Hon Pres Fr Msgr " +
    "Messrs Mme Mmes Mlle Supt Det Insp Cpl Pvt Pfc Spc Amb Atty Asst Brig Cllr Hr Hrn Mgr Ald Del Dep Dist Ft Mt " +
    "Ste Sra Srta Dra Ing Univ Assn H.E H.H H.M H.R.H H.I.M S.E"
  ).split(" "),
);

/** Something always follows, whatever its case. */
const BEFORE_MORE = new Set(
  "vs viz cf eg ie resp approx ca al incl esp Nos Vol vol pp Ph dept z.B d.h u.a".split(" "),
);

/** A number follows; else the word is itself the end of a sentence ("He said no."). */
const BEFORE_NUMBER = new Set(
  "No no Nr nr Art art Sec sec Sect Fig fig Ch ch Para para Pt pt p Vol vol Op op Rs Tel tel Ext ext Bd S".split(
    " ",
  ),
);

const MONTHS_SHORT = new Set("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split(" "));

/** May stand within a sentence or end one; the next word decides. */
const MAY_END = new Set(
  (
    "Inc Ltd Co Corp Cos Bros Jr Sr Esq etc Ave Blvd Rd St Dept Hwy Pkwy Ct LLC Mfg Intl Natl Govt " +
    "Mon Tue Tues Wed Thu Thur Thurs Fri " +
    "Ala Ariz Ark Calif Colo Conn Fla Ga Kan Ky Md Mich Minn Mont Neb Nev Okla Penn Tenn Tex Va Vt Wis Wyo Ont Que"
  ).split(" "),
);

/** Short forms of states that are words too; they count only after a comma ("Salem, Mass."). */
const AFTER_COMMA = new Set("Mass Wash Ill Ind La Me Miss Mo Ore Pa Del Cal Man".split(" "));

/** Words that begin a sentence when capitalised, since within one they would stand in lower case. */
const STARTERS = new Set(
  (
    "A An The He She It They We You His Her Its Their Our My Your This That These Those There Here In On At By For " +
    "From With Without After Before Since During As If When While Where Why How What Who Which Whether But And Or " +
    "Nor So Yet Then Now Still Also Both Each Every Some Many Most More Few Several Other Others Another Such All " +
    "Any No Not Nobody None Neither Either One Two Three Four Five Six Seven Eight Nine Ten Although Though Because " +
    "Despite However Instead Meanwhile Moreover Nevertheless Once Only Until Unlike Under Over Last Next Earlier " +
    "Later Yesterday Today Tomorrow Asked According Mr Mrs Ms Is Are Was Were Do Does Did Has Have Had Can Could " +
    "Will Would Should May Might Must Let Just Even Perhaps Maybe It’s It's He’s He's She’s She's We’re We're They’re " +
    "They're That’s That's There’s There's Among Amid Against About Between Within Through Throughout To Of Into " +
    "Yes Well Critics Officials Police"
  ).split(" "),
);

const ZONE_OR_DAY =
  /^(?:[A-Z]{2,5}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Eastern|Central|Pacific|Mountain|Greenwich|Moscow|Local)$/;

const GERMAN_MONTH =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/;

/** What stands on the two sides of a full stop. */
export interface Stop {
  /** The word before it, inner full stops kept ("U.S", "a.m", "Mr"). */
  before: string;
  /** What stands before that word, a few characters of it. */
  earlier: string;
  /** The word after it, opening marks left out. */
  after: string;
}

/**
 * True where a full stop belongs to an abbreviation, an initial or a number and ends no sentence. The next word
 * is known not to begin in lower case.
 */
export function isInnerStop(stop: Stop): boolean {
  const { earlier, after } = stop;
  // Headlines and labels set "MR. RUIZ" and "NO. 5" in capitals.
  const capitals = /^\p{Lu}{2,}$/u.test(stop.before) && /^(?:\p{Lu}{2}|\d)/u.test(after);
  const before = capitals ? stop.before.charAt(0) + stop.before.slice(1).toLowerCase() : stop.before;
  const starts = STARTERS.has(after) || STARTERS.has(after.split(/[’']/, 1)[0]!);
  const digit = /^\d/.test(after);
  if (before === "") return false;
  if (BEFORE_NAME.has(before)) return true;
  if (BEFORE_MORE.has(before)) return !starts || before === "Nos";
  if (BEFORE_NUMBER.has(before) && digit) return true;
  if (MONTHS_SHORT.has(before)) return digit || !starts;
  if (MAY_END.has(before)) return !starts && !digit;
  if (AFTER_COMMA.has(before) && /,\s*$/.test(earlier)) return !starts;
  if (/^[ap]\.?m$/i.test(before)) return ZONE_OR_DAY.test(after) && !STARTERS.has(after);
  // U.S., U.N., D.C., Ph.D., e.g.
  if (/^(?:\p{L}{1,2}\.&?)+\p{L}{1,3}$/u.test(before)) return !starts;
  if (/^\p{Lu}$/u.test(before)) return isInitial(before, earlier, starts, after);
  if (/^\d{1,2}$/.test(before)) return GERMAN_MONTH.test(after) || earlier.trim() === "";
  return false;
}

/** "Vladimir V. Putin", "J. R. Smith" against "Plan B. The", "so do I. Mr. Smith". */
function isInitial(letter: string, earlier: string, starts: boolean, after: string): boolean {
  if (!/^\p{Lu}/u.test(after)) return false;
  const afterName = /(?:^|\s)\p{Lu}[\p{L}.]*\s*$/u.test(earlier);
  // "George F. Will" and "Ana T. May" are names, "Plan B. Will it work?" is none.
  if (starts)
    return (
      afterName &&
      !/\b(?:Plan|Part|Act|Phase|Title|Class|Group|Team|Exhibit)\s*$/.test(earlier) &&
      /^(?:Will|May|Let|Well|Still|Day|Love)$/.test(after)
    );
  if (letter !== "I") return true;
  return afterName && !/\b(?:War|Part|Act|Phase|Title|Class)\s*$/.test(earlier);
}

const REPORTS =
  /(?:^|\s)(?:said|says|asked|asks|told|tells|wrote|writes|added|replied|answered|wondered|demanded|continued|exclaimed|shouted|cried|joked|tweeted|posted|mused|insisted|declared|remarked|inquired|responded|argued|observed|noted|recalled|called|yelled|quipped|warned|complained)(?![\p{L}’'])/u;

/**
 * True where the words after a quoted question or exclamation tell who spoke it ("…?” Mr. Ruiz told reporters"),
 * so that the sentence goes on. A capitalised "The" or "He" begins a new one.
 * @param following the text after the closing marks, some 80 characters of it
 */
export function tellsWhoSpoke(following: string): boolean {
  const first = /^[\p{L}.’'-]+/u.exec(following)?.[0].replace(/\.$/, "") ?? "";
  if (first === "" || (STARTERS.has(first) && !/^M(?:r|rs|s)$/.test(first))) return false;
  const clause =
    /^(?:[^.?!“"]|(?<=\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Prof|Jr|Sr|St|\p{Lu}))\.)*/u.exec(
      following,
    )?.[0] ?? "";
  const words = clause.split(/\s+/, 9).slice(0, 8).join(" ");
  return REPORTS.test(words);
}
