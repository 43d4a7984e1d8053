import { ok } from '@shared/model/result'
import { requiredOption, requiredWord, type DeskCommand } from '../command'
import { writePaperFile } from '../paper-file'

/** `desk receipt ORDER --out FILE`: issues the receipt of a paid order, or prints the one it has (H45). */
export const receiptCommand: DeskCommand = {
  name: 'receipt',
  summary: 'Print the receipt of a paid order; numbered at first issue and frozen from then on.',
  words: [{ name: 'ORDER', required: true }],
  options: [{ name: 'out', value: 'FILE', required: true }],
  async run(call) {
    const order = await call.services.references.resolve('order', requiredWord(call, 'ORDER'))
    if (!order.ok) return order
    const issued = await call.services.receipts.issue({ orderId: order.value }, call.acting)
    if (!issued.ok) return issued
    const { number, sha256 } = issued.value
    const printed = await call.services.receipts.print(number, call.acting)
    if (!printed.ok) return printed
    const file = await writePaperFile(requiredOption(call, 'out'), printed.value.bytes)
    if (!file.ok) return file
    return ok({ value: { number, file: file.value, sha256 }, text: `Receipt ${number} is in ${file.value}.\nSHA-256 ${sha256}` })
  },
}
