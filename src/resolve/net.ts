/** A small feed-forward net: a direct linear path beside one layer of rectified units. */
export interface Net {
  linear: readonly number[];
  hidden: readonly (readonly number[])[];
  bias: readonly number[];
  out: readonly number[];
}

/** The net's one output for a row of inputs. */
export function output(net: Net, row: readonly number[] | Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += net.linear[k]! * row[k]!;
  for (let h = 0; h < net.hidden.length; h++) {
    const unit = net.hidden[h]!;
    let input = net.bias[h]!;
    for (let k = 0; k < row.length; k++) input += unit[k]! * row[k]!;
    if (input > 0) sum += net.out[h]! * input;
  }
  return sum;
}
