import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import Box from '@mui/material/Box'
import { useId, type ReactNode } from 'react'

interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface FieldProps {
  readonly label: string
  /** A quiet line below, while nothing is wrong. */
  readonly help?: ReactNode
  /** What is wrong and how to mend it; takes the help's place. */
  readonly error?: ReactNode
  /** Draws the control with the given id and description. */
  readonly children: (control: ControlProps) => ReactNode
  readonly width?: number | string
}

/** A control with its label above and its error below. */
export function Field({ label, help, error, children, width }: FieldProps): ReactNode {
  const id = useId()
  const below = error ?? help
  const describedBy = below === undefined ? undefined : `${id}-below`
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0, ...(width === undefined ? {} : { width }) }}>
      <Box component="label" htmlFor={id} id={`${id}-label`} sx={{ fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary' }}>
        {label}
      </Box>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error !== undefined })}
      {below === undefined ? null : (
        <Box id={describedBy} role={error === undefined ? undefined : 'alert'} sx={{ display: 'flex', gap: '5px', fontSize: 12, lineHeight: '16px', color: error === undefined ? 'text.tertiary' : 'error.main' }}>
          {error === undefined ? null : <ErrorOutline aria-hidden sx={{ fontSize: 14, mt: '1px' }} />}
          <span>{below}</span>
        </Box>
      )}
    </Box>
  )
}
