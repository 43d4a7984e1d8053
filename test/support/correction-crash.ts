import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { recordId } from '@shared/model/record-id'
import { openConnection } from '../../main/store/connection'
import { valueOf } from './mail-desk'
import { certificatesOf, claimNumber, openPaperDesk, openSmallDesk } from './paper-desk'

/** Runs the child and kills it so many milliseconds after its first commit; answers the certificates it acknowledged. */
async function runAndKill(bundle: string, folder: string, claimId: string, milliseconds: number): Promise<readonly string[]> {
  // The bundle lies outside the repository and takes its libraries from there.
  const environment = { ...process.env, NODE_PATH: join(import.meta.dirname, '..', '..', 'node_modules') }
  const child = spawn(process.execPath, [bundle, folder, claimId], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((settle) => void child.once('close', () => settle()))
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'open') continue
    acknowledged.push(line)
    if (acknowledged.length === 1) setTimeout(() => child.kill('SIGKILL'), milliseconds)
  }
  await ended
  if (child.signalCode !== 'SIGKILL') throw new Error('the child ended by itself')
  return acknowledged
}

/** What SQLite says of the file itself. */
async function checkFile(file: string): Promise<void> {
  const knex = openConnection(file)
  try {
    expect(await knex.raw('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(await knex.raw('PRAGMA foreign_key_check')).toEqual([])
  } finally {
    await knex.destroy()
  }
}

/**
 * Kills a correcting process at each of the moments and checks the store it left: the file is whole, every acknowledged
 * correction is there, and each correction is there with all its parts or with none. Answers how many corrections were
 * begun in all, so that a caller can see that the kills fell among them.
 */
export async function killInMidCorrection(bundle: string, moments: readonly number[]): Promise<number> {
  const made = await openSmallDesk()
  const { folder } = made
  const { file } = made.store
  const claimId = recordId('claim', await claimNumber(made, 'C-1'))
  await made.store.close()
  const acknowledged: string[] = []
  for (const milliseconds of moments) {
    acknowledged.push(...(await runAndKill(bundle, folder, claimId, milliseconds)))
    await checkFile(file)
    const desk = await openPaperDesk({ at: folder })
    const certificates = await certificatesOf(desk, 'C-1')
    const issued = certificates.filter(({ origin }) => origin === 'desk')
    const last = certificates.at(-1)
    const claim = await desk.look(({ claims }) => claims.findByExternalId('C-1'))
    const history = valueOf(await desk.history.ofLearner({ id: recordId('learner', last?.learnerId ?? 0), offset: 0, limit: 10_000 }))
    const corrections = history.entries.filter(({ operation }) => operation === 'claims.changeCreditType')

    const numbers = issued.map(({ number }) => number)
    expect(numbers).toEqual(expect.arrayContaining(acknowledged))
    // A correction that was committed but not yet told may be there; one per kill at most.
    expect(numbers.length - acknowledged.length).toBeLessThanOrEqual(moments.length)
    // The numbers have no gap: X-1 and the unnumbered claim's come before them.
    expect(numbers).toEqual(numbers.map((_, place) => `CD2026-${String(place + 2).padStart(6, '0')}`))
    expect(certificates.map(({ state }) => state)).toEqual([...numbers.map(() => 'superseded'), 'current'])
    expect(last?.creditType).toBe(claim?.creditType)
    expect(claim?.version).toBe(1 + numbers.length)
    expect(await desk.look(({ outbox }) => outbox.count('draft'))).toBe(numbers.length)
    expect(corrections.map(({ changes }) => changes.find(({ field }) => field === 'certificate')?.after).reverse()).toEqual(numbers)
    expect((await desk.history.verify()).brokenAt).toBeNull()
    acknowledged.splice(0, acknowledged.length, ...numbers)
    await desk.store.close()
  }
  const last = await openPaperDesk({ at: folder })
  await last.remove()
  return acknowledged.length
}

/** Moments spread at random over the first so many milliseconds; told, so that a failure can be repeated. */
export function randomMoments(count: number, within: number): readonly number[] {
  const moments = Array.from({ length: count }, () => Math.floor(Math.random() * within))
  console.info(`killed after ${moments.join(', ')} ms`)
  return moments
}
