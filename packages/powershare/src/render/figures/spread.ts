/**
 * Places labels along a line, each as near to its mark as the others allow.
 *
 * @param marks   where each label would like its centre, ascending
 * @param sizes   how much room each needs along the line
 * @param least   where the first label may begin
 * @param most    where the last label may end; where there is too little room, the labels run over it
 * @returns       the centres: ascending, no two labels overlap, the sum of squared moves is least
 *                (isotonic regression by pooling neighbours)
 */
export function spread(
  marks: readonly number[],
  sizes: readonly number[],
  least: number,
  most: number,
): readonly number[] {
  const offsets: number[] = [];
  for (const [i, size] of sizes.entries()) offsets.push(i === 0 ? 0 : offsets[i - 1]! + (sizes[i - 1]! + size) / 2);
  const first = least + (sizes[0] ?? 0) / 2;
  const last = Math.max(first, most - (sizes.at(-1) ?? 0) / 2 - (offsets.at(-1) ?? 0));
  const level = ascending(marks.map((mark, i) => mark - offsets[i]!));
  return level.map((at, i) => Math.min(Math.max(at, first), last) + offsets[i]!);
}

/** The ascending numbers nearest to the given ones: neighbours that are out of order share their mean. */
function ascending(values: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let before = pools.at(-1);
      before && before.sum / before.count > pool.sum / pool.count;
      before = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: before.sum + pool.sum, count: before.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
