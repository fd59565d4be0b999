/** kill -9 at work: three times here, thirty in `npm run soak`. */
import { describe, expect, it } from "vitest";
import { KINDS, makeDatabase, SERVER } from "../store/both.test-data.ts";
import { crash } from "./crash.test-data.ts";

for (const kind of KINDS) {
  describe.skipIf(kind === "server" && SERVER === null)(`kill -9, ${kind}`, () => {
    it("loses nothing that was acknowledged, and goes on", { timeout: 400_000 }, async () => {
      const database = await makeDatabase(kind);
      const report = await crash(database.location, 3, 4000);
      expect(report.documents).toBeGreaterThan(0);
      expect(report).toMatchObject({ lost: [], unread: 0, lostAnew: kind === "embedded" ? [] : null });
      await database.drop();
    });
  });
}
