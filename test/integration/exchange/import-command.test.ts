import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../main/adapters/system-clock'
import { importCommand } from '../../../main/cli/commands/import-command'
import type { CommandResult } from '../../../main/cli/command'
import { sampleFolder } from '../../support/exchange-desk'
import { learnersFile } from '../../support/exchange-rows'
import { openTemporaryDesk, sampleNow, type TemporaryDesk } from '../../support/temporary-desk'

describe('desk import', () => {
  let desk: TemporaryDesk
  beforeEach(async () => {
    desk = await openTemporaryDesk()
  })
  afterEach(async () => desk.remove())

  const call = (folder: string, options: Readonly<Record<string, string>> = {}): Promise<CommandResult> =>
    importCommand.run({ words: { DIR: folder }, options, services: desk.services, clock: fixedClock(sampleNow), acting: desk.acting, folder: desk.folder, workingFolder: desk.folder, progress: () => undefined })

  it('answers counts by file and no refusal for the sample', async () => {
    const answer = await call(sampleFolder)
    if (!answer.ok) throw new Error(answer.error.code)
    expect(answer.value.value).toMatchObject({ refusals: [] })
    expect(JSON.stringify(answer.value.value)).toContain('{"file":"claims.csv","added":367,"changed":0,"unchanged":0,"refused":0,"conflicts":0}')
  })

  it('lists refused rows and is no failure; a dry run writes nothing', async () => {
    const folder = join(desk.folder, 'exchange')
    await mkdir(folder)
    await writeFile(join(folder, 'learners.csv'), learnersFile({}, { id: 'L-2', status: 'gone' }))
    const expected = {
      files: [{ file: 'learners.csv', added: 1, changed: 0, unchanged: 0, refused: 1, conflicts: 0 }],
      refusals: [{ file: 'learners.csv', line: 3, column: 'status', value: 'gone', reason: 'No such status. Write one of: active, locked, closed.' }],
    }
    expect(await call(folder, { 'dry-run': '' })).toMatchObject({ ok: true, value: { value: expected } })
    expect(await call(folder)).toMatchObject({ ok: true, value: { value: expected } })
    const again = await call(folder)
    expect(again).toMatchObject({ ok: true, value: { value: { files: [{ added: 0, unchanged: 1, refused: 1 }] } } })
  })

  it('refuses a folder that is not there', async () => {
    expect(await call(join(desk.folder, 'nowhere'))).toEqual({ ok: false, error: { code: 'folder_missing', field: 'folder' } })
  })
})
