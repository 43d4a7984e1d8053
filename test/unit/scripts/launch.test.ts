import { describe, expect, it } from 'vitest'
import { switchesFor } from '../../../scripts/electron-runtime.mjs'
import { launchCommand, readArguments } from '../../../scripts/launch/launch-command.mjs'
import { projectRoot } from '../../../scripts/setup/locations.mjs'
import { authorityFile } from '../../../scripts/virtual-display.mjs'

describe('switchesFor', () => {
  it('gives the sandbox up for root alone', () => {
    expect(switchesFor({ DISPLAY: ':0' }, true)).toEqual(['--no-sandbox'])
    expect(switchesFor({ DISPLAY: ':0' }, false)).toEqual([])
  })

  it('asks for Wayland where there is no X11', () => {
    expect(switchesFor({ WAYLAND_DISPLAY: 'wayland-0' }, false)).toEqual(['--ozone-platform-hint=auto'])
    expect(switchesFor({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, false)).toEqual([])
  })
})

describe('launchCommand', () => {
  it('hands the application its own arguments', () => {
    const wanted = readArguments(['--', '--data', '/records', '--now', '2026-11-20T15:00:00-05:00'])
    expect(wanted.dev).toBe(false)
    expect(launchCommand(wanted, ['--no-sandbox'], '/runtime/electron')).toEqual({
      command: '/runtime/electron',
      args: ['--no-sandbox', projectRoot, '--data', '/records', '--now', '2026-11-20T15:00:00-05:00'],
    })
  })

  it('starts the development server for --dev and keeps the rest', () => {
    const { command, args } = launchCommand(readArguments(['--dev', '--data', '/records']), [], '/runtime/electron')
    expect(command).toBe(process.execPath)
    expect(args.slice(1)).toEqual(['dev', '--', '--data', '/records'])
  })
})

describe('authorityFile', () => {
  it('holds one cookie for any display', () => {
    const bytes = authorityFile(Buffer.alloc(16, 7))
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffff')
    expect(bytes.toString('latin1')).toContain('MIT-MAGIC-COOKIE-1')
    expect(bytes.subarray(-18).toString('hex')).toBe(`0010${'07'.repeat(16)}`)
  })
})
