import { describe, expect, it } from 'vitest'
import { chooseNames, installablePackages } from '../../../scripts/setup/apt.mjs'

/** What `apt-cache policy` prints on Ubuntu 24.04, where libasound2 is only a virtual name. */
const policy = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1ubuntu0.1
  Version table:
     1.2.11-1ubuntu0.1 500
        500 http://archive.example/ubuntu noble/main amd64 Packages
libnss3:
  Installed: 2:3.98-1build1
  Candidate: 2:3.98-1build1
  Version table:
`

describe('installablePackages', () => {
  it('leaves out names that are only virtual', () => {
    expect(installablePackages(policy)).toEqual(new Set(['libasound2t64', 'libnss3']))
  })
})

describe('chooseNames', () => {
  it('takes the name this release knows, and the oldest name when it knows none', () => {
    const groups = [['libasound2', 'libasound2t64'], ['libnss3'], ['libgtk-3-0', 'libgtk-3-0t64']]
    expect(chooseNames(groups, installablePackages(policy))).toEqual(['libasound2t64', 'libnss3', 'libgtk-3-0'])
  })
})
