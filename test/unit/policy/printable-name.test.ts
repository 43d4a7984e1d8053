import { describe, expect, it } from 'vitest'
import { paperText, printableName } from '@shared/policy/printable-name'

describe('names that print', () => {
  it.each([
    ["Győző O'Neill", [['source', "Győző O'Neill"]]],
    ['Nguyễn Thị Ánh Nguyệt', [['source', 'Nguyễn Thị Ánh Nguyệt']]],
    ['Ελένη Παπαδοπούλου', [['source', 'Ελένη Παπαδοπούλου']]],
    ['Екатерина Вознесенская', [['source', 'Екатерина Вознесенская']]],
    ['李小龍', [['han', '李小龍']]],
    ['美咲 田中', [['han', '美咲'], ['source', ' '], ['han', '田中']]],
    ['佐藤 さくら', [['han', '佐藤'], ['source', ' '], ['han', 'さくら']]],
    ['欧阳娜 (Ouyang Na)', [['han', '欧阳娜'], ['source', ' (Ouyang Na)']]],
    // A letter the text family lacks moves the whole name, so that one name has one Latin face.
    ['Ŧoga Ian', [['wide', 'Ŧoga Ian']]],
  ])('%s', (name, runs) => {
    const answer = printableName(name)
    expect(answer.ok && answer.value.runs.map(({ family, text }) => [family, text])).toEqual(runs)
    expect(answer.ok && answer.value.text).toBe(name)
  })

  it('composes accents that were typed apart, and keeps case and inner spaces', () => {
    const answer = printableName('  de la  CRUZ\u00a0nguye\u0302\u0303n ')
    expect(answer.ok && answer.value.text).toBe('de la CRUZ nguyễn')
  })

  it('leaves out what nobody sees', () => {
    expect(paperText('An\u00adna\u200b \ufeffLi\u200e')).toBe('Anna Li')
  })
})

describe('names that are refused', () => {
  it.each([
    ['محمد الرشيد', 'م', 'U+0645', 'Arabic'],
    ['שירה כהן', 'ש', 'U+05E9', 'Hebrew'],
    ['नेहा शर्मा', 'न', 'U+0928', 'Devanagari'],
    ['Արամ Հակոբյան', 'Ա', 'U+0531', 'Armenian'],
    ['สมชาย ใจดี', 'ส', 'U+0E2A', 'Thai'],
    ['김민준', '김', 'U+AE40', 'Hangul'],
    ['Anna 😀', '😀', 'U+1F600', 'emoji'],
    ['Anna \u0007Li', '\u0007', 'U+0007', 'control character'],
    ['𠮷田', '𠮷', 'U+20BB7', 'Han'],
  ])('%s by its first character no font has', (name, character, codePoint, script) => {
    expect(printableName(name)).toEqual({ ok: false, error: { code: 'name_not_printable', field: 'name', facts: { character, codePoint, script } } })
  })

  it('an empty one', () => {
    expect(printableName(' \u200b ')).toMatchObject({ ok: false, error: { code: 'name_not_printable', facts: { script: 'empty' } } })
  })
})
