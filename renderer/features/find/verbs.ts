import BadgeOutlined from '@mui/icons-material/BadgeOutlined'
import GroupOutlined from '@mui/icons-material/GroupOutlined'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined'
import LockResetOutlined from '@mui/icons-material/LockResetOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined'
import PasswordOutlined from '@mui/icons-material/PasswordOutlined'
import PrintOutlined from '@mui/icons-material/PrintOutlined'
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import SummarizeOutlined from '@mui/icons-material/SummarizeOutlined'
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined'
import UndoOutlined from '@mui/icons-material/UndoOutlined'
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { PlaybookLine } from '@shared/contract/playbooks'
import { foldForSearch } from '@shared/policy/name-folding'
import type { Navigation, PageVerb } from '../../bridge/navigation'
import type { Hit } from './api'

/** Something the palette can do, with the object it is done to. */
export interface Verb {
  readonly key: string
  readonly label: string
  readonly object?: string
  readonly icon: SvgIconComponent
  readonly keys?: string
  readonly run: () => void
}

interface ObjectVerb {
  readonly verb: PageVerb
  readonly label: string
  readonly icon: SvgIconComponent
  readonly keys?: string
  /** With what kinds of hit it comes. */
  readonly on: readonly Hit['kind'][]
}

const objectVerbs: readonly ObjectVerb[] = [
  { verb: 'change-credit', label: 'Change credit type', icon: SwapHorizOutlined, keys: 'c', on: ['certificate'] },
  { verb: 'print', label: 'Print certificate again', icon: PrintOutlined, keys: 'p', on: ['certificate'] },
  { verb: 'receipt', label: 'Issue receipt', icon: ReceiptLongOutlined, on: ['order', 'receipt'] },
  { verb: 'reset', label: 'Send reset', icon: LockResetOutlined, on: ['learner'] },
  { verb: 'edit', label: 'Edit learner', icon: BadgeOutlined, keys: 'e', on: ['learner'] },
  { verb: 'transcript', label: 'Issue transcript', icon: SummarizeOutlined, on: ['learner'] },
  { verb: 'event-code', label: 'Find event code', icon: PasswordOutlined, on: ['learner'] },
  { verb: 'history', label: 'Show history', icon: HistoryOutlined, on: ['learner', 'certificate'] },
]

/** What can be done with a hit; each verb knows its object already. */
export function verbsFor(hit: Hit, openRecord: Navigation['openRecord']): readonly Verb[] {
  const { learnerId } = hit
  if (learnerId === null) return []
  const isLearner = hit.kind === 'learner'
  return objectVerbs
    .filter((verb) => verb.on.includes(hit.kind))
    .map((verb) => ({
      key: `do-${verb.verb}`,
      label: verb.label,
      object: hit.label,
      icon: verb.icon,
      ...(verb.keys === undefined ? {} : { keys: verb.keys }),
      run: () => openRecord({ kind: 'learner', id: learnerId }, { ...(isLearner ? { title: hit.label } : {}), act: isLearner ? { verb: verb.verb } : { verb: verb.verb, subject: hit.externalId } }),
    }))
}

interface GeneralActs {
  readonly openRecord: Navigation['openRecord']
  readonly undo: () => void
  readonly keys: () => void
  readonly ask: () => void
}

/** Verbs that need no object. */
export function generalVerbs({ openRecord, undo, keys, ask }: GeneralActs): readonly Verb[] {
  return [
    { key: 'go-home', label: 'Go to Home', icon: HomeOutlined, run: () => openRecord({ kind: 'home', id: '' }) },
    { key: 'go-learners', label: 'Go to Learners', icon: GroupOutlined, run: () => openRecord({ kind: 'learners', id: '' }) },
    { key: 'go-activities', label: 'Go to Activities', icon: MenuBookOutlined, run: () => openRecord({ kind: 'activities', id: '' }) },
    { key: 'go-outbox', label: 'Go to Outbox', icon: MoveToInboxOutlined, run: () => openRecord({ kind: 'outbox', id: '' }) },
    { key: 'import', label: 'Import an exchange folder', icon: UploadFileOutlined, run: () => openRecord({ kind: 'imports', id: '' }) },
    { key: 'ask', label: 'Ask the record', icon: HelpOutlineOutlined, keys: 'q', run: ask },
    { key: 'undo', label: 'Undo last act', icon: UndoOutlined, keys: 'Control+z', run: undo },
    { key: 'settings', label: 'Change settings', icon: SettingsOutlined, keys: 'Control+,', run: () => openRecord({ kind: 'settings', id: '' }) },
    { key: 'keys', label: 'Show all keys', icon: KeyboardOutlined, keys: '?', run: keys },
  ]
}

/** Questions the record can answer, as lines to choose. */
export function askVerbs(questions: readonly PlaybookLine[], ask: (playbookId: string) => void): readonly Verb[] {
  return questions.map(({ id, title, rows }) => ({ key: `ask-${id.replace('.', '-')}`, label: `Ask: ${title}`, object: rows.join(', '), icon: HelpOutlineOutlined, run: () => ask(id) }))
}

/** Those of the verbs in which every typed word begins a word. */
export function matchingVerbs(verbs: readonly Verb[], query: string): readonly Verb[] {
  const words = foldForSearch(query).split(' ').filter((word) => word !== '')
  return verbs.filter((verb) => {
    const label = ` ${foldForSearch(verb.label)}`
    return words.every((word) => label.includes(` ${word}`))
  })
}
