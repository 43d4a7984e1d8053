import { describe, expect, it } from 'vitest'
import { firstDifference } from '../../../scripts/setup/dependencies.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/only-on-macos': { version: '1.0.0', optional: true },
  },
}

describe('firstDifference', () => {
  it('finds nothing when all is installed, optional packages of other platforms aside', () => {
    expect(firstDifference(wanted, { packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/more': { version: '1.0.0' } } })).toBeUndefined()
  })

  it('names a package of another version', () => {
    expect(firstDifference(wanted, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe('node_modules/zod')
  })

  it('names a missing package', () => {
    expect(firstDifference(wanted, { packages: {} })).toBe('node_modules/zod')
  })

  it('names an optional package of another version', () => {
    const installed = { packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/only-on-macos': { version: '0.9.0' } } }
    expect(firstDifference(wanted, installed)).toBe('node_modules/only-on-macos')
  })
})
