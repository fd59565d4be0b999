/** Nouns that say what a holder is: people by role and kin, bodies, groups, documents. All lower case, singular. */

import { MORE_PERSON_NOUNS } from "./persons.ts";

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Titles that stand before a name with a capital. `_` joins words. Modifiers ("Deputy", "Former") are apart. */
export const TITLES =
  set(`president minister secretary chancellor senator representative congressman congresswoman governor mayor king queen
prince princess emperor empress pope bishop archbishop cardinal rabbi imam sheikh ayatollah reverend father sister brother mother general colonel major
captain lieutenant sergeant dc ds di dci dsu pc wpc pcso admiral commander corporal marshal commissioner ambassador judge justice attorney prosecutor sheriff constable inspector detective
chief superintendent officer director chairman chairwoman chair speaker premier professor doctor dr prof sir dame lord lady baron baroness duke duchess
count countess coach manager mp councillor councilman councilwoman councilor alderman deputy delegate envoy treasurer comptroller
gov sen rep gen col maj capt lt sgt adm cmdr cpl rev hon st atty supt insp det pres vice-president ex-president mr mrs ms miss mx mme mlle herr frau señor señora monsieur madame
spokesman spokeswoman spokesperson nurse ceo cfo coo dean rector principal provost ombudsman magistrate taoiseach sultan emir crown_prince foreman forewoman moderator shri shrimati smt sri cllr comrade supt msgr fr honourable honorable`);

export const TITLE_MODIFIERS =
  set(`former acting deputy vice prime foreign finance interior defense defence justice health labor labour education trade
energy water transport agriculture environment culture home economy interim assistant associate senior junior first lead chief press attorney
lieutenant brig major under principal permanent shadow crown grand great supreme executive managing police fire district state union team club party
national federal security council rt right most very emeritus`);

export const MALE_TITLES =
  set(`mr king prince emperor pope father brother sir lord baron duke congressman chairman councilman alderman herr señor monsieur
count shri spokesman bishop archbishop cardinal rabbi imam sheikh ayatollah sultan emir foreman`);
export const FEMALE_TITLES =
  set(`mrs ms miss mme mlle smt shrimati queen princess empress sister mother dame lady baroness duchess countess congresswoman chairwoman
councilwoman frau señora madame spokeswoman forewoman`);

/** Kinship and other nouns with a gender. */
const MALE_NOUNS =
  set(`man boy gentleman guy lad father dad son brother husband uncle nephew grandfather grandson widower groom stepfather stepson
half-brother brother-in-law father-in-law son-in-law boyfriend actor waiter businessman salesman policeman fireman fisherman craftsman clergyman statesman
sportsman gunman spokesman chairman congressman councilman cameraman king prince emperor duke monk priest landlord grandad granddad grandpa host hero fiance sergeant-at-arms
barman milkman postman workman midshipman frenchman englishman irishman dutchman scotsman welshman father-of-two father-of-three schoolboy patriarch`);
const FEMALE_NOUNS =
  set(`woman girl lady mother mum mom grandma nan daughter sister wife aunt niece grandmother granddaughter widow bride stepmother stepdaughter
half-sister sister-in-law mother-in-law daughter-in-law girlfriend actress waitress businesswoman saleswoman policewoman spokeswoman chairwoman congresswoman
councilwoman camerawoman queen princess empress duchess nun landlady hostess heroine fiancee soprano ballerina midwife schoolgirl matriarch mother-of-two mother-of-three
frenchwoman englishwoman irishwoman`);

/** Heads of descriptions of one person. Plurals are the group of such people. */
const PERSON_NOUNS = new Set([
  ...MORE_PERSON_NOUNS,
  ...MALE_NOUNS,
  ...FEMALE_NOUNS,
  ...TITLES,
  ...set(`person official spokesperson aide adviser advisor lawyer attorney counsel solicitor barrister analyst expert economist scientist researcher engineer
doctor surgeon physician nurse paramedic teacher student pupil parent child kid baby teenager adult resident neighbor neighbour villager farmer fisher worker employee colleague
boss owner founder executive ceo cfo head leader member candidate nominee incumbent rival opponent opposition-leader critic supporter ally friend partner
diplomat envoy negotiator mediator arbitrator moderator lawmaker legislator politician parliamentarian backbencher whip voter campaigner activist protester demonstrator
organizer organiser volunteer witness victim survivor suspect defendant plaintiff claimant petitioner appellant accuser prosecutor investigator inspector regulator auditor detective officer
policeman soldier guard pilot driver passenger sailor firefighter journalist reporter correspondent columnist editor author writer novelist poet historian biographer
artist painter singer musician composer conductor actor director producer filmmaker designer architect player striker goalkeeper defender midfielder captain coach referee
manager trainer agent trustee chairperson convener steward shop-steward treasurer secretary clerk cashier assistant intern successor predecessor deputy counterpart
philosopher priest pastor cleric bishop monk scholar academic lecturer professor dean principal hydrologist climatologist biologist physicist chemist epidemiologist
virologist meteorologist psychologist psychiatrist therapist patient customer client shareholder investor banker broker trader buyer seller contractor developer builder
landlord tenant shopkeeper restaurateur chef cook baker trucker mechanic electrician plumber carpenter miner dockworker steelworker picket striker tourist visitor guest
host winner loser champion fan speaker interviewer interviewee caller immigrant migrant refugee citizen taxpayer commuter pensioner retiree veteran prisoner inmate hostage captive
militant rebel fighter commander general insider source whistleblower informant bystander onlooker eyewitness relative cousin sibling twin spouse grandchild descendant
premier prime-minister monarch ruler dictator president-elect frontrunner front-runner hopeful nationalist conservative liberal democrat republican socialist
communist strategist pollster consultant lobbyist technician specialist commentator pundit blogger archaeologist curator librarian translator interpreter
hero star veteran journeyman operator supervisor foreman inspector-general ombudsman sheriff constable coroner examiner registrar chancellor minister president mayor governor senator judge justice
entrepreneur chairman developer midwife consultant matron vet veterinarian ranger skipper rower swimmer runner cyclist jockey athlete defender keeper goalscorer loanee
administrator controller coordinator co-ordinator commissioner councillor representative delegate signatory emissary plenipotentiary attache attaché consul ambassador chief
accused deceased ref bidder grandee chippy supremo ace legend maestro national stalwart firebrand mogul heiress heir widower newlywed troubadour rapper comedian presenter broadcaster influencer model dancer pianist violinist undergraduate postgraduate graduate postdoc staffer bloke steward gaffer winger juror foreperson stallholder postmaster organist grower trawlerman ferryman beekeeper shepherd herder rancher householder`),
]);

/** Plural or collective heads that name people without a singular of their own above. */
export const GROUP_NOUNS =
  set(`people officials aides authorities staff crew police troops forces rebels protesters families relatives locals americans
leadership delegation side sides team squad opposition management public crowd audience media press electorate cabinet workforce jury panel board couple pair duo trio family household
community electorate personnel clergy youth others some many critics parties rivals allies men women children brothers sisters everyone everybody lawmakers
majority minority insiders colleagues members clergy prosecution defense defence camp faction`);

/** Heads of bodies: organisations, offices, courts, governments. */
export const BODY_NOUNS =
  set(`ministry department office bureau agency authority administration government cabinet parliament congress senate house assembly
council committee commission board panel court tribunal bench treasury embassy consulate mission union federation confederation association society institute institution foundation
trust charity fund bank company corporation firm group holding holdings conglomerate manufacturer maker producer supplier retailer carrier airline operator utility contractor developer insurer
lender brewer grocer dealer distributor exporter importer wholesaler vendor subcontractor
brewery publisher newspaper magazine journal paper daily weekly broadcaster network channel station website platform studio label party coalition alliance bloc league movement front
church diocese mosque synagogue order university college school academy hospital clinic laboratory lab centre center museum gallery theatre theater orchestra club team franchise
police force army navy military command guard service services regulator watchdog ombudsman inspectorate secretariat presidency directorate registry exchange chamber guild syndicate
cooperative co-operative startup start-up subsidiary division unit branch chapter local lodge campaign organization organisation ngo nonprofit think-tank thinktank consortium
partnership venture kingdom republic state nation country city town county municipality province region district union inc corp ltd llc plc co gmbh ag sa
industries enterprises partners associates brothers sons systems technologies technology laboratories pharmaceuticals pharma chemicals foods motors airlines airways railways railroad energy power
water gas oil mining steel shipping lines media press news times post herald tribune gazette ledger courier chronicle observer telegraph guardian monitor standard examiner wire agencies
secretary-general's archdiocese brigade battalion regiment taskforce task-force delegation leadership management squad crew workers employees administration mediaset united rovers athletic
healthcare financial capital ventures labs solutions resources international communications entertainment brands stores markets
properties realty insurance semiconductors biotech petroleum telecom software electronics inquiry investigation probe line watch action rights coalition initiative project survey observatory council forum summit conference`);

/** Last words of companies' names, which mean other things when they stand alone. */
export const COMPANY_TAILS =
  set(`homes terminals ferries freight instruments paints dairy dairies farms mills mines metals textiles drinks wines hotels resorts estates developments
construction builders engineering machines tools toys books records films pictures studios games wireless networks broadband cable satellite aerospace aviation
express couriers haulage transport transit travel tours cruises cosmetics fashion furniture appliances cement timber packaging plastics rubber ceramics
fertilizers seeds genetics biosciences therapeutics diagnostics devices robotics analytics digital renewables recycling securities investments equity
management advisors consulting consultants outfitters bakeries breweries distillers vineyards orchards growers packers canneries foundry forge shipyard shipyards`);

/** Body heads that also stand alone as a description: "the company", "the court". The rest only in names. */
export const PLACE_BODIES = set(
  `kingdom republic state nation country city town county municipality province region district village capital island`,
);

/** Heads of documents that can say things. */
export const DOCUMENT_NOUNS =
  set(`report study survey poll document memo memorandum letter email e-mail statement filing filings complaint lawsuit suit petition indictment
affidavit motion brief ruling verdict judgment judgement opinion order decree law bill act statute constitution treaty agreement accord charter resolution communique communiqué declaration
dossier transcript record records log minutes notice bulletin release readout advisory note message post tweet article editorial column story book memoir biography
paper review audit analysis assessment estimate forecast census questionnaire warrant subpoena testimony deposition contract plan blueprint draft proposal
script website page account version data figures statistics findings results research evidence leaflet pamphlet manifesto placard sign banner headline ad advertisement
summary annex register message messages protocol ledger file files papers documents certificate invoice guidelines rules analyses inventory catalogue dictionary encyclopedia bible koran quran`);

/** Adverbs and adjectives that show a person is not to be named. */
export const UNNAMED_HINTS =
  /\b(anonym\w+|not (?:to )?be(?:ing)? (?:named|identified|quoted by name)|declined to be (?:named|identified)|without (?:being named|attribution)|not authori[sz]ed|condition (?:of anonymity|that (?:he|she|they))|requested anonymity|familiar with|close to|with (?:direct )?knowledge|withheld|would not give (?:his|her|their) names?|gave (?:his|her|their) names? but)/i;

/** Singular of a plural noun by the usual spelling rules ("ministries" → "ministry"). */
export function singular(noun: string): string {
  if (noun === "people") return "person";
  if (noun === "men" || noun.endsWith("men")) return `${noun.slice(0, -2)}an`;
  if (noun === "children") return "child";
  if (noun === "wives") return "wife";
  if (noun.endsWith("ies") && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/.test(noun)) return noun.slice(0, -2);
  if (noun.endsWith("s") && !/(?:ss|us|is)$/.test(noun)) return noun.slice(0, -1);
  return noun;
}

/** True where a noun is plural in form. */
export function isPlural(noun: string): boolean {
  return singular(noun) !== noun;
}

/** Gender that a noun carries by its meaning. */
export function nounGender(noun: string): "m" | "f" | null {
  if (MALE_NOUNS.has(noun)) return "m";
  if (FEMALE_NOUNS.has(noun)) return "f";
  if (/[a-z]{2}woman$/.test(noun)) return "f";
  return /[a-z]{2}man$/.test(noun) && noun !== "ombudsman" && noun !== "human" ? "m" : null;
}

/** True where a singular noun names a person by role, from the list or by its ending. */
export function isPersonNoun(noun: string): boolean {
  if (PERSON_NOUNS.has(noun)) return true;
  // "co-author", "ex-wife", "team-mate", "shop-owner"
  const last = /^[a-z]+-([a-z]{3,})$/.exec(noun)?.[1];
  if (last && last !== "general" && PERSON_NOUNS.has(last)) return true;
  // "the 51-year-old", "Secretary-General", "ex-minister"
  if (/^[\w-]+-year-old$/.test(noun)) return true;
  const office = /^(?:ex-|vice-|deputy-|under-)?([a-z]+)(?:-general|-elect|-designate)?$/.exec(noun)?.[1];
  if (office && office !== noun && TITLES.has(office)) return true;
  return (
    /(?:[a-z]{3}(?:man|woman|person)|ologist|[a-z]{3}(?:ician|onomist|grapher))$/.test(noun) &&
    noun !== "human"
  );
}
