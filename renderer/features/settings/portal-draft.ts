/** Where a value of a portal's rules stands: `['windows', 'claim', 'value', 'days']`. */
export type Path = readonly (string | number)[]

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The value at a path; undefined where the tree does not reach so far. */
export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (isTree(value) ? Reflect.get(value, part) : undefined), tree)
}

/** The tree with another value at a path; everything else is shared with the former one. */
export function withValueAt(tree: unknown, path: Path, value: unknown): unknown {
  const [part, ...rest] = path
  if (part === undefined) return value
  const inner = withValueAt(isTree(tree) ? Reflect.get(tree, part) : undefined, rest, value)
  if (Array.isArray(tree)) return tree.map((item: unknown, place) => (place === part ? inner : item))
  return { ...(isTree(tree) ? tree : {}), [part]: inner }
}

/** The list at a path; empty where there is none. */
export function listAt(tree: unknown, path: Path): readonly unknown[] {
  const found = valueAt(tree, path)
  return Array.isArray(found) ? found : []
}

/** A value as its control shows it. */
export function textAt(tree: unknown, path: Path): string {
  const found = valueAt(tree, path)
  if (Array.isArray(found)) return found.map(String).join(', ')
  return typeof found === 'string' ? found : typeof found === 'number' || typeof found === 'boolean' ? String(found) : ''
}

/** A number as typed; what is none stays text, so that the check can name it. */
export function numberOf(text: string): number | string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : trimmed
}

/** Codes or days as typed, separated by commas or blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '')
}

/** The name a problem of the check gives a path. */
export function fieldOfPath(path: Path): string {
  return path.map(String).filter((part) => part !== 'value' || path[0] === 'contacts').join('.')
}
