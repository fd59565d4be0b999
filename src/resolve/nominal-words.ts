/** Closed lists that tell which nouns head a description and what may stand before them. */

export const POSSESSIVES = new Set("his her its their our my your whose".split(" "));
export const PRONOUNS = new Set(
  "i he she it they we you him me us them who whom whose which himself herself itself themselves".split(" "),
);
export const QUANTIFIERS = new Set(
  "both all half eleven twelve thirteen fourteen fifteen twenty thirty forty fifty sixty seventy eighty ninety some many most several few two three four five six seven eight nine ten dozens hundreds thousands another other others".split(
    " ",
  ),
);
export const ALONE = new Set(
  `officials aides authorities police prosecutors lawyers investigators lawmakers critics supporters opponents protesters demonstrators residents
  witnesses experts analysts economists scientists researchers doctors diplomats sources workers unions leaders families relatives neighbors neighbours
  ministers regulators organizers organisers people executives activists advocates hydrologists engineers inspectors reporters`.split(
    /\s+/,
  ),
);
export const BEFORE_BARE = new Set(
  `senior top former retired local federal state national union company government military intelligence western american other many some
  several most two three four five opposition party police city county regional provincial foreign defense defence security health court
  campaign white-house administration embassy ministry bank industry labor labour legal medical independent outside unnamed three-time current`.split(
    /\s+/,
  ),
);
/** Heads that are verbs or something else as often as nouns: only with a determiner or an owner before them. */
export const SHY = new Set(
  `report claim plan state order study chair head lead watch line action right force guard estimate forecast survey poll account note draft book
  post page file notice act law bill paper letter press house order front movement league party action service center centre unit branch division lodge local station
  channel school church power water oil gas steel energy mining media news times star host guest twin count general major couple pair
  side sides team board panel crowd public camp version story column results research evidence findings data figures records record documents`.split(
    /\s+/,
  ),
);

/** Words that head names of bodies but are things when they stand alone: "the water came back". */
export const NAME_ONLY = new Set(
  `water power gas oil steel energy mining shipping lines line systems technology technologies chemicals foods motors air rail railroad railways airways sons
  partners associates industries enterprises front action initiative project watch rights region area services service state-of-the-art post times press media news
  movement order control label conference exchange center centre coast branch unit division district village front town street airlines pharma venture center
  healthcare financial capital ventures labs solutions resources international communications entertainment brands stores markets
  properties realty insurance semiconductors biotech petroleum telecom software electronics republic kingdom house summit forum alliance theatre theater gallery museum studio network channel station platform website carrier squad`.split(
    /\s+/,
  ),
);
