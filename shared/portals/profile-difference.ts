import type { PortalProfile } from './portal-profile'

/** A value in which two profiles differ; `path` leads to it, with dots: `windows.claim.days`. */
export interface ProfileDifference {
  readonly path: string
  /** As text for a person; null where that profile has no such value. */
  readonly before: string | null
  readonly after: string | null
}

type Leaves = ReadonlyMap<string, string>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The values of a profile by their path; a list of plain values is one value, a list of records one per place. */
function leavesOf(value: unknown, path: string, leaves = new Map<string, string>()): Leaves {
  if (isRecord(value)) {
    // A cited value stands under its own name: its rows and note are not what differs. A contact has more than that.
    if ('value' in value && 'rows' in value && !('channel' in value)) return leavesOf(value.value, path, leaves)
    for (const [name, inner] of Object.entries(value)) leavesOf(inner, path === '' ? name : `${path}.${name}`, leaves)
    return leaves
  }
  if (Array.isArray(value) && value.some(isRecord)) {
    for (const [place, inner] of value.entries()) leavesOf(inner, `${path}.${String(place + 1)}`, leaves)
    return leaves
  }
  if (value !== null && value !== undefined) leaves.set(path, written(value))
  return leaves
}

/** In what two profiles differ, in the order of the later one. */
export function differencesBetween(before: PortalProfile, after: PortalProfile): readonly ProfileDifference[] {
  const former = leavesOf(before, '')
  const present = leavesOf(after, '')
  const paths = [...present.keys(), ...[...former.keys()].filter((path) => !present.has(path))]
  return paths.flatMap((path) => {
    const [was, is] = [former.get(path) ?? null, present.get(path) ?? null]
    return was === is ? [] : [{ path, before: was, after: is }]
  })
}
