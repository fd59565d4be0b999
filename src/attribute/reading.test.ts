import { expect, test } from "vitest";
import { attribute } from "./attribute.ts";
import { tagged } from "./by-hand.ts";

/** `act kind` with "not" for negated, then a sentence with its marks. */
const CASES = `
assert speech | [S Mr. Ruiz] [C said] [T that the dam leaks].
assert speech | [S Ms. Orsik] [C told] reporters [T that the dam leaks].
assert speech | [C According to] [S the ministry], [T the dam leaks].
assert speech | [T The dam leaks], [S a report] [C shows].
assert speech | [S The union] [C insisted] [T that the horn was silent].
assert speech | [S The company] [C claimed] [T that the horn sounded].
assert speech | [S The company] [C maintains] [T that the horn sounded].
assert speech | [S She] [C went on to say] [T that the valve was old].
assert speech | [S He] [C made clear] [T that the order stood].
assert speech | [S He] [C made it very clear] [T that the order stood].
assert speech | [S The mayor] [C tweeted] [T a photograph of the bridge].
assert speech | [S The office] [C found] [T that the wiring was intact].
assert speech | [S She] [C called] [T the plan “a gift to the owners”].
assert speech | [S Mr. Hale] [C was quoted as saying] [T that he heard the horn].
assert speech | [T The bridge], [S she] [C added], [T would stay shut].
assert speech | [S The clerk] [C reiterated] [T that the door was locked].
assert speech | [S Mr. Voss] [C testified] [T that he never saw the log].
assert speech | [S The spokeswoman] [C suggested] [T that the figure was too high].
assert speech | [S The mayor] [C pointed out] [T that the budget was balanced].
assert speech | [C reportedly] [T left the country].
assert speech | [S He] [C put it] [T bluntly].
assert speech | [S The minister] [C stopped by and said] [T the road was clear].
assert speech not | [S She] [C did not say] [T who had signed the order].
assert speech not | [S The notice] [C doesn’t mention] [T the valve].
assert speech not | [S He] [C never claimed] [T that the horn was silent].
assert speech not | [S The report] [C made no mention of] [T the gate].
assert speech not | [S The agency] [C stopped short of saying] [T that the crew was at fault].
assert speech not | [S Neither side] [C said] [T when the talks would resume].
assert speech not | [S No one] [C has said] [T that the plant will close].
assert speech not | [S The panel] [C failed to mention] [T the second leak].
assert speech not | She did not [C say] [T where the money went].
assert speech | [S She] [C not only said] [T that he knew but wrote it down].
decline speech | [S The firm] [C has yet to say] [T who fitted it].
deny speech | [S Mr. Petrov] [C denied] [T any meddling].
deny speech | [S Beldam Mechanical] [C denies] [T that its crew worked on that line].
deny speech | [S Mr. Dahlmo] [C flatly denied] [T it].
deny speech | [S The club] [C has always denied] [T the charge].
deny speech | [S The firm] [C issued a denial of] [T the report].
deny speech | [S Mr. Strand’s] [C denial of] [T the bonus] came late.
deny speech | [S He] [C pleaded not guilty to] [T fraud].
deny speech | [S The doctor] [C refuted] [T the claim].
deny speech not | [S He] [C did not deny] [T that the letter was his].
deny speech not | [S The firm] [C has not denied] [T the report].
deny speech not | [S She] [C never denied] [T it].
confirm speech | [S The hospital] [C confirmed] [T that 14 people were admitted].
confirm speech | [S The mayor] [C admitted] [T that the wall was weak].
confirm speech | [S Officials] [C acknowledged] [T a delay].
confirm speech | [S She] [C stood by] [T her account].
confirm speech | [S He] [C pleaded guilty to] [T perjury].
confirm speech | [S The chief] [C took full responsibility for] [T the crash].
confirm speech not | [S The police] [C could not confirm] [T the number].
confirm speech not | [S The army] [C has not confirmed] [T the strike].
accept speech | [S Mr. Tallis] [C had accepted] [T Mr. Orlov’s denial].
accept speech | [S President Vasarin] [C accepted] [T that the drought was the cause].
accept speech | [S The minister] [C conceded] [T that the figure was wrong].
accept speech | [S Mr. Ruiz] [C agreed with] [T the finding that the wall was weak].
accept speech | [S The coach] [C agreed] [T that the foul was clear].
accept speech | [S She] [C acknowledged] [T the criticism as fair].
reject speech | [S The ministry] [C rejected] [T claims that it knew].
reject speech | [S The mayor] [C dismissed] [T the report as a fairy tale].
deny speech | [S The union] [C disputed] [T the company’s figure].
reject speech | [S The union] [C disputed] [T the company’s view of the law].
expect belief | [S The boatmen] [C fear] [T the lock will close].
believe belief | In the harbour’s view it leaks: [C in] [S the harbour’s] [C view] [T it leaks].
allege speech | [C It is whispered] [T that the seals were cut].
promise speech | [S The owner] [C swore] [T no berth would be cut without notice].
reject speech | [S The envoy] [C could not agree with] [T this reading].
assert speech | [S The coach] [C has made no secret of] [T his anger].
reject speech | [S The owner] [C pushed back on] [T the charge].
reject speech | [S The aide] [C took issue with] [T the wording].
reject speech | [S Arland] [C said no to] [T a new date].
reject speech | [S The board] [C turned down] [T the offer].
reject speech | [S The firm] [C refused] [T to sign the accord].
reject speech | [S He] [C refused to apologize for] [T the remark].
reject speech | [S She] [C ruled out] [T a second vote].
reject speech | [S She] [C declined] [T an invitation to the dinner].
reject speech | [S The senator] [C disagreed with] [T the ruling].
reject speech | [S The king] [C brushed aside] [T the questions of cost].
reject speech not | [S He] [C did not rule out] [T a second vote].
reject speech | [S The mayor] [C refused] [T to accept the result].
reject belief | [S The farmers] [C oppose] [T the dam].
reject belief | [S She] [C is opposed to] [T the dam].
doubt speech | [S The auditor] [C questioned] [T whether the money was spent].
doubt speech | [S Critics] [C cast doubt on] [T the figures].
doubt speech | [S The lawyer] [C raised questions about] [T the timing].
doubt speech | [S The judge] [C challenged] [T the estimate].
doubt belief | [S She] [C doubts] [T that the panel will sit].
doubt belief | [S The mayor] [C is not sure] [T whether the bridge is safe].
doubt belief | [S Growers] [C are skeptical of] [T the promise].
allege speech | [S The petition] [C alleges] [T that the clause was broken].
allege speech | [C allegedly] [T took $500].
allege speech | [C Allegations of] [T fraud] were heard.
accuse speech | [S The union] [C accused] [T Mr. Strand of lying].
accuse speech | [S The company] [C blamed] [T a contractor for the leak].
accuse speech | [S The state] [C charged] [T him with fraud].
accuse speech | [S They] [C sued] [T the plant].
accuse speech | [S She] [C pointed the finger at] [T the crew].
accuse speech not | [S The report] [C did not accuse] [T anyone of lying].
warn speech | [S The office] [C warned] [T that the dam could fail].
warn speech | [S Doctors] [C cautioned against] [T the drug].
warn speech | [S The embassy] [C issued a warning about] [T the road].
warn speech | [S Aid groups] [C expressed concern about] [T the camps].
expect speech | [S The bank] [C predicted] [T a loss].
expect belief | [S Analysts] [C expect] [T the merger to close in May].
expect belief | [T The filling] [C is expected to] [T begin on July 1].
expect belief | [S She] [C is confident] [T that the panel will agree].
expect belief not | [T The court] [C is not expected to] [T rule before June].
announce speech | [S The firm] [C announced] [T that Unit 4 would close].
announce speech | [S The governor] [C declared] [T a state of emergency].
announce speech | [S The court] [C ruled] [T that the ban was void].
announce speech | [S The museum] [C unveiled] [T a plan for a new wing].
announce speech not | [S The firm] [C has not announced] [T a date].
promise speech | [S Mr. Reker] [C promised] [T to wait until August].
promise speech | [S Mr. Reker] [C had given his word] [T that no water would be held].
promise speech | [S The mayor] [C vowed] [T to resign].
promise speech | [S The bank] [C assured] clients [T that their money would be safe].
promise speech | [S Both sides] [C undertook to] [T supply the readings].
promise speech | [S The minister] [C made a pledge] [T to rebuild the school].
promise speech not | [S He] [C made no promise] [T to wait].
assert speech | [S The bank] [C assured] clients [T that the vault was full].
threaten speech | [S The union] [C threatened] [T to strike].
threaten speech | [S The union] [C issued an ultimatum:] [T sign by noon].
threaten speech not | [S He] [C threatened] [T no consequences for the leak].
demand speech | [S The mayor] [C demanded] [T an inquiry].
demand speech | [S Growers] [C called for] [T an inquiry].
demand speech | [S The council] [C called on] the mayor [T to resign].
demand speech | [S The council] [C called] [T on the mayor to resign].
demand speech | [S The coach] [C told] him [T to sit down].
demand speech | [S Teachers] [C urged] [T parents to stay calm].
demand speech | [S The governor] [C ordered] [T the plant to close].
demand speech | [S She] [C insisted] [T that the report be published].
demand speech | [S She] [C insisted on] [T an apology].
demand speech | [S The bishop] [C pressed for] [T a truce].
demand speech | [T “Stop the trucks,”] [S he] [C shouted].
demand speech | [T “Do not touch the gate,”] [S she] [C said].
propose speech | [S Arland] [C proposed] [T a panel of engineers].
propose speech | [S The clerk] [C suggested] [T moving the vote to May].
propose speech | [S The clerk] [C suggested] [T that the vote should be moved].
propose speech | [S The firm] [C offered] [T to pay for the pump].
propose speech | [S Doctors] [C recommend] [T two doses].
propose speech | [S The envoy] [C put forward] [T a plan].
ask speech | [S A reporter] [C asked] [T whether he would resign].
ask speech | [S Kestria] [C asked to] [T buy power].
ask speech | [T “Who signed this?”] [S she] [C said].
ask speech | [S The president] [C questioned] [T Mr. Orlov about the leak].
ask speech | [S The judge] [C wanted to know] [T who had paid].
ask speech | [S The firm’s] [C request for] [T a delay] was heard.
ask speech | [S Families] [C appealed for] [T help].
ask belief | [S Voters] [C wondered] [T why he left].
agree speech | [S The two leaders] [C agreed to] [T set up a panel].
agree speech | [S Both sides] [C agreed] [T that the panel would sit in June].
agree speech | [S The company] [C agreed] [T to this order].
agree speech | [S He] [C agreed] [T that the two must get past the quarrel].
agree speech | [S The two Presidents] [C decided] [T to establish a joint panel].
agree speech | [S The firm] [C accepted] [T the offer of a loan].
agree speech | [S Arland and Kestria] [C reached an agreement on] [T power].
agree speech not | [S The parties] [C did not agree on] [T a date].
praise speech | [S The mayor] [C praised] [T the crew].
praise speech | [S Ms. Vasarin] [C thanked] [T him for his account].
praise speech | [S The Ministry] [C welcomed] [T the proposal].
praise speech | [S She] [C expressed gratitude to] [T the nurses].
criticise speech | [S The bar] [C condemned] [T the ruling].
criticise speech | [S Growers] [C slammed] [T the deal].
criticise speech | [S He] [C lashed out at] [T the press].
criticise speech | [S The senator] [C railed against] [T the bill].
criticise speech | [S He] [C took a swipe at] [T the board].
criticise speech | [S The envoy] [C lodged a protest against] [T the raid].
criticise belief | [S Residents] [C are angry about] [T the noise].
decline speech | [S Ms. Orsik] [C declined] [T to say whether the claim stands].
decline speech | [S Mr. Ferris] [C declined to comment on] [T the case].
decline speech | [S The firm] [C did not respond to] [T a request for comment].
decline speech | [S The commission] [C did not immediately respond to] [T a request for comment].
decline speech | [S The office] [C would not comment on] [T the report].
decline speech | [S He] [C would neither confirm nor deny] [T the report].
decline speech | [S He] [C refused to say] [T who had paid].
decline speech | [S He] [C refused] [T to rule out a strike].
decline speech | [S She] [C had no comment on] [T the suit].
decline speech | [S The aide] [C could not be reached for] [T comment].
decline speech | [S The aide] [C wouldn’t discuss] [T the terms].
decline speech | [S The mayor] [C gave no details of] [T the plan].
decline speech | [S The colonel] [C remained silent on] [T the raid].
decline speech | [S The Office] [C will make no further comment] [T while the inquiry is under way].
decline speech | [S The chief] [C declined repeated requests for] [T an interview].
decline speech | [S The star] [C sidestepped] [T a question about his contract].
decline speech | [T “No comment,”] [S he] [C said].
decline speech | [T “I am not going to discuss that,”] [S she] [C said].
decline speech | [S Neither the mayor nor the clerk] [C responded to] [T a request for comment].
believe belief | [S Mr. Ruiz] [C believes] [T that the wall will hold].
believe belief | [S He] [C fears] [T a long summer].
believe belief | [S She] [C knew] [T that the pump was broken].
believe belief | [S Residents] [C are worried about] [T the smell].
believe belief not | [S He] [C does not believe] [T the paper].
believe belief not | [S He] [C didn’t know] [T about the leak].
believe belief not | [S She] [C no longer thinks] [T that the wall will hold].
believe belief | [S He] [C seemed] [T unhappy].
want intention | [S The ministry] [C intends] [T to send the bill].
want intention | [S Mr. Brenik] [C wants] [T the court to decide].
want intention | [S He] [C hopes] [T to sign in May].
want intention | [S The firm] [C plans] [T a new pier].
want intention | [S She] [C is considering] [T leaving the board].
want intention | [S He] [C would like] [T to see the paper].
want intention | [S Kestria] [C expressed interest in] [T purchasing power].
want intention | [S She] [C is willing to] [T wait].
want intention not | [S She] [C does not want] [T a second term].
ask speech | [S The president] [C questioned] [T Mr. Orlov of Vessia] at length [T about the leak].
doubt speech | [S The panel] [C questioned] [T Mr. Orlov’s account of the leak].
assert speech | [S Aides for each] [C offered] [T differing versions of the talk].
assert speech not | [S He] [C offered] [T no proof that she knew].
want intention | [S Kestria] [C expressed] [T interest in buying power].
assert speech | [S The President] [C set out] [T the reasons for the low river].
want intention | [S The team] [C set out] [T to win the cup].
decline speech | [S Its embassy] [C referred] [T all questions to the ministry].
reject speech | [S The aide] [C called] [T the story a fabrication].
reject speech | [S She] [C called] [T that suggestion “false and reckless.”]
demand speech | [S They] [C are calling] [T to shut the plant].
propose speech | [S The dean] [C argued for] [T a longer term].
assert speech | [T “He is bold. He pays his way. He sings. And who does not?”] [S she] [C said].
reject intention | [S She] [C was reluctant] [T to give up the chair].
assert speech | [S He] [C could not resist pointing out] [T that he had won].
assert speech | [S An official], speaking because the work is not complete, [C said] [T that pages were missing].
praise speech | [S I] [C want to thank] [T the crew].
praise belief | [S The members] [C are encouraged by] [T the vote].
doubt belief | [C It is unclear] [T whether the valve was checked].
believe belief | [S Hydrologists] [C are divided about] [T what emptied the canals].
doubt speech | [S Mr. Tallis] [C had equivocated] [T over whether the guard had fired].
`;

const rows = CASES.trim()
  .split("\n")
  .map((line) => line.split(" | ") as [string, string]);

test("there are many cases", () => expect(rows.length).toBeGreaterThan(150));

test.each(rows)("%s | %s", (want, marked) => {
  const statement = attribute(tagged(marked)).statements.find((s) => s.parent === null);
  expect(`${statement?.act} ${statement?.kind}${statement?.negated ? " not" : ""}`).toBe(want);
});
