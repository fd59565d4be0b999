/** A small feed-forward net: a direct linear path beside one layer of rectified units. */
export interface Net {
  linear: readonly number[];
  hidden: readonly (readonly number[])[];
  bias: readonly number[];
  out: readonly number[];
}

/** The net's one output for a row of inputs, most of which are 0. */
export function output(net: Net, row: readonly number[] | Float64Array): number {
  const set: number[] = [];
  for (let k = 0; k < row.length; k++) if (row[k] !== 0) set.push(k);
  let sum = 0;
  for (const k of set) sum += net.linear[k]! * row[k]!;
  for (let h = 0; h < net.hidden.length; h++) {
    const unit = net.hidden[h]!;
    let input = net.bias[h]!;
    for (const k of set) input += unit[k]! * row[k]!;
    if (input > 0) sum += net.out[h]! * input;
  }
  return sum;
}
