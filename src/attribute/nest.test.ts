import { expect, test } from "vitest";
import type { Statement } from "../model.ts";
import { attribute } from "./attribute.ts";
import { tagged } from "./by-hand.ts";

/** Nested statements as "> act: source / cue / content", one ">" a level. */
function nested(marked: string): string[] {
  const { statements } = attribute(tagged(marked));
  const byId = new Map(statements.map((s) => [s.id, s]));
  const depth = (s: Statement): number => (s.parent ? 1 + depth(byId.get(s.parent)!) : 0);
  const words = (role: { text: string }[]) => role.map((p) => p.text).join(" … ");
  return statements
    .filter((s) => s.parent !== null)
    .map(
      (s) =>
        `${">".repeat(depth(s))} ${s.act}${s.negated ? " not" : ""}: ${words(s.source)} / ${words(s.cue)} / ${words(s.content)}`,
    );
}

const CASES: [string, string[]][] = [
  [
    "[S The minister] [C said] [T Mr. Tallis had accepted Mr. Orlov’s denial].",
    ["> accept: Mr. Tallis / had accepted / Mr. Orlov’s denial", ">> deny: Mr. Orlov / denial / "],
  ],
  [
    "[S Ada Wren, the envoy], [C said] [T that Mr. Tallis had confronted Mr. Orlov in a “long” talk and that Mr. Orlov had denied a part in the raid].",
    ["> deny: Mr. Orlov / had denied / a part in the raid"],
  ],
  [
    "[S Officials] [C said] [T that Mr. Tallis had accepted Mr. Orlov’s denial of the raid and had even said that some at home were “inflating” it].",
    [
      "> assert: Mr. Tallis / had even said / that some at home were “inflating” it",
      "> accept: Mr. Tallis / had accepted / Mr. Orlov’s denial of the raid",
      ">> deny: Mr. Orlov / denial of / the raid",
    ],
  ],
  [
    "[S Mr. Petrov] [C told] reporters [T that “President Tallis said that he heard the clear statements of President Orlov that this is not so, and that the guard did not fire, and that he accepts these statements.”]",
    [
      "> assert: President Tallis / said / that he heard the clear statements of President Orlov that this is not so, and that the guard did not fire, and that he accepts these statements",
      ">> assert: President Orlov / statements / that this is not so, and that the guard did not fire",
      ">> accept: he / accepts / these statements",
    ],
  ],
  [
    "[S Ms. Orsik] [C said] [T that President Tomas Reker of Arland had given his word that no water would be held].",
    ["> promise: President Tomas Reker of Arland / had given his word / that no water would be held"],
  ],
  [
    "[S The clerk] [C told] the court [T that the mayor had told her to burn the file and that she refused to do it].",
    ["> demand: the mayor / had told / to burn the file", "> reject: she / refused / to do it"],
  ],
  [
    "[T But he threatened no fines for the leak, and when Mr. Orlov denied it, he agreed that the two must move on], [S Mr. Wren] [C said].",
    [
      "> threaten not: he / threatened / no fines for the leak",
      "> deny: Mr. Orlov / denied / it",
      "> agree: he / agreed / that the two must move on",
    ],
  ],
  [
    "[T Ms. Vasarin], [S he] [C said], [T had accepted Mr. Reker’s explanation that a dry winter was to blame].",
    [
      "> accept: Ms. Vasarin / had accepted / Mr. Reker’s explanation that a dry winter was to blame",
      ">> assert: Mr. Reker / explanation / that a dry winter was to blame",
    ],
  ],
  [
    "[T “The mayor told me,”] [S she] [C said], [T “that the wall was safe.”]",
    ["> assert: The mayor / told / that the wall was safe"],
  ],
  [
    "[S Officials] [C said] [T that President Tallis had not raised the raid and had thanked Mr. Orlov for his candor].",
    ["> praise: President Tallis / had thanked / Mr. Orlov for his candor"],
  ],
  [
    "[S The readout] [C said] [T the president had expressed concern over the raid and had warned that a second would cost him].",
    [
      "> warn: the president / had warned / that a second would cost him",
      "> warn: the president / had expressed concern over / the raid",
    ],
  ],
  ["[S He] [C said] [T that Mr. Orlov “strongly denied it”].", ["> deny: Mr. Orlov / strongly denied / it"]],
  [
    "[S She] [C said] [T their belief that Ted Moss is the man to ask was wrong].",
    ["> believe: their / belief / that Ted Moss is the man to ask"],
  ],
  [
    "[S Ms. Wren] [C said] [T she had told Mr. Strand, the owner, to his face that he had lied].",
    ["> assert: she / had told / that he had lied"],
  ],
  [
    "[T “Yesterday you said the pump was new,”] [S he] [C said].",
    ["> assert: you / said / the pump was new"],
  ],
  ["[T “We promised nothing,”] [S he] [C said].", ["> promise not: We / promised / nothing"]],
  ["[T “If you say so, you know best,”] [S he] [C said].", []],
  ["[T “I never said that,”] [S Mr. Hale] [C said].", ["> assert not: I / never said / that"]],
  ["[T “I think we did well, and I hope it lasts,”] [S he] [C said].", []],
  ["[T “We reject these claims,”] [S he] [C said].", ["> reject: We / reject / these claims"]],
  [
    "[S The union] [C says] [T the company’s claim that the horn sounded is false].",
    ["> assert: the company / claim / that the horn sounded"],
  ],
  [
    "[S He] [C said] [T that the minister’s promise to rebuild the school had been forgotten].",
    ["> promise: the minister / promise / to rebuild the school"],
  ],
  [
    "[S The report] [C said] [T that the ministry, which runs the plant, would not comment on it].",
    ["> decline: the ministry / would not comment on / it"],
  ],
  [
    "[S The envoy] [C said] [T Mr. Orlov, the foreign minister, had warned him that the talks would fail].",
    ["> warn: Mr. Orlov, the foreign minister / had warned / that the talks would fail"],
  ],
  [
    "[S The aide] [C said] [T the two presidents agreed to meet in May and that both sides had promised not to move troops].",
    [
      "> agree: the two presidents / agreed / to meet in May",
      "> promise: both sides / had promised / not to move troops",
    ],
  ],
  [
    "[S The coach] [C said] [T he’d told the players that the club wanted to sell].",
    ["> assert: he / told / that the club wanted to sell", ">> want: the club / wanted / to sell"],
  ],
  [
    "[S He] [C rejected] [T claims that the office had known of the leak].",
    ["> assert:  / claims / that the office had known of the leak"],
  ],
  ["[S The judge] [C asked] [T whether the company denied that the clause was broken].", []],
  ["[S The court] [C heard] [T that the file was denied by the clerk].", []],
  ["[S The paper] [C said] [T that the talks with Mr. Orlov said little about the coast].", []],
  ["[S She] [C said] [T that the offer was on the table and the charge was dropped].", []],
  [
    "[S She] [C said] [T the mayor did not deny that the wall was weak].",
    ["> deny not: the mayor / did not deny / that the wall was weak"],
  ],
  [
    "[S A guard] [C said] [T the officer accused him of theft, and that a spokesman for the ministry had apologized for it].",
    [
      "> accuse: the officer / accused / him of theft",
      "> assert: a spokesman for the ministry / had apologized for / it",
    ],
  ],
];

test.each(CASES)("%s", (marked, want) => expect(nested(marked)).toEqual(want));

test("a link inside another's content is its child, and no rule repeats it", () => {
  const { statements } = attribute(
    tagged("[S1 Ms. Orsik] [C1 said] [T1 that [S2 Mr. Reker] [C2 had promised] [T2 to wait]]."),
  );
  expect(statements).toHaveLength(2);
  const [outer, inner] = statements;
  expect(inner?.parent).toBe(outer?.id);
  expect(inner?.act).toBe("promise");
  expect(inner?.score).toBe(0.9);
});

test("an inner statement in an outer quotation is indirect, a quotation within it direct", () => {
  const { statements } = attribute(
    tagged(
      "[T “The mayor told me that the wall was safe. She said: ‘Nobody will be hurt.’ ”] [S he] [C said].",
    ),
  );
  expect(statements.map((s) => s.form)).toEqual(["direct", "indirect", "direct"]);
});

test("depth ends at three", () => {
  const { statements } = attribute(
    tagged(
      "[S Ann] [C said] [T that Bo Lind said that Cy Marr said that Di Nash said that Ed Olson said that it rained].",
    ),
  );
  expect(statements).toHaveLength(4);
});
