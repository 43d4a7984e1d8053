import KeyboardArrowDownOutlined from '@mui/icons-material/KeyboardArrowDownOutlined'
import SearchOutlined from '@mui/icons-material/SearchOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useOpenRecord } from '../../bridge/navigation'
import { KeyHint } from '../../ui/KeyHint'
import { RefusalBanner } from '../../words/RefusalBlock'
import { mostHits, useFind, useQuestions, type Hit } from './api'
import { targetOf } from './hit-words'
import { paletteGroups, type PaletteItem } from './palette-items'
import { PaletteList } from './PaletteList'
import { askVerbs, generalVerbs, matchingVerbs, verbsFor } from './verbs'

interface PortalChoice {
  readonly key: string
  readonly name: string
}

interface PaletteProps {
  readonly open: boolean
  readonly portals: readonly PortalChoice[]
  readonly onClose: () => void
  readonly onUndo: () => void
  readonly onKeys: () => void
  /** Asks the record: one question, or whichever is typed then. */
  readonly onAsk: (playbookId?: string) => void
}

/** Find or do anything: answers while typing, keeps the hands on the keys. */
export function Palette({ open, portals, onClose, onUndo, onKeys, onAsk }: PaletteProps): ReactNode {
  const id = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} transitionDuration={0} slotProps={{ container: { sx: { alignItems: 'flex-start' } }, paper: { sx: { width: 720, maxWidth: 'calc(100vw - 48px)', mt: '72px', maxHeight: 'min(600px, calc(100vh - 96px))' } } }}>
      <h2 id={id} className="visually-hidden">
        Find or do anything
      </h2>
      {open ? <PaletteBody portals={portals} onClose={onClose} onUndo={onUndo} onKeys={onKeys} onAsk={onAsk} /> : null}
    </Dialog>
  )
}

function PaletteBody({ portals, onClose, onUndo, onKeys, onAsk }: Omit<PaletteProps, 'open'>): ReactNode {
  const id = useId()
  const openRecord = useOpenRecord()
  const [text, setText] = useState('')
  const [portal, setPortal] = useState<PortalChoice>()
  const [chosen, setChosen] = useState<string>()
  const [actsOf, setActsOf] = useState<Hit>()
  const onlyVerbs = text.startsWith('>')
  const query = onlyVerbs ? text.slice(1) : text
  const { hits, answered, searching, error } = useFind(onlyVerbs ? '' : query, portal?.key)
  const questions = useQuestions(query, portal?.key)

  const groups = useMemo(() => {
    const object = actsOf ?? hits[0]
    const general = generalVerbs({ openRecord, undo: onUndo, keys: onKeys, ask: () => onAsk() })
    return paletteGroups({
      hits,
      objectVerbs: object === undefined ? [] : verbsFor(object, openRecord),
      generalVerbs: onlyVerbs || query.trim() === '' ? matchingVerbs(general, query) : matchingVerbs(general, query).slice(0, 3),
      questions: askVerbs(questions, onAsk),
      onlyVerbs,
      actsOnly: actsOf !== undefined,
    })
  }, [hits, questions, actsOf, onlyVerbs, query, openRecord, onUndo, onKeys, onAsk])
  const items = groups.flatMap((group) => group.items)
  const at = Math.max(0, items.findIndex((item) => item.key === chosen))
  const current = items[at]
  const shown = items.filter((item) => item.kind === 'hit').length

  const take = (item: PaletteItem, beside: boolean): void => {
    if (!beside) onClose()
    if (item.kind === 'verb') {
      item.verb.run()
      if (beside) onClose()
      return
    }
    const { target, options } = targetOf(item.hit)
    openRecord(target, { ...options, beside })
  }
  const change = (next: string): void => {
    setText(next)
    setChosen(undefined)
    setActsOf(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }
    const move = moves[event.key]
    const atEnd = event.currentTarget.selectionStart === text.length
    if (move !== undefined) {
      event.preventDefault()
      setChosen(items[Math.abs(move) === 1 ? (at + move + items.length) % Math.max(1, items.length) : Math.min(items.length - 1, Math.max(0, at + move))]?.key)
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault()
      take(current, event.ctrlKey || event.metaKey)
    } else if (event.key === 'ArrowRight' && atEnd && current?.kind === 'hit' && verbsFor(current.hit, openRecord).length > 0) {
      event.preventDefault()
      setActsOf(current.hit)
      setChosen(undefined)
    } else if ((event.key === 'ArrowLeft' || event.key === 'Escape') && actsOf !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      setActsOf(undefined)
    }
  }

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '20px', minHeight: 52, borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        <SearchOutlined aria-hidden sx={{ fontSize: 20, color: 'primary.main' }} />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          placeholder="Name, e-mail, number, title, or > for verbs"
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          inputProps={{
            role: 'combobox',
            'aria-label': 'Find or do anything',
            'aria-expanded': items.length > 0,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': current === undefined ? undefined : `${id}-${current.key}`,
            maxLength: 400,
            spellCheck: false,
          }}
          sx={{ fontSize: 16, lineHeight: '24px' }}
        />
        <PortalPick portals={portals} picked={portal} onPick={setPortal} />
        <KeyHint keys="Escape" />
      </Box>
      {error === null ? null : <RefusalBanner method="find.search" refusal={error.refusal} />}
      {actsOf === undefined ? null : (
        <Box sx={{ px: '20px', pt: '12px', color: 'text.secondary' }}>
          Acts on <strong>{actsOf.label}</strong>
        </Box>
      )}
      <PaletteList id={id} groups={groups} chosen={current?.key} query={onlyVerbs ? '' : answered} onChoose={setChosen} onTake={take} />
      {items.length > 0 || searching ? null : (
        <Box sx={{ px: '20px', pb: '20px', color: 'text.secondary' }}>
          Nothing matches. Try part of a name, an e-mail, a certificate number or a title; one typo is forgiven.
        </Box>
      )}
      <PaletteFoot shown={shown} searching={searching} all={hits.length >= mostHits} />
    </>
  )
}

function PortalPick({ portals, picked, onPick }: { readonly portals: readonly PortalChoice[]; readonly picked: PortalChoice | undefined; readonly onPick: (portal: PortalChoice | undefined) => void }): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const pick = (portal: PortalChoice | undefined): void => {
    onPick(portal)
    setAnchor(null)
  }
  return (
    <>
      <Button variant="outlined" onClick={(event) => setAnchor(event.currentTarget)} endIcon={<KeyboardArrowDownOutlined />} aria-haspopup="menu" sx={{ minHeight: 22, py: '1px', px: '8px', fontSize: 12, lineHeight: '16px', borderColor: 'divider', bgcolor: 'desk.subtle', flexShrink: 0, '& .MuiButton-endIcon > *:nth-of-type(1)': { fontSize: 14 } }}>
        {picked?.name ?? 'All portals'}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem selected={picked === undefined} onClick={() => pick(undefined)}>
          All portals
        </MenuItem>
        {portals.map((portal) => (
          <MenuItem key={portal.key} selected={picked?.key === portal.key} onClick={() => pick(portal)}>
            {portal.name}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

const hints = [
  [['ArrowUp', 'ArrowDown'], 'move'],
  [['Enter'], 'open'],
  [['Control+Enter'], 'beside'],
  [['ArrowRight'], 'acts'],
  [['>'], 'only verbs'],
] as const

function PaletteFoot({ shown, searching, all }: { readonly shown: number; readonly searching: boolean; readonly all: boolean }): ReactNode {
  const count = shown === 0 ? '' : all ? `first ${shown} shown` : `${shown} shown`
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: '16px', px: '20px', minHeight: 36, borderTop: '1px solid', borderColor: 'divider', bgcolor: 'desk.subtle', color: 'text.secondary', fontSize: 12, lineHeight: '16px', flexShrink: 0 }}>
      {hints.map(([keys, word]) => (
        <Box component="span" key={word} sx={{ display: { xs: word === 'move' || word === 'open' ? 'inline-flex' : 'none', sm: 'inline-flex' }, alignItems: 'center', gap: '6px' }}>
          {keys.map((key) => (
            <KeyHint key={key} keys={key} />
          ))}
          {word}
        </Box>
      ))}
      <Box sx={{ flex: 1 }} />
      <span role="status" className="figures">
        {searching ? 'Looking…' : count}
      </span>
    </Box>
  )
}
