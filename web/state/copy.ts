/** Copies a quotation with its reference, as the server words it. */
import { Failure, get } from "../api/client.ts";
import { resources } from "../api/resources.ts";
import { notify } from "./notices.ts";

type Wanted = Parameters<typeof resources.quotation>[1];

export async function copyQuotation(c: string, wanted: Wanted): Promise<void> {
  try {
    const { plain } = await get(resources.quotation(c, wanted));
    await navigator.clipboard.writeText(plain);
    notify("done", `Copied: ${plain.length > 160 ? `${plain.slice(0, 159)}…` : plain}`);
  } catch (error) {
    if (error instanceof Failure) notify("problem", error.message);
    // A browser may forbid the clipboard.
    else notify("problem", "The browser did not let the words be copied: allow the clipboard for this page.");
  }
}
