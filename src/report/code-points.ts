/** Offsets in code points, as brat, Python, R and the W3C's selectors count; article offsets are UTF-16 units. */
/** A function from UTF-16 offsets of the text to code points; a lone surrogate counts one. */
export function codePointsOf(text: string): (offset: number) => number {
  // Surrogate pairs are rare: their positions are enough.
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index);
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
