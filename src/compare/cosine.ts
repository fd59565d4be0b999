/**
 * How alike two texts are by their sentence vectors (of unit length): -1..1, to four digits, since the last ones of float arithmetic
 * differ between processors.
 */
export const cosine = (x: Float32Array, y: Float32Array): number => Math.round(dot(x, y) * 1e4) / 1e4;

/** Four sums side by side: one alone waits for itself at every step, and millions of pairs are compared. */
function dot(x: Float32Array, y: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = x.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    a += x[i]! * y[i]!;
    b += x[i + 1]! * y[i + 1]!;
    c += x[i + 2]! * y[i + 2]!;
    d += x[i + 3]! * y[i + 3]!;
  }
  for (let i = whole; i < x.length; i++) a += x[i]! * y[i]!;
  return a + b + c + d;
}
