/** `npm run soak [kills]`: kill -9 again and again on each database, 30 times when not told. */
import { type CrashReport, crash } from "../src/jobs/crash.test-data.ts";
import { KINDS, makeDatabase, SERVER } from "../src/store/both.test-data.ts";
import { record } from "./record.ts";

const kills = Number(process.argv[2] ?? 30);
const reports: Record<string, CrashReport | string> = {};
for (const kind of KINDS) {
  if (kind === "server" && SERVER === null) {
    reports[kind] = "left out; READOUT_TEST_DATABASE names no server";
    continue;
  }
  const database = await makeDatabase(kind);
  const report = await crash(database.location, kills, 6000, (kill) =>
    process.stderr.write(`${kind}: ${kill} of ${kills}\n`),
  );
  await database.drop();
  reports[kind] = report;
  if (report.lost.length > 0 || report.unread > 0 || (report.lostAnew?.length ?? 0) > 0) process.exitCode = 1;
}
record("soak", {}, reports);
