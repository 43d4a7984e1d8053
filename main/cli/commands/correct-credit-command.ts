import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import { creditTypeSchema } from '@shared/model/field-codes'
import { ok, refuse } from '@shared/model/result'
import { requiredOption, requiredWord, type DeskCommand, type JsonValue } from '../command'
import type { ClaimSummary } from '../../services/claim-service'

/** A claim as `desk learner` lists it. */
function claimValue({ id, externalId, activityId, activityTitle, creditType, amount, claimedAt, state, certificateNumber }: ClaimSummary): JsonValue {
  return { id, externalId, activityId, activityTitle, creditType, amount: formatCreditAmount(amount), claimedAt, state, certificateNumber }
}

/** `desk correct-credit CLAIM --to TYPE [--amount N] --reason TEXT`: puts a wrong credit type right (H32). */
export const correctCreditCommand: DeskCommand = {
  name: 'correct-credit',
  summary: 'Change the credit type of a claim; its certificate is superseded and a mail drafted.',
  words: [{ name: 'CLAIM', required: true }],
  options: [
    { name: 'to', value: 'TYPE', required: true },
    { name: 'amount', value: 'N' },
    { name: 'reason', value: 'TEXT', mayBeEmpty: true },
  ],
  async run(call) {
    const { claims } = call.services
    const named = await call.services.references.resolve('claim', requiredWord(call, 'CLAIM'))
    if (!named.ok) return named
    const before = await claims.find(named.value)
    if (!before.ok) return before
    // A type no exchange folder knows is a type no activity offers.
    const to = creditTypeSchema.safeParse(requiredOption(call, 'to'))
    if (!to.success) return refuse('credit_type_not_offered', { field: 'to' })
    const written = call.options.amount
    const amount = written === undefined ? undefined : parseCreditAmount(written)
    if (written !== undefined && amount === undefined) return refuse('amount_not_claimable', { field: 'amount' })
    const changed = await claims.changeCreditType(
      { claimId: named.value, claimVersion: before.value.version, to: to.data, ...(amount === undefined ? {} : { amount }), reason: call.options.reason ?? '' },
      call.acting,
    )
    if (!changed.ok) return changed
    const after = await claims.find(named.value)
    if (!after.ok) return after
    const { oldCertificate, newCertificate, draftId } = changed.value
    const replaced = oldCertificate === null ? '' : ` and replaces ${oldCertificate}`
    return ok({
      value: { claim: claimValue(after.value), oldCertificate, newCertificate },
      text: `Claim ${after.value.externalId} is now ${formatCreditAmount(after.value.amount)} ${after.value.creditType}. Certificate ${newCertificate} is issued${replaced}. Mail ${draftId} to the learner is drafted.`,
    })
  },
}
