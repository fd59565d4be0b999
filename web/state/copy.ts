/** Puts words on the clipboard and says so. */
import { get } from "../api/client.ts";
import { resources } from "../api/resources.ts";
import { notify, telling } from "./notices.ts";

type Wanted = Parameters<typeof resources.quotation>[1];

/** A quotation with its reference, as the server words it. */
export async function copyQuotation(c: string, wanted: Wanted): Promise<void> {
  await telling(async () => {
    const { plain } = await get(resources.quotation(c, wanted));
    await copyText(plain, `Copied: ${plain.length > 160 ? `${plain.slice(0, 159)}…` : plain}`);
  });
}

/** Puts text on the clipboard. @param said told when it is there */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify("done", said);
  } catch {
    notify("problem", `The browser does not let this page copy. Here it is: ${text}`);
  }
}
