/** Something with a height that stands in a column. */
export interface Flowing {
  readonly height: number
}

function fill<Item extends Flowing>(items: readonly Item[], columns: number, capacity: number): { readonly filled: readonly (readonly Item[])[]; readonly rest: readonly Item[] } {
  const filled: Item[][] = [[]]
  let used = 0
  for (const [place, item] of items.entries()) {
    const column = filled.at(-1)
    if (column !== undefined && (used + item.height <= capacity || column.length === 0)) {
      column.push(item)
      used += item.height
    } else {
      if (filled.length === columns) return { filled, rest: items.slice(place) }
      filled.push([item])
      used = item.height
    }
  }
  return { filled, rest: [] }
}

/** Items over pages of columns, none higher than `capacity`; the columns of the last page come out even. */
export function flowInColumns<Item extends Flowing>(items: readonly Item[], columns: number, capacity: number): (readonly (readonly Item[])[])[] {
  const full = fill(items, columns, capacity)
  if (full.rest.length > 0) return [full.filled, ...flowInColumns(full.rest, columns, capacity)]
  const total = items.reduce((sum, { height }) => sum + height, 0)
  for (let height = total / columns; height < capacity; height += 1) {
    const even = fill(items, columns, height)
    if (even.rest.length === 0) return [even.filled]
  }
  return [full.filled]
}
