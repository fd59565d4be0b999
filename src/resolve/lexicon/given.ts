/**
 * Common given names with the gender they usually go with. Weak evidence only: it tells a person from a company
 * ("Ruth Calder" and "Beldam Mechanical"), and it loses to anything that the text itself says about gender.
 */
const MALE = `aaron abdul abdullah adam adrian ahmed al alan albert alberto alejandro aleksandr alex alexander alexei alfred ali allan allen andre andrea
andreas andrei andrew andrzej angelo anthony anton antonio ari arnold arthur asher ashok august axel barry ben benjamin benny bernard bert bill billy
bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan carl carlos cesar charles charlie chester chris christian christoph christopher
clarence claude clifford clive colin conrad craig curtis cyril dale dan daniel danny darren dave david dean dennis derek dick diego dieter dimitri dirk
dmitri dmitry dominic don donald doug douglas duncan dwight earl ed eddie edgar edmund eduardo edward edwin eli elias emil emilio emmanuel enrique eric erik
ernest ernesto eugene evan felix ferdinand fernando floyd francis francisco francois frank frankie franklin franz fred frederick friedrich gareth gary gavin
gene geoffrey george gerald gerard gerhard giovanni giuseppe glen glenn gordon graham grant greg gregory guillermo gunter gus guy hans harold harry hassan hector
heinrich hendrik henri henrik henry herbert herman homer horace howard hubert hugh hugo ian ibrahim igor ike isaac ismail ivan ivor jack jackson jacob jacques jake jakob
james jamie jan jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johann johannes john johnny jon
jonas jonathan jorge jose josef joseph josh joshua juan julian julio jurgen justin karl keith ken kenneth kenny kevin khalid kirk klaus konrad konstantin kurt kyle
lance larry lars laurence lawrence lee leo leon leonard leroy leslie lester lewis liam lionel lloyd lorenzo louis luca lucas luigi luis luke luther malcolm manuel
marc marcel marco marcus mario mark marshall martin marvin mathias matt matteo matthew maurice max maxim michael michel miguel mike mikhail milan milton mohamed mohammad mohammed
morris moses muhammad murray mustafa nathan nathaniel ned neil nelson nicholas nick nicolas nigel nikolai nils noah noel norman oleg oliver omar oscar oskar otto owen
pablo pascal patrick paul pavel pedro percy perry pete peter phil philip philippe phillip pierre piotr rafael rajesh ralph ramon randall randy raoul raul ravi ray raymond
reginald rene rex ricardo richard rick robert roberto robin rodney rodrigo roger roland rolf roman ron ronald rory ross roy ruben rudolf rudy rupert russell ryan said
salvador sam samir samuel santiago saul scott sean sebastian serge sergei sergey sergio seth shaun sidney simon stan stanley stefan stephen steve steven stewart stuart sven
taylor ted terence terry theo theodore thomas tim timothy tobias todd tom tomas tommy tony travis trevor tyler ulrich umar victor viktor vincent vince vitaly vladimir wade wallace
walter warren wayne werner wilfred wilhelm will willem william willy winston wolfgang xavier yuri yusuf yves zachary`;
const FEMALE = `abigail ada adele adriana agnes aisha alexandra alice alicia alison alma amal amanda amber amelia amina amy ana anastasia andrea angela angelica angelina anita
anja ann anna annabel anne annette annie antonia april arlene astrid audrey barbara beatrice beatriz becky bella bernadette bertha beth betty beverly birgit blanca bonnie
brenda bridget brigitte camilla candace carla carmen carol carole carolina caroline carolyn cassandra catherine cathy cecilia celia charlotte chiara chloe christa
christina christine cindy claire clara claudia colleen connie constance cora cynthia daisy dana daniela daria dawn deborah debra deirdre delia denise diana diane dolores donna dora
doreen doris dorothy edith edna eileen elaine elena eleanor elena elisa elisabeth elise elizabeth ella ellen eloise elsa elsie emily emma erica erika esther ethel eva eve
evelyn faith fatima fiona flora florence frances francesca freda gabriela gabriella gail genevieve georgia georgina geraldine gertrude gina gisela giulia gladys glenda gloria grace greta gudrun gwen
hanna hannah harriet hazel heather heidi helen helena helga henrietta hilary hilda hillary holly ida ilona ines ingrid irene irina iris isabel isabella isabelle ivy jacqueline jane
janet janice jasmine jean jeanette jeanne jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet june karen karin
kate katharine katherine kathleen kathryn kathy katie katja katrin kay kelly kerry khadija kim kirsten krista kristen kristin kristina laila lara laura lauren layla lea leah leila lena leslie leticia
lillian lily linda lisa lise lois lola loretta lorraine louisa louise lucia lucille lucy luisa lydia lynn mabel madeleine magda magdalena maggie mai maja mandy marcia margaret margarita maria mariam
marian marianne marie marilyn marina marion marisa marjorie marlene martha martina mary matilda maud maureen maxine may megan melanie melissa mercedes meredith mia michelle mildred mina miranda
miriam moira molly monica monika muriel myra nadia nancy naomi natalia natalie natasha nell nellie nicola nicole nina nora norma olga olive olivia ophelia pam pamela patricia patty paula pauline pearl
peggy penelope petra phoebe phyllis pilar polly priscilla priya rachel ramona raquel rebecca regina renata renee rhoda rita roberta rosa rosalind rose rosemary rosie roxanne ruby ruth sabine sabrina sally
samantha sandra sara sarah shannon sharon sheila shirley sibyl silvia simone sofia sonia sophia sophie stella stephanie sue susan susanna suzanne sybil sylvia tamara tanya tara tatiana teresa
thelma theresa tina tracy ulrike ursula valentina valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy wilma winifred yasmin yolanda yvette yvonne zainab zoe`;

const genders = new Map<string, "m" | "f" | null>();
for (const name of MALE.split(/\s+/)) genders.set(name, "m");
for (const name of FEMALE.split(/\s+/)) genders.set(name, genders.get(name) === "m" ? null : "f");

/** True where the word (without diacritics, lower case) is a common given name. */
export function isGivenName(folded: string): boolean {
  return genders.has(folded);
}

/** The gender a given name usually goes with, or null. */
export function usualGender(folded: string): "m" | "f" | null {
  return genders.get(folded) ?? null;
}
