/** Files that the server writes on demand: fetched here, so that a failure is told and not saved as a file. */
import { getFile } from "../api/client.ts";
import { nameIn } from "./name-in.ts";
import { telling } from "./notices.ts";

/** Fetches and saves a file. Failures are told to the person. */
export async function download(address: string, otherwise: string): Promise<void> {
  await telling(async () => {
    const response = await getFile(address);
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement("a");
    link.href = url;
    link.download = nameIn(response.headers.get("content-disposition"), otherwise);
    link.click();
    // The browser has taken it by the next turn; a second is plenty.
    window.setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
}
