/** Closed classes of English words that the mention rules lean on. All lower case. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

export const DETERMINERS =
  set(`the a an this that these those his her its their our my your both each every either neither
some any no all several many few most another other one two three four five six seven eight nine ten dozens`);

export const PREPOSITIONS =
  set(`of in on at by for from to with about against among around as before behind below beside
between beyond despite during except inside into like near off onto outside over past since through throughout toward towards
under until up upon via within without amid after above across along than per`);

export const CONJUNCTIONS =
  set(`and or but nor yet so if because while although though when whenever where whereas unless
whether that who whom whose which what how why as then since after before until once`);

/** Words that begin sentences with a capital without being names. */
export const OPENERS =
  set(`the a an this that these those his her its their our my your he she it they we you i me him them us
both each every either neither some any no all several many few most another other others one two three four five six seven eight nine ten eleven
twelve and or but nor yet so if because while although though when whenever where whereas unless whether who whom whose which what how why as
then since after before until once in on at by for from to with about against among around behind below beside between beyond despite during except
inside into like near off onto outside over past through throughout toward towards under up upon via within without amid above across along than per of
not never only even still also too just now later earlier soon again here there today yesterday tomorrow tonight however moreover meanwhile
nevertheless nonetheless instead indeed perhaps maybe yes well please thank thanks according asked speaking citing noting adding saying given
is are was were be been being am do does did has have had will would shall should can could may might must let let's it's i'm i've i'd i'll he's she's
they're they've we're we've you're don't didn't can't won't isn't wasn't there's that's what's who's
first second third last next finally nobody everybody somebody anybody everyone someone anyone nothing everything something anything none half
more less much such same own good great new old long short early late former then-president officially privately publicly
asking told said says say asked told added reach photo photograph by updated published correction editor advertisement
preliminary final nearly almost roughly barely hardly top`);

export const MONTHS = set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`,
);
export const DAYS = set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun`,
);

/** Verbs of saying in the forms that follow or precede a source; used only to see that a word is a verb. */
export const SAYING =
  set(`said says say saying told tells tell telling added adds asked asks wrote writes insisted insists argued argues claimed claims
denied denies confirmed confirms announced announces replied replies answered answers warned warns testified stated states acknowledged acknowledges
accused accuses urged urges called calls noted notes maintained maintains declined declines refused refuses believes believed thinks thought hopes hoped
wants wanted fears feared suggested suggests recalled recalls explained explains conceded concedes admitted admits alleged alleges vowed vows promised promises
reported reports predicted predicts complained complains rejected rejects disputed disputes described describes expects expected demanded demands proposed
proposes agreed agrees disagreed disagrees doubts doubted laughed shouted joked tweeted posted declared declares estimates estimated plans planned intends intended`);

/** Auxiliaries and common verbs that mark the noun phrase before them as a subject. */
export const FINITE =
  set(`is are was were has have had will would can could may might must shall should does do did isn't aren't wasn't weren't
hasn't haven't hadn't won't wouldn't can't couldn't doesn't don't didn't never also went came left took made got gave found met led ran became began
won lost held kept saw knew felt stood spoke heard read sent spent built bought brought sat put set let fell grew threw drew wore died`);

export const PARTICLES = set(
  `de da di del della dos das do du des la le van von der den ter ten zu zum zur al el bin ibn ben abu y e af av til`,
);

/** Past tenses that no ending shows, and common present forms; with "-ed" they tell a subject by the verb after it. */
const IRREGULAR =
  set(`became began bore beat bent bet bid bit blew bound broke bred brought built burst bought caught chose came crept dealt did dug drew drank
drove ate fell fed felt fought found fled flew forbade forgot forgave froze got gave went grew hung had heard hid hit held hurt kept knew laid led learnt left lent let lay
lit lost made meant met paid put quit read rode rang rose ran said saw sought sold sent set shook shone shot showed shut sang sank sat slept slid spoke spent spun spread
sprang stood stole stuck struck swore swept swam swung took taught tore told thought threw understood woke wore wove wept won wound wrote
becomes begins brings buys calls comes decides dies does falls feels finds gets gives goes has helps holds hopes keeps kills knows leads learns leaves likes lives looks loses
loves makes marries meets moves needs offers opens pays plays puts reads realizes receives refuses returns reveals runs says sees seems sends shows sings sits speaks stands
starts stays stops takes talks teaches tells thinks tries turns understands uses visits wants watches wins works writes asks agrees attacks attempts confronts discovers joins`);

/** True where a word looks like a finite verb. */
export function isVerbLike(lower: string): boolean {
  return (
    FINITE.has(lower) ||
    SAYING.has(lower) ||
    IRREGULAR.has(lower) ||
    /[a-z]{2}ed$/.test(lower) ||
    /n't$/.test(lower)
  );
}
