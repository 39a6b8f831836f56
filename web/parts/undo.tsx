import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

// Long enough to read a line and find the button, by mouse or by keyboard.
const OFFERED_MS = 12_000

/** Says what was done and offers to undo it, instead of asking "are you sure" before. */
export function offerUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: OFFERED_MS,
    withBorder: true,
    role: 'status',
    closeButtonProps: closing(),
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 16, justifyContent: 'space-between' }}>
        {message}
        <Button
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {i18next.t('parts:undo')}
        </Button>
      </span>
    ),
  })
}

/** The cross that takes the message away has no text of its own. */
const closing = () => ({ 'aria-label': i18next.t('parts:dismiss') })

/** Says what was done, where there is nothing to undo. */
export function tell(message: string): void {
  notifications.show({ message, withBorder: true, role: 'status', closeButtonProps: closing() })
}
