import { constants, setPriority } from 'node:os'
import { parentPort as threadPort } from 'node:worker_threads'
import { z } from 'zod'
import { certificateSnapshotSchema } from '@shared/model/certificate-snapshot'
import { createPaper } from '../documents/paper'
import type { PaperAnswer } from './paper-answer'

const orderSchema = z.object({ order: z.number(), snapshot: certificateSnapshotSchema, proof: z.object({ token: z.string(), code: z.string() }).nullable() })

/** Listens to whoever started this: Electron's utility process, or a thread under plain Node. */
function connect(take: (message: unknown) => void): (answer: PaperAnswer) => void {
  if ('parentPort' in process) {
    // Behind the window and everything else the machine does; of a thread it would slow the whole process.
    setPriority(constants.priority.PRIORITY_LOW)
    const port = process.parentPort
    port.on('message', ({ data }) => take(data))
    return (answer) => port.postMessage(answer)
  }
  const port = threadPort
  if (port === null) throw new Error('paper is drawn in a process or thread that somebody started')
  port.on('message', take)
  return (answer) => port.postMessage(answer)
}

const [fontFolder] = process.argv.slice(2)
if (fontFolder === undefined) throw new Error('the folder of the fonts is missing')
const paper = createPaper(fontFolder)

const answer = connect((message) => {
  const { order, snapshot, proof } = orderSchema.parse(message)
  paper.renderCertificate(snapshot, proof).then(
    ({ bytes, sha256 }) => answer({ order, bytes, sha256 }),
    (fault: unknown) => answer({ order, fault: fault instanceof Error ? fault.message : 'unknown' }),
  )
})
