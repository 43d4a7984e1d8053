/** One question of a check: asked and answered, or not asked; nothing unasked counts as good. */
export const checkAnswers = ['good', 'bad', 'not_checked'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

export const checkedStatuses = ['current', 'superseded', 'void', 'unknown'] as const
export type CheckedStatus = (typeof checkedStatuses)[number]

/** The answers kept apart: who signed, whether it says what was issued, whether it is in force. */
export interface CheckAnswers {
  readonly signature: CheckAnswer
  readonly content: CheckAnswer
  readonly status: CheckedStatus
  /** Whether the signature names a key of this desk, or the file stands in its archive. */
  readonly ours: boolean
}

export const checkVerdicts = ['genuine', 'not_ours', 'altered', 'void', 'superseded', 'not_checked'] as const
export type CheckVerdict = (typeof checkVerdicts)[number]

/** What the answers come to: genuine only when every question was asked and answered well, the worst answer first otherwise. */
export function verdictOf({ signature, content, status, ours }: CheckAnswers): CheckVerdict {
  if (!ours) return 'not_ours'
  if (signature === 'bad' || content === 'bad') return 'altered'
  if (status === 'void' || status === 'superseded') return status
  return signature === 'good' && content === 'good' && status === 'current' ? 'genuine' : 'not_checked'
}
