import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import HelpOutline from '@mui/icons-material/HelpOutlineOutlined'
import PauseCircleOutlineOutlined from '@mui/icons-material/PauseCircleOutlineOutlined'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import UnsubscribeOutlined from '@mui/icons-material/UnsubscribeOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ShownMessageState } from '@shared/model/field-codes'
import type { Tone } from '../../ui/tone'

/** Sign and colour of a message's state; the word stands beside it. */
export const stateLooks: Readonly<Record<ShownMessageState, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  draft: { tone: 'warning', icon: EditNoteOutlined },
  queued: { tone: 'neutral', icon: ScheduleOutlined },
  held: { tone: 'warning', icon: PauseCircleOutlineOutlined },
  handed_over: { tone: 'success', icon: CheckCircleOutlined },
  failed: { tone: 'error', icon: ErrorOutline },
  bounced: { tone: 'error', icon: UnsubscribeOutlined },
  unknown: { tone: 'warning', icon: HelpOutline },
  replaced: { tone: 'neutral', icon: AutorenewOutlined },
}
