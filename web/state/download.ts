/** Files that the server writes on demand: fetched here, so that a failure is told and not saved as a file. */
import { Failure, getFile } from "../api/client.ts";
import { nameIn } from "./name-in.ts";
import { notify } from "./notices.ts";

/** Fetches and saves a file. Failures are told to the person. */
export async function download(address: string, otherwise: string): Promise<void> {
  let response: Response;
  try {
    response = await getFile(address);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    notify("problem", error.message);
    return;
  }
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = nameIn(response.headers.get("content-disposition"), otherwise);
  link.click();
  // The browser has taken it by the next turn; a second is plenty.
  window.setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Puts text on the clipboard and says so. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify("done", `${what} copied`);
  } catch {
    notify("problem", `The browser does not let this page copy. Here it is: ${text}`);
  }
}
