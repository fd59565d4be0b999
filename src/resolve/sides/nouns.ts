/** What the nouns of roles and bodies say about taking part: who speaks for a body, who only belongs to it, who judges. */

/** Persons through whom a body speaks. */
const VOICES =
  /^(?:spokes(?:man|woman|person)|president|chief|executive|chair(?:man|woman|person)?|director|lawyer|attorney|advocate|counsel|solicitor|barrister|secretary|leader|head|owner|founder|steward|captain|manager|minister|advis[eo]r|aide|officer|colonel|general|commander|mayor|governor|premier|chancellor|ambassador|envoy|diplomat|convener|organi[sz]er|treasurer|coach|boss|deputy|delegate|negotiator|representative|councillor|senator|lawmaker|mp|whip|official|ceo|cfo|principal|provost|rector|trustee|campaigner|speaker|organi[sz]er|headm(?:an|aster)|headmistress|headwoman|dean|prioress|curator|coordinator|co-ordinator|superintendent|administrator|agent|press|strategist)$/;

/** Who has to do with a body without being on its side: people whom the matter is about or who are against it. */
const SUBJECTS =
  /^(?:worker|patient|customer|student|pupil|resident|passenger|shareholder|investor|critic|opponent|rival|neighbou?r|victim|widow|widower|tenant|prisoner|inmate|hostage|captive|user|subscriber|fan|friend|parent|mother|father|son|daughter|brother|sister|wife|husband|visitor|guest|voter|viewer|reader|supplier|tourist|whistleblower|witness|bystander|predecessor|successor)$/;

/** Who judges, counts, mediates, asks or explains. */
const NEUTRALS =
  /^(?:judge|magistrate|arbitrator|mediator|moderator|referee|umpire|coroner|analyst|economist|expert|historian|professor|academic|scholar|lecturer|pollster|commentator|columnist|reporter|journalist|correspondent|editor|presenter|interviewer|observer|monitor|clerk|interpreter|translator|usher|juror|foreman|forewoman|broker|statistician|meteorologist|forecaster|operator|host|inspector|warden|auditor|surveyor|investigator)$/;

/** Offices of a state's government. The country may be said elsewhere or not at all. */
export const STATE_OFFICE =
  /\b(?:prime minister|premier|(?:foreign|interior|defen[cs]e|finance|justice|health|labou?r|education|trade|energy|water|transport|agriculture|environment|culture|home|economy|housing|deputy|junior|cabinet) minister|minister (?:of|for)|minister|secretary of state|(?:foreign|home|state|education|health|defen[cs]e|justice|transport|energy|trade|environment|interior|culture|labou?r|treasury) secretary|secretary (?:of|for) (?:state|health|education|defen[cs]e|justice)|chancellery|cabinet|the government|government)\b/i;

/** Bodies that judge, count, watch, mediate or report: on nobody's side unless a readout speaks for them. */
export const NEUTRAL_BODY =
  /\b(?:courts?|tribunal|ombudsman|observers?|monitors?|monitoring|mission|survey|news|times|post|herald|gazette|ledger|courier|chronicle|telegraph|guardian|tribune|mercury|radio|channel|television|tv|newspaper|magazine|weekly|daily|evening|wire|observatory|statistics|meteorological|weather|ambulance|harbou?r master|parliament|chamber|assembly|senate|house|order|red cross|relief committee|hotel|league|electoral|audit|auditors?|arbitration|jury|inquiry|panel|investigation|investigators?|accident board|safety board|mediators?|mediation|summit|united nations|polling station)\b/i;

/** Of these, those that stay on nobody's side even in readouts of their own. */
export const REFEREE =
  /\b(?:courts?|tribunal|ombudsman|observers?|monitors?|monitoring|arbitration|inquiry|accident|mediators?|mediation|auditors?|audit|safety board|united nations|electoral)\b/i;

/** Bodies that watch, teach, heal or keep order: parties where a leader or spokesman of theirs has a say. */
export const RESERVED_BODY =
  /\b(?:inspectorate|regulator|watchdog|university|college|institute|academy|clinic|hospital|school|journal|press|broadcasting|broadcaster|police|constabulary|museum|library|laboratory|bureau|office|agency|commission|commissioner|authority|fire|brigade|rescue|coast ?guard|partners|securities|bank|service)\b/i;

/** Bodies that are parties wherever they have a voice. */
export const PARTISAN_BODY =
  /\b(?:party|union|local \d+|alliance|coalition|movement|front|federation|campaign|opposition|government|rebels?|insurgents?|militia|plaintiffs?|claimants?|defendants?|prosecution|defen[cs]e|residents?|strikers?|tenants?|families|parents|growers|farmers|fishers|committee|council|club|athletic|united|rovers|racing|inc|corp|ltd|plc|group|holdings|industries|chemicals|foods|airlines|company|trust|association|action|rights|watch)\b/i;

/** Those who can be a party without any name. */
export const PLAIN_PARTY =
  /^(?:council|union|opposition|government|resident|family|striker|rebel|insurgent|tenant|parent|grower|farmer|fisher|picket|campaigner|protester|villager|islander|neighbou?r|owner|company|club|ministry|school|hospital|trust|worker|miner|driver|teacher|student|pupil|passenger|patient|prisoner|skipper|docker|nurse|doctor|player|customer|shareholder|investor|occupier|squatter|herder|shepherd|picker|pilot|guard|user|trader|ultra|fan|supporter|descendant|survivor|victim|pensioner|diabetic|subscriber|crew|ensemble|orchestra|clan|tribe|community|newsroom|guild|theatre|zoo|estate|museum|festival|congregation|parish|diocese|delegation|rebel|separatist)$/;

/** What somebody has that speaks for him: "Mr. Sarrant’s circle". */
export const MOUTHPIECE =
  /^(?:office|ministry|chancellery|government|cabinet|lawyers?|attorneys?|solicitors?|counsel|aides?|advis[eo]rs?|spokes(?:man|woman|person|people)|staff|campaign|team|circle|entourage|administration|allies|supporters|party|people|camp|side|delegation|officials|management|board|leadership|negotiators?|diplomats?|representatives?|agents?|press|secretariat)$/;

/** How a person of that role stands to the body that the role names. */
export type Standing = "voice" | "member" | "subject" | "neutral";

/** Standing by a person's noun, singular and in lower case. */
export function standingOf(noun: string): Standing {
  if (SUBJECTS.test(noun)) return "subject";
  if (NEUTRALS.test(noun)) return "neutral";
  return VOICES.test(noun) || MOUTHPIECE.test(noun) ? "voice" : "member";
}
