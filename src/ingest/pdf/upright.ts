import type { Box, Glyph, PaintedGlyph, PaintedPage } from "./page.ts";

/** A page whose words run from left to right along level lines. */
export interface Upright {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Box[];
  /** True where pictures cover most of a page that has hardly any words. */
  scanned: boolean;
}

/** Anything smaller is for machines, not for readers. */
const SMALLEST = 2;
/** tan of some 6 degrees: more is stamped or set askew. */
const ASKEW = 0.1;

/**
 * Turns a page so that most of its words stand upright, and leaves out what a reader doesn't read there: words set
 * askew or upright against the rest (watermarks, stamps on the margin), words off the page, words painted twice
 * (bold by hand, shadows), and invisible words that lie over no picture. Invisible words over a picture are the OCR
 * layer of a scan and are kept.
 */
export function upright(page: PaintedPage): Upright {
  const turn = commonTurn(page.glyphs);
  const turned = turn % 2 === 1;
  const [width, height] = turned ? [page.height, page.width] : [page.width, page.height];
  const place = (x: number, y: number): [number, number] => {
    if (turn === 1) return [y, page.width - x];
    if (turn === 2) return [page.width - x, page.height - y];
    if (turn === 3) return [page.height - y, x];
    return [x, y];
  };
  const shown = page.glyphs.filter((g) => turnOf(g) === turn && g.size >= SMALLEST);
  const kept = withoutHidden(shown, page.images);
  const glyphs: Glyph[] = [];
  const twice = new Twice();
  let last: Glyph | null = null;
  let pending = "";
  for (const g of kept) {
    const [xa, y] = place(g.x, g.y);
    const [xb] = place(g.x + g.dx, g.y + g.dy);
    const glyph: Glyph = {
      text: g.text,
      x0: Math.min(xa, xb),
      x1: Math.max(xa, xb),
      y,
      size: g.size,
      bold: g.bold,
      artifact: g.artifact,
      isSpace: g.isSpace,
      shift: 0,
    };
    if (glyph.x1 < -2 || glyph.x0 > width + 2 || y < -2 || y > height + g.size) continue;
    if (!g.isSpace && twice.has(glyph)) continue;
    if (/^\p{M}+$/u.test(g.text)) {
      // Marks belong to the letter painted before them, in right-to-left scripts to the one painted after.
      if (/[\u0590-\u08ff]/.test(g.text)) pending += g.text;
      else if (last && Math.abs(last.x1 - glyph.x0) < g.size * 1.5) last.text += g.text;
      continue;
    }
    if (pending !== "" && !g.isSpace) {
      glyph.text += pending;
      pending = "";
    }
    if (glyph.text === "") continue;
    glyphs.push(glyph);
    if (!g.isSpace) last = glyph;
  }
  const rules = page.rules.map((b) => {
    const [xa, ya] = place(b.x0, b.y0);
    const [xb, yb] = place(b.x1, b.y1);
    return { x0: Math.min(xa, xb), y0: Math.min(ya, yb), x1: Math.max(xa, xb), y1: Math.max(ya, yb) };
  });
  return {
    width,
    height,
    glyphs,
    rules: rules.filter((r) => r.y1 - r.y0 < 3),
    scanned: isScan(page, glyphs),
  };
}

/** Quarter turns clockwise of a glyph's direction, null where it is askew. */
function turnOf({ dx, dy }: PaintedGlyph): number | null {
  const [ax, ay] = [Math.abs(dx), Math.abs(dy)];
  if (ax === 0 && ay === 0) return 0;
  if (ay <= ax * ASKEW) return dx >= 0 ? 0 : 2;
  if (ax <= ay * ASKEW) return dy >= 0 ? 1 : 3;
  return null;
}

function commonTurn(glyphs: readonly PaintedGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    const turn = turnOf(glyph);
    if (turn !== null && !glyph.isSpace) counts[turn]!++;
  }
  return counts.indexOf(Math.max(...counts));
}

const areaOf = (b: Box) => Math.max(0, b.x1 - b.x0) * Math.max(0, b.y1 - b.y0);

function isScan(page: PaintedPage, glyphs: readonly Glyph[]): boolean {
  const letters = glyphs.reduce((sum, g) => sum + (g.isSpace ? 0 : 1), 0);
  return letters < 100 && page.images.some((box) => areaOf(box) > page.width * page.height * 0.4);
}

function withoutHidden(glyphs: PaintedGlyph[], images: readonly Box[]): PaintedGlyph[] {
  if (!glyphs.some((g) => g.invisible)) return glyphs;
  const visible = new Set<string>();
  const cell = (x: number, y: number) => `${Math.floor(x / 6)},${Math.floor(y / 6)}`;
  for (const g of glyphs) {
    if (g.invisible || g.isSpace) continue;
    for (const dy of [0, -0.5]) visible.add(cell(g.x + g.dx / 2, g.y + dy * g.size));
  }
  const covered = (g: PaintedGlyph) =>
    images.some(({ x0, y0, x1, y1 }) => g.x >= x0 - 2 && g.x <= x1 + 2 && g.y >= y0 - 2 && g.y <= y1 + 2);
  // Strips and masks of a scan may leave gaps: one large picture vouches for the page.
  return glyphs.filter(
    (g) => !g.invisible || (covered(g) && !visible.has(cell(g.x + g.dx / 2, g.y - g.size * 0.25))),
  );
}

/** Finds glyphs painted over themselves. */
class Twice {
  readonly #seen = new Map<string, Glyph[]>();

  has(glyph: Glyph): boolean {
    const near = glyph.size * 0.15;
    const [cx, cy] = [Math.round(glyph.x0 / 4), Math.round(glyph.y / 4)];
    for (let x = cx - 1; x <= cx + 1; x++) {
      for (let y = cy - 1; y <= cy + 1; y++) {
        for (const other of this.#seen.get(`${glyph.text}${x},${y}`) ?? []) {
          const close = Math.abs(other.x0 - glyph.x0) < near && Math.abs(other.y - glyph.y) < near;
          if (close && glyph.x1 - glyph.x0 > near) return true;
        }
      }
    }
    const key = `${glyph.text}${cx},${cy}`;
    const list = this.#seen.get(key);
    if (list) list.push(glyph);
    else this.#seen.set(key, [glyph]);
    return false;
  }
}
