import { describe, expect, it } from 'vitest'
import type { ImportFileView } from '@shared/contract/imports'
import { endWords, fileLook, importLook, noticeWords, percentOf, refusedWords, sumOf, tookWords } from '../../../../../renderer/features/imports/import-words'

const file = (change: Partial<ImportFileView>): ImportFileView => ({ file: 'learners.csv', state: 'taken_in', bytesRead: 10, bytesTotal: 10, rows: 4, added: 1, changed: 1, unchanged: 2, refused: 0, conflicts: 0, ...change })

describe('an import in words', () => {
  it('is only finished without a flaw when every row of every file went in', () => {
    expect(importLook({ state: 'finished', files: [file({})] })).toMatchObject({ tone: 'success', word: 'Finished' })
    expect(importLook({ state: 'finished', files: [file({ refused: 1 })] })).toMatchObject({ tone: 'warning', word: 'Finished, 1 row refused' })
    expect(importLook({ state: 'finished', files: [file({ state: 'not_read' })] })).toMatchObject({ tone: 'warning', word: 'Finished, 1 file refused' })
    expect(importLook({ state: 'interrupted', files: [] }).tone).toBe('error')
  })

  it('counts refused rows and unread files apart', () => {
    expect(refusedWords([file({ refused: 9 }), file({ state: 'not_read' })])).toBe('9 rows and 1 file')
    expect(refusedWords([file({})])).toBe('0 rows')
    expect(sumOf([file({ rows: 3 }), file({ rows: 5 })], 'rows')).toBe(8)
  })

  it('tells a file that was being read when the import stopped from one that is read now', () => {
    const reading = file({ state: 'reading', bytesRead: 4, bytesTotal: 10 })
    expect(fileLook(reading, { state: 'running', dryRun: false }).word).toBe('Reading, 40 %')
    expect(fileLook(reading, { state: 'failed', dryRun: false }).word).toBe('Read in part')
    expect(fileLook(file({ state: 'waiting' }), { state: 'cancelled', dryRun: false }).word).toBe('Not reached')
  })

  it('never says that a dry run took something in', () => {
    expect(fileLook(file({}), { state: 'finished', dryRun: true }).word).toBe('Would be taken in')
    expect(endWords({ state: 'failed', failure: 'disk_full', dryRun: true })?.next).toContain('nothing was written')
    expect(endWords({ state: 'failed', failure: 'disk_full', dryRun: false })?.next).toContain('is kept')
  })

  it('has an end only for an import that did not run through, and keeps its code', () => {
    expect(endWords({ state: 'finished', failure: null, dryRun: false })).toBeUndefined()
    expect(endWords({ state: 'running', failure: null, dryRun: false })).toBeUndefined()
    expect(endWords({ state: 'failed', failure: 'a_new_fault', dryRun: false })).toMatchObject({ code: 'a_new_fault' })
  })

  it('names what was left out', () => {
    expect(noticeWords({ file: 'learners.csv', code: 'unknown_column', detail: 'fax' })).toBe('learners.csv: the column fax is not known and was left out.')
    expect(noticeWords({ file: 'notes.txt', code: 'unknown_file', detail: '' })).toBe('notes.txt is no file of the format and was left out.')
  })

  it('never says 100 % before the last byte, and writes lengths of time shortly', () => {
    expect(percentOf(999, 1000)).toBe(99)
    expect(percentOf(0, 0)).toBe(100)
    expect([40, 6120, 72_000].map(tookWords)).toEqual(['0.1 s', '6 s', '1 min 12 s'])
  })
})
