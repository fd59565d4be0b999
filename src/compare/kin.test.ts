import { describe, expect, it } from "vitest";
import { eventByHand } from "./by-hand.ts";
import { kinOf } from "./kin.ts";
import { prepare } from "./prepare.ts";

/** Whose words "the harbour master" speaks in a document, given the roles that another gives. */
function kin(text: string, roles: Record<string, string>, name = "Harbour master"): string {
  const input = eventByHand({
    documents: [
      { name: "one.txt", outlet: "Morrow Post", date: "2031-03-04", text: "The harbour master was at sea." },
      { name: "two.txt", outlet: "Fjord Courier", date: "2031-03-09", text },
    ],
    speakers: { "Karel Voss": null, "Ida Brenn": null, [name]: null },
  });
  const [first, second] = input.articles;
  const speakers = input.speakers.map((one) => ({ ...one, role: roles[one.name] ?? null }));
  const prepared = prepare({ ...input, articles: [{ ...first!, speakers }, second!] });
  return kinOf(prepared)(`k_${name}`, prepared.articles.find(({ id }) => id === second!.id)!);
}

describe("whose words a description's are", () => {
  const both = "Karel Voss came late. Ida Brenn came early. The harbour master spoke.";
  it("takes the one named there who has the role", () => {
    expect(kin(both, { "Karel Voss": "harbour master of Tarn", "Ida Brenn": "mayor" })).toBe("k_Karel Voss");
  });
  it.each([
    ["two have it", both, { "Karel Voss": "harbour master", "Ida Brenn": "harbour master of Lomar" }],
    ["nobody has it", both, { "Karel Voss": "port master" }],
    [
      "he is not named there",
      "Ida Brenn came. The harbour master spoke.",
      { "Karel Voss": "harbour master" },
    ],
  ])("leaves it alone where %s", (_, text, roles) => {
    expect(kin(text, roles)).toBe("k_Harbour master");
  });
  it("takes the one of that title whom an opening keeps back", () => {
    const opening = "LOMAR - A harbour master told the court of a storm.\n\n";
    const roles = { "Karel Voss": "master of the port", "Ida Brenn": "mayor" };
    expect(kin(`${opening}Karel Voss spoke long. Ida Brenn listened.`, roles)).toBe("k_Karel Voss");
    // Behind the opening it may be anybody.
    expect(kin(`Karel Voss spoke.\n\n${opening}`, roles)).toBe("k_Harbour master");
    expect(
      kin(`${opening}Karel Voss spoke long. Ida Brenn listened.`, { ...roles, "Ida Brenn": "master baker" }),
    ).toBe("k_Harbour master");
  });
  it("knows a role by what a source says of whom it names", () => {
    const told =
      "[S Karel Voss, Harbour Master], [C said] [T that he came late]. Ida Brenn came early. The harbour master spoke.";
    expect(kin(told, {})).toBe("k_Karel Voss");
  });
  it("leaves names alone", () => {
    expect(kin(both, { "Karel Voss": "master Orre" }, "Nils Orre")).toBe("k_Nils Orre");
  });
});
