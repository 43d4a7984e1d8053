import { join } from 'node:path'
import type { CreditType } from '@shared/model/field-codes'
import { bundledMailTemplates } from '../../main/adapters/bundled-mail-templates'
import { randomIds } from '../../main/adapters/random-ids'
import { fixedClock } from '../../main/adapters/system-clock'
import { createClaimService } from '../../main/services/claim-service'
import { openStore } from '../../main/store/open-store'

/** The types a physician may go round in at the small folder's first activity, at the amount all of them can have. */
const round: readonly CreditType[] = ['aafp_prescribed', 'abim_moc', 'ama_pra_1']

/**
 * A process of its own that corrects one claim again and again: `node correction-child.cjs DESK CLAIM`. Prints `open`, and
 * after each commit the number of the certificate it issued; it goes on until it is killed.
 */
async function main(desk: string, claimId: string): Promise<void> {
  const clock = fixedClock('2026-11-20T20:00:00.000Z')
  const opened = await openStore(join(desk, 'data'), clock)
  if (!opened.ok) throw new Error(opened.error.code)
  const claims = createClaimService({ unitOfWork: opened.value.unitOfWork, clock, ids: randomIds, mailTemplates: bundledMailTemplates })
  process.stdout.write('open\n')
  for (;;) {
    const claim = await claims.find(claimId)
    if (!claim.ok) throw new Error(claim.error.code)
    const { version, creditType } = claim.value
    const to = round[(round.indexOf(creditType) + 1) % round.length] ?? creditType
    const input = { claimId, claimVersion: version, to, reason: 'Learner chose the wrong type.' }
    const changed = await claims.changeCreditType(input, { actor: 'Dana Whitfield', operatingSystemUser: 'dana', via: 'cli' })
    if (!changed.ok) throw new Error(changed.error.code)
    process.stdout.write(`${changed.value.newCertificate}\n`)
  }
}

const [desk, claimId] = process.argv.slice(2)
if (desk === undefined || claimId === undefined) throw new Error('name the desk and the claim')
void main(desk, claimId)
