import { afterEach, describe, expect, it } from 'vitest'
import { certificatesOf, openSampleDesk, type PaperDesk } from '../../support/paper-desk'

describe('freezing the certificates of an import', () => {
  let desk: PaperDesk | undefined
  afterEach(async () => desk?.remove())

  it('gives every claim of the sample a certificate of its own number and time', async () => {
    const start = performance.now()
    desk = await openSampleDesk()
    console.log('ms', performance.now() - start)
    const found = await certificatesOf(desk, 'C-7-00003')
    console.log(found)
    expect(found).toHaveLength(1)
    const printed = await desk.certificates.print('072026-000008', desk.acting)
    console.log(printed.ok ? printed.value.view : printed)
  })
})
