/**
 * How a recogniser's speaker is named in the text: real names stay, numbers and letters become "Speaker 1", with the file's own
 * number, so that it can be found there.
 */
export function speakerName(told: unknown): string | null {
  if (typeof told === "number" && Number.isFinite(told)) return `Speaker ${told}`;
  if (typeof told !== "string") return null;
  const name = told.replace(/\s+/g, " ").trim().replace(/:+$/, "").trim();
  if (name === "" || name.length > 100) return null;
  const numbered = /^(?:spk|speaker|spkr|s)?[ _-]*(\d{1,4})$/i.exec(name);
  if (numbered) return `Speaker ${Number(numbered[1])}`;
  const lettered = /^(?:speaker[ _-]*)?([A-Z])$/.exec(name);
  if (lettered) return `Speaker ${lettered[1]}`;
  return /^(?:unknown|none|null|unk|n\/a)$/i.test(name) ? null : name;
}
