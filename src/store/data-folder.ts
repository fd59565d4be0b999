import { homedir } from "node:os";
import { join } from "node:path";

/** The user's data folder by the rules of the system (XDG, macOS, Windows): collections lie there unless told. */
export function dataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (environment.XDG_DATA_HOME?.startsWith("/")) return join(environment.XDG_DATA_HOME, "readout");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "readout");
  if (platform === "win32" && environment.LOCALAPPDATA)
    return join(environment.LOCALAPPDATA, "readout", "Data");
  return join(homedir(), ".local", "share", "readout");
}
