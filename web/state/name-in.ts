/** The name that the server gives a file; `otherwise` where it gives none. */
export function nameIn(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? "")?.[1];
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      // A broken escape: the plain name serves.
    }
  }
  const plain = /filename="((?:[^"\\]|\\.)*)"/iu.exec(disposition ?? "")?.[1];
  return plain?.replace(/\\(.)/gu, "$1") ?? otherwise;
}
