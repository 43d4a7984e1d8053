import type { FoundKind } from '@shared/model/field-codes'
import { foundKindWords } from '../../words/field-words'
import type { Hit } from './api'
import type { Verb } from './verbs'

/** A line of the palette that can be chosen. */
export type PaletteItem = { readonly kind: 'hit'; readonly key: string; readonly hit: Hit } | { readonly kind: 'verb'; readonly key: string; readonly verb: Verb }

export interface PaletteGroup {
  readonly key: string
  readonly heading: string
  readonly count?: number
  readonly items: readonly PaletteItem[]
}

const order: readonly FoundKind[] = ['learner', 'certificate', 'order', 'receipt', 'ticket', 'activity', 'session']
const mostVerbsBeside = 3

function hitItem(hit: Hit): PaletteItem {
  return { kind: 'hit', key: `${hit.kind}-${hit.id}`, hit }
}

function verbItem(verb: Verb): PaletteItem {
  return { kind: 'verb', key: verb.key, verb }
}

interface Offer {
  readonly hits: readonly Hit[]
  /** Verbs of the best match, or of the hit whose acts were asked for. */
  readonly objectVerbs: readonly Verb[]
  readonly generalVerbs: readonly Verb[]
  /** Questions the record can answer. */
  readonly questions: readonly Verb[]
  readonly onlyVerbs: boolean
  /** All acts of one hit are asked for: they stand alone. */
  readonly actsOnly: boolean
}

/** The palette's lines in their groups: best match, what to do with it, then the rest by kind. */
export function paletteGroups({ hits, objectVerbs, generalVerbs, questions, onlyVerbs, actsOnly }: Offer): readonly PaletteGroup[] {
  const groups: PaletteGroup[] = []
  const [best, ...others] = hits
  if (best !== undefined && !onlyVerbs && !actsOnly) groups.push({ key: 'best', heading: 'Best match', items: [hitItem(best)] })
  const verbs = [...(actsOnly ? objectVerbs : objectVerbs.slice(0, mostVerbsBeside)), ...(actsOnly ? [] : generalVerbs)]
  if (verbs.length > 0) groups.push({ key: 'do', heading: 'Do', items: verbs.map(verbItem) })
  const asked: PaletteGroup = { key: 'ask', heading: 'Ask the record', items: questions.map(verbItem) }
  if (actsOnly) return groups
  if (onlyVerbs) return questions.length > 0 ? [...groups, asked] : groups
  for (const kind of order) {
    const ofKind = others.filter((hit) => hit.kind === kind)
    if (ofKind.length > 0) groups.push({ key: kind, heading: foundKindWords[kind], count: ofKind.length, items: ofKind.map(hitItem) })
  }
  if (questions.length > 0) groups.push(asked)
  return groups
}
