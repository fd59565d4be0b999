/**
 * Statements on invented text with the holders that a reader would name. "?" stands for "no holder, at most a guess".
 * One row: what it tests, the marked text, holders by statement key ("" where there is one).
 */
export type Case = [what: string, text: string, holders: Record<string, string>];

export const NAMES: Case[] = [
  ["full name", "{s Ana Ruiz} {q said} {c the bridge would close}.", { "": "Ana Ruiz" }],
  [
    "title and surname",
    "Ana Ruiz runs the port. {s Ms. Ruiz} {q said} {c it would close}.",
    { "": "Ana Ruiz" },
  ],
  ["surname alone", "Ana Ruiz runs the port. {c It would close}, {s Ruiz} {q said}.", { "": "Ana Ruiz" }],
  [
    "office and initial",
    "{s President Oskar V. Lindahl} {q said} {c the talks had failed}.",
    { "": "Oskar V. Lindahl" },
  ],
  [
    "office before surname",
    "President Oskar Lindahl came. {s President Lindahl} {q said} {c so}.",
    { "": "Oskar Lindahl" },
  ],
  [
    "initial joins",
    "Oskar V. Lindahl came. Later {s Oskar Lindahl} {q said} {c the talks failed}.",
    { "": "Oskar V. Lindahl" },
  ],
  [
    "two offices of one person",
    "Benedek Osei, the deputy prime minister and leader of Labour Renewal, came late. {s The Labour Renewal leader} {q said} {c no}.",
    { "": "Benedek Osei" },
  ],
  ["Jr.", "Tobias Wren Jr. owns the mill. {s Mr. Wren} {q said} {c it was sold}.", { "": "Tobias Wren Jr." }],
  [
    "hyphens",
    "Jeanette Okoro-Lund chairs the board. {s Ms. Okoro-Lund} {q said} {c no}.",
    { "": "Jeanette Okoro-Lund" },
  ],
  ["apostrophe", "Siobhan O’Dell spoke first. {s O’Dell} {q said} {c no}.", { "": "Siobhan O’Dell" }],
  [
    "particle",
    "Ludwig van der Berg came late. {s Mr. van der Berg} {q said} {c no}.",
    { "": "Ludwig van der Berg" },
  ],
  ["diacritics", "{s Žofie Dvořáková} {q said} {c no}. ", { "": "Žofie Dvořáková" }],
  ["governor", "{s Gov. Althea Ruskin} {q said} {c the dam was safe}.", { "": "Althea Ruskin" }],
  ["doctor without stop", "{s Dr Sunil Bagri} {q said} {c the ward would close}.", { "": "Sunil Bagri" }],
  [
    "of a country",
    "{s Foreign Minister Sergey V. Orlan of Tavria} {q said} {c no}.",
    { "": "Sergey V. Orlan" },
  ],
  [
    "demonym and office",
    "{s Tavrian Foreign Minister Sergey Orlan} {q said} {c no}.",
    { "": "Sergey Orlan" },
  ],
  ["country and office", "{s Tavria President Ilona Vasar} {q said} {c no}.", { "": "Ilona Vasar" }],
  ["two of one surname", "Ana Ruiz and Bo Ruiz came. {s Bo Ruiz} {q said} {c no}.", { "": "Bo Ruiz" }],
  [
    "two of one surname by title",
    "Ana Ruiz and her brother Pedro Ruiz came. {s Mr. Ruiz} {q said} {c no}.",
    { "": "Pedro Ruiz" },
  ],
  [
    "two of one surname, the other",
    "Ana Ruiz and her brother Pedro Ruiz came. {s Ms. Ruiz} {q said} {c no}.",
    { "": "Ana Ruiz" },
  ],
  [
    "first name after kin",
    "The mayor’s wife, Melania Dorn, was there. {s Melania} {q said} {c no}.",
    { "": "Melania Dorn" },
  ],
  [
    "sentence start",
    "The port closed. {s Ruiz} {q said} {c it was late}. Ana Ruiz runs it.",
    { "": "Ana Ruiz" },
  ],
  ["prime minister", "{s Prime Minister Elio Sarrant} {q said} {c no}.", { "": "Elio Sarrant" }],
  ["former", "{s Former President Lena Hult} {q said} {c no}.", { "": "Lena Hult" }],
  ["chief executive title", "{s Chief Executive Leland Bank} {q said} {c no}.", { "": "Leland Bank" }],
  ["nickname", "William Harrow signed. {s Bill Harrow} {q said} {c no}.", { "": "William Harrow" }],
  [
    "transliteration in one text",
    "Sergei Antonov came. {s Sergey Antonov} {q said} {c no}.",
    { "": "Sergei Antonov" },
  ],
  ["said before the name", "{c “No,”} {q said} {s Ana Ruiz}.", { "": "Ana Ruiz" }],
];

export const ROLES: Case[] = [
  ["apposition", "{s Ana Ruiz, the mayor of Dell,} {q said} {c no}.", { "": "Ana Ruiz" }],
  ["apposition outside the source", "{s Ana Ruiz}, the mayor of Dell, {q said} {c no}.", { "": "Ana Ruiz" }],
  ["role before a comma", "{s A company spokeswoman, Marit Solke,} {q said} {c no}.", { "": "Marit Solke" }],
  ["role right before", "{s The union president Dolores Oyel} {q said} {c no}.", { "": "Dolores Oyel" }],
  [
    "role for a body",
    "{s Tom Ferris, a spokesman for the Harbor Office,} {q said} {c no}.",
    { "": "Tom Ferris" },
  ],
  [
    "neighbor",
    "Josef Brenik farms there. {s His neighbor Elka Dorn} {q disagrees}: {c no}.",
    { "": "Elka Dorn" },
  ],
  ["the mayor", "Ana Ruiz, the mayor of Dell, came. {s The mayor} {q said} {c no}.", { "": "Ana Ruiz" }],
  [
    "the secretary of state",
    "Rex W. Tolman, the secretary of state, met Mr. Orlan. {s The secretary of state} {q said} {c no}.",
    { "": "Rex W. Tolman" },
  ],
  [
    "the foreign minister",
    "Daria Orsik, the foreign minister, met Henrik Dahlmo, the water minister. {s The foreign minister} {q said} {c no}.",
    { "": "Daria Orsik" },
  ],
  [
    "the other minister",
    "Daria Orsik, the foreign minister, met Henrik Dahlmo, the water minister. {s The water minister} {q said} {c no}.",
    { "": "Henrik Dahlmo" },
  ],
  [
    "by country",
    "President Ilona Vasar of Kestria met President Tomas Reker of Arland. {s The Kestrian president} {q said} {c no}.",
    { "": "Ilona Vasar" },
  ],
  [
    "by country, the first",
    "President Tomas Reker of Arland met President Ilona Vasar of Kestria. {s The Arlandish president} {q said} {c no}.",
    { "": "Tomas Reker" },
  ],
  [
    "owner is a country",
    "President Tomas Reker of Arland met President Ilona Vasar of Kestria. {s Arland’s president} {q said} {c no}.",
    { "": "Tomas Reker" },
  ],
  [
    "president of X",
    "President Tomas Reker of Arland met President Ilona Vasar of Kestria. {s The president of Kestria} {q said} {c no}.",
    { "": "Ilona Vasar" },
  ],
  [
    "capital letters",
    "President Ilona Vasar came. {s The President} {q said} {c no}.",
    { "": "Ilona Vasar" },
  ],
  [
    "minister and surname",
    "Henrik Dahlmo, the minister of water, came. {s Minister Dahlmo} {q said} {c no}.",
    { "": "Henrik Dahlmo" },
  ],
  [
    "only other official",
    "{s Foreign Minister Sergey Orlan of Tavria, the only other official in the meeting,} {q said} {c no}.",
    { "": "Sergey Orlan" },
  ],
  [
    "spokeswoman again",
    "Priya Castell, a spokeswoman for the company, came. {s The spokeswoman} {q said} {c no}.",
    { "": "Priya Castell" },
  ],
  [
    "chief executive",
    "Leland Strand, the chief executive, apologized. {s The chief executive} {q said} {c no}.",
    { "": "Leland Strand" },
  ],
  ["copula", "Ana Ruiz is the mayor of Dell. {s The mayor} {q said} {c no}.", { "": "Ana Ruiz" }],
  ["who leads", "{c No}, {q said} {s Dolores Oyel, who leads Local 88}.", { "": "Dolores Oyel" }],
  [
    "lawyer in apposition",
    "Beldam Mechanical plans to sue, {s its lawyer, Ruben Asch,} {q said}, {c soon}.",
    { "": "Ruben Asch" },
  ],
  [
    "description by gender",
    "Ana Ruiz met Bo Lind. Mr. Lind left. Ms. Ruiz stayed. {s The woman} {q said} {c no}.",
    { "": "Ana Ruiz" },
  ],
  [
    "body's name with office",
    "{s Prime Minister Elio Sarrant’s office} {q said} {c no}.",
    { "": "Prime Minister Elio Sarrant’s office" },
  ],
];

export const PRONOUNS: Case[] = [
  ["he", "Mr. Ruiz came late. {s He} {q said} {c the road was closed}.", { "": "Ruiz" }],
  ["she by title", "Mr. Dahl met Ms. Orsik. {s She} {q said} {c no}.", { "": "Orsik" }],
  ["he by title", "Ms. Orsik met Mr. Dahl. {s He} {q said} {c no}.", { "": "Dahl" }],
  [
    "she by role",
    "Kim Dahl, a spokeswoman, met Robin Orsik, a businessman. {s She} {q said} {c no}.",
    { "": "Kim Dahl" },
  ],
  [
    "he by role",
    "Kim Dahl, a spokeswoman, met Robin Orsik, a businessman. {s He} {q said} {c no}.",
    { "": "Robin Orsik" },
  ],
  ["king", "The queen met Robin, the king of Sarn. {s He} {q said} {c no}.", { "": "Robin" }],
  [
    "actress",
    "Kim Dahl, an actress, met Lee Orsik. Mr. Orsik left. {s She} {q said} {c no}.",
    { "": "Kim Dahl" },
  ],
  [
    "title against given name",
    "Mr. Maria Kessel met Ms. Orsik. {s He} {q said} {c no}.",
    { "": "Maria Kessel" },
  ],
  [
    "speaker goes on",
    "{s Ms. Orsik} {q said} {c that Ms. Vasar had left}. {s2 She} {q2 added} {c2 that it was late}.",
    { "": "Orsik", 2: "Orsik" },
  ],
  [
    "after a quotation",
    "{c “We met Ms. Vasar,”} {s Ms. Orsik} {q said}. {c2 “No one spoke,”} {s2 she} {q2 said}.",
    { 2: "Orsik" },
  ],
  [
    "not the one named in the content",
    "Ms. Orsik met Ms. Vasar. {c Ms. Vasar had left early}, {s she} {q said}.",
    { "": "Orsik" },
  ],
  [
    "inside: he is the speaker",
    "{s Mr. Orlan} {q said} {c that {s2 he} {q2 had told} no one {c2 of the plan}}.",
    { 2: "Orlan" },
  ],
  [
    "inside quotation marks: not the speaker",
    "Mr. Reker met Mr. Orlan. {s Mr. Orlan} {q said}, {c “{s2 He} {q2 said} {c2 that no date was named}.”}",
    { "": "Orlan", 2: "Reker" },
  ],
  [
    "subject before object",
    "Mr. Reker met Mr. Orlan. {s He} {q said} {c the talks were good}.",
    { "": "Reker" },
  ],
  ["told him", "{s Mr. Reker} {q told him} {c no}. Mr. Orlan left.", { "": "Reker" }],
  [
    "it: a company",
    "Corrin Chemicals closed the plant. {s It} {q said} {c it was safe}.",
    { "": "Corrin Chemicals" },
  ],
  [
    "it: the office",
    "A notice from the Office of Industrial Safety came. {s It} {q said} {c no}.",
    { "": "Notice from the Office of Industrial Safety" },
  ],
  ["it: a country", "Kestria asked for a delay. {s It} {q said} {c the date was wrong}.", { "": "Kestria" }],
  ["they: officials", "Kestrian officials came. {s They} {q said} {c no}.", { "": "Kestrian officials" }],
  ["they: two named", "Ana Ruiz and Bo Lind came. {s They} {q said} {c no}.", { "": "Ana Ruiz + Bo Lind" }],
  [
    "her lawyer",
    "Ana Ruiz was fined. {s Her lawyer} {q said} {c she would appeal}.",
    { "": "Ana Ruiz’s lawyer" },
  ],
  [
    "her ministry",
    "Daria Orsik, the foreign minister, left. {s Her ministry} {q said} {c no}.",
    { "": "Daria Orsik’s ministry" },
  ],
  ["fronted clause", "When he arrived, {s Mr. Ruiz} {q said} {c no}.", { "": "Ruiz" }],
  [
    "two paragraphs",
    "Ana Ruiz runs the port.\n\n{c “We close at six,”} {s she} {q said}.",
    { "": "Ana Ruiz" },
  ],
  [
    "he after a woman's title",
    "Josef Brenik came. Ms. Dorn left. {s He} {q said} {c no}.",
    { "": "Josef Brenik" },
  ],
  [
    "chairs",
    "Aurel Kamin, who chairs the commission, came. It meets in June. {s He} {q believes} {c they agreed}.",
    { "": "Aurel Kamin" },
  ],
  ["she, bound by her", "Lee Solke raised her hand. {s She} {q said} {c no}.", { "": "Lee Solke" }],
  ["contracted", "Ana Ruiz runs the port. {s She}’s {q saying} {c no}.", { "": "Ana Ruiz" }],
  [
    "bound gender",
    "Lee Solke praised his staff. Ms. Dorn listened. {s He} {q said} {c no}.",
    { "": "Lee Solke" },
  ],
  ["nobody there", "The road was closed. {s He} {q said} {c no}.", { "": "?" }],
];

export const RELATIVES: Case[] = [
  ["who", "{s Mr. Troy, who} had {q equivocated} {c over the date}, left.", { "": "Troy" }],
  ["who alone", "Mr. Troy, {s who} {q said} {c the date was wrong}, left.", { "": "Troy" }],
  ["who after apposition", "Ana Ruiz, the mayor of Dell, {s who} {q said} {c no}, left.", { "": "Ana Ruiz" }],
  ["whose office", "Daria Orsik, {s whose office} {q said} {c no}, left.", { "": "Daria Orsik’s office" }],
  ["which", "The Ommer Basin Commission, {s which} {q said} {c no}, left.", { "": "Ommer Basin Commission" }],
  [
    "who after a description",
    "A diplomat {s who} {q said} {c no} left. Ms. Orsik stayed.",
    { "": "Diplomat" },
  ],
  ["who after object", "Mr. Dahl thanked Ms. Orsik, {s who} {q said} {c no}.", { "": "Orsik" }],
  [
    "who after of-phrase",
    "Henrik Dahl, the minister of water of Arland, {s who} {q said} {c no}, left.",
    { "": "Henrik Dahl" },
  ],
];

export const PLURALS: Case[] = [
  ["two named", "{s Ana Ruiz and Bo Okafor} {q said} {c no}.", { "": "Ana Ruiz + Bo Okafor" }],
  [
    "surnames joined",
    "Ana Ruiz and Bo Okafor came. {s Ruiz and Okafor} {q said} {c no}.",
    { "": "Ana Ruiz + Bo Okafor" },
  ],
  [
    "three in a list",
    "{s Ana Ruiz, Bo Okafor and Cy Lind} {q said} {c no}.",
    { "": "Ana Ruiz + Bo Okafor + Cy Lind" },
  ],
  [
    "both ministers",
    "Daria Orsik, the foreign minister, met Henrik Dahl, the water minister. {s Both ministers} {q said} {c no}.",
    { "": "Daria Orsik + Henrik Dahl" },
  ],
  [
    "the two leaders",
    "President Tomas Reker of Arland met President Ilona Vasar of Kestria. {s The two leaders} {q said} {c no}.",
    { "": "Ilona Vasar + Tomas Reker" },
  ],
  [
    "the presidents",
    "President Tomas Reker of Arland met President Ilona Vasar of Kestria. {s The presidents} {q agreed} {c to meet}.",
    { "": "Ilona Vasar + Tomas Reker" },
  ],
  [
    "both sides, countries",
    "President Tomas Reker of Arland met President Ilona Vasar of Kestria. {s Both sides} {q said} {c no}.",
    { "": "Arland + Kestria" },
  ],
  ["both, pronoun", "Ana Ruiz met Bo Okafor. {s Both} {q said} {c no}.", { "": "Ana Ruiz + Bo Okafor" }],
  ["the two", "Ana Ruiz met Bo Okafor. {s The two} {q agreed} {c to meet}.", { "": "Ana Ruiz + Bo Okafor" }],
  [
    "a person and a body",
    "{s Ana Ruiz and the Harbor Commission} {q said} {c no}.",
    { "": "Ana Ruiz + Harbor Commission" },
  ],
  [
    "both X and the company",
    "Corrin Chemicals closed. {s Both Ana Ruiz and the company} {q said} {c no}.",
    { "": "Ana Ruiz + Corrin Chemicals" },
  ],
  [
    "company and union",
    "Corrin Chemicals met the Dock Workers Union. {s The company and the union} {q said} {c no}.",
    { "": "Corrin Chemicals + Dock Workers Union" },
  ],
  ["group stays a group", "{s Union leaders} {q said} {c no}.", { "": "Union leaders" }],
  ["both men", "Tomas Reker met Ivo Lind. {s Both men} {q said} {c no}.", { "": "Ivo Lind + Tomas Reker" }],
  [
    "both countries",
    "Arland’s president met the president of Kestria. {s Both countries} {q said} {c no}.",
    { "": "Arland + Kestria" },
  ],
];

export const OTHERS: Case[] = [
  ["unnamed", "{s A senior official who asked not to be named} {q said} {c no}.", { "": "Senior official" }],
  ["unnamed again", "A diplomat came. {s The diplomat} {q said} {c no}.", { "": "Diplomat" }],
  ["unnamed beside a named one", "Ana Ruiz came. {s An official} {q said} {c no}.", { "": "Official" }],
  [
    "report",
    "A report on the river came out. {s The report} {q says} {c no}.",
    { "": "Report on the river" },
  ],
  [
    "a report by",
    "{s A report by the Institute of Hydrology} {q says} {c no}.",
    { "": "Report by the Institute of Hydrology" },
  ],
  ["court filings", "{s Court filings} {q say} {c no}.", { "": "Court filings" }],
  ["indictment", "{s The indictment} {q alleges} {c fraud}.", { "": "Indictment" }],
  ["poll", "According to {s a telephone poll}, {c most agree}.", { "": "Telephone poll" }],
  ["ministry", "{s The Ministry of Water of Arland} {q said} {c no}.", { "": "Ministry of Water of Arland" }],
  [
    "the ministry",
    "The Ministry of Water came. {s The ministry} {q said} {c no}.",
    { "": "Ministry of Water" },
  ],
  [
    "company by name",
    "{s Beldam Mechanical} {q denied} {c it}. It plans to sue.",
    { "": "Beldam Mechanical" },
  ],
  [
    "the company",
    "Corrin Chemicals closed a plant. {s The company} {q said} {c no}.",
    { "": "Corrin Chemicals" },
  ],
  [
    "the union",
    "Federated Process Workers Local 88 struck. {s The union} {q said} {c no}.",
    { "": "Federated Process Workers Local 88" },
  ],
  [
    "short name",
    "Corrin-Voss Chemicals closed a plant. {s Corrin-Voss} {q said} {c no}.",
    { "": "Corrin-Voss Chemicals" },
  ],
  [
    "acronym",
    "The Ommer Basin Commission (OBC) met. {s The OBC} {q said} {c no}.",
    { "": "Ommer Basin Commission" },
  ],
  ["country", "{s Kestria} {q said} {c the flow fell}. The Kestrian minister agreed.", { "": "Kestria" }],
  ["government", "Kestria asked for time. {s The Kestrian government} {q said} {c no}.", { "": "Kestria" }],
  [
    "government by owner",
    "Kestria asked for time. {s Kestria’s government} {q said} {c no}.",
    { "": "Kestria" },
  ],
  ["capital", "Russia and China met. {s Moscow} {q said} {c no}.", { "": "Russia" }],
  ["the Kremlin", "{s The Kremlin} {q said} {c no}.", { "": "Kremlin" }],
  ["the White House", "{s The White House} {q said} {c no}.", { "": "White House" }],
  ["officials", "{s Kestrian officials} {q said} {c no}.", { "": "Kestrian officials" }],
  [
    "officials at",
    "{s Officials at the Ministry of Agriculture} {q said} {c no}.",
    { "": "Officials at the Ministry of Agriculture" },
  ],
  ["aides", "{s Aides to the prime minister} {q said} {c no}.", { "": "Aides to the prime minister" }],
  [
    "spokesman is not the body",
    "{s A spokesman for the ministry} {q said} {c no}.",
    { "": "Spokesman for the ministry" },
  ],
  ["possessive with a noun cue", "{s Mr. Pavlin}’s {q denial} came late.", { "": "Pavlin" }],
  ["possessive in the source", "{s Mr. Pavlin’s} {q claim} {c that it rained} was false.", { "": "Pavlin" }],
  [
    "possessive of a country",
    "Kestria’s president came. {s Kestria’s} {q claim} {c that it rained} was false.",
    { "": "Kestria" },
  ],
  ["the court", "The Court of Waters met. {s The court} {q ruled} {c no}.", { "": "Court of Waters" }],
  ["protesters", "{s Protesters} {q said} {c no}.", { "": "Protesters" }],
  ["police", "{s Police} {q said} {c no}.", { "": "Police" }],
  ["unknown noun", "{s Two beekeeping pensioners} {q said} {c no}.", { "": "Two beekeeping pensioners" }],
  ["sentence start plural", "{s Investigators} {q said} {c no}.", { "": "Investigators" }],
  ["lawyers for", "{s Lawyers for Mr. Pavlin} {q said} {c no}.", { "": "Lawyers for Mr. Pavlin" }],
  ["analyst", "{s An analyst at Norbank} {q said} {c no}.", { "": "Analyst at Norbank" }],
];

export const QUOTATIONS: Case[] = [
  [
    "floating after",
    "{c “We close at six,”} {s Ana Ruiz} {q said}. {c2 “Nobody was told of it before today.”}",
    { 2: "Ana Ruiz" },
  ],
  [
    "floating before",
    "{c2 “Nobody was told of it.”} {c “We close at six,”} {s Ana Ruiz} {q said}.",
    { 2: "Ana Ruiz" },
  ],
  [
    "next paragraph",
    "{c “We close at six,”} {s Ana Ruiz} {q said}.\n\n{c2 “Nobody was told of it before today.”}",
    { 2: "Ana Ruiz" },
  ],
  [
    "running over paragraphs",
    "{s Ana Ruiz} {q said}, {c “We close at six.}\n\n{c2 “Nobody was told of it before.”}",
    { 2: "Ana Ruiz" },
  ],
  [
    "introduced by the sentence before",
    "Ana Ruiz was angry. {c “Nobody told me of it.”}",
    { "": "Ana Ruiz" },
  ],
  [
    "two speakers take turns",
    "{c “Is it closed?”} {s Ana Ruiz} {q asked}.\n\n{c2 “It is not closed,”} {s2 Bo Lind} {q2 said}.\n\n{c3 “Then open the gate.”}",
    { 3: "Ana Ruiz" },
  ],
  ["passive", "It {q is said} {c that the dam leaks}.", { "": "?" }],
  ["expected", "The road {q is expected} {c to close}. Ana Ruiz came.", { "": "?" }],
  ["second verb", "{s Ana Ruiz} {q said} {c no} and {q2 warned} {c2 that it would leak}.", { 2: "Ana Ruiz" }],
  [
    "participle",
    "{s Kestrian officials} {q gave} {c another account}, {q2 asserting} {c2 that it leaked}.",
    { 2: "Kestrian officials" },
  ],
  [
    "participle of the subject",
    "Mr. Troy raised the matter with Mr. Pavlin, {q telling him} {c that people were worried}.",
    { "": "Troy" },
  ],
  ["I in a quotation", "{s Ana Ruiz} {q said}, {c “{s2 I} {q2 think} {c2 it leaks}.”}", { 2: "Ana Ruiz" }],
  ["we in a quotation", "{c “{s2 We} {q2 hope} {c2 it holds},”} {q said} {s Ana Ruiz}.", { 2: "Ana Ruiz" }],
  [
    "I outside of the linked content",
    "{c “{s2 I} {q2 think} {c2 so}. It leaks,”} {s she} {q said}. Ana Ruiz runs the port.",
    { 2: "?" },
  ],
  [
    "three deep",
    "{s Mr. Orlan} {q said} {c {s2 Mr. Troy} {q2 had accepted} {c2 {s3 Mr. Pavlin’s} {q3 denial}}}.",
    { "": "Orlan", 2: "Troy", 3: "Pavlin" },
  ],
];
