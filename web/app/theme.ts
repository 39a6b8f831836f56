import {
  Anchor,
  Button,
  Checkbox,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  Radio,
  Table,
  Textarea,
  TextInput,
} from '@mantine/core'

// Ten steps each, as Mantine asks; the eighth is the token itself (see theme.css).
const ai: MantineColorsTuple = [
  '#eaf1f9', '#d5e2f1', '#a9c3e2', '#7ba3d2', '#5587c2', '#3a72b3', '#2a62a2', '#1d4e89', '#163d6d', '#0f2d52',
] // biome-ignore format: a palette is read as one line
const shu: MantineColorsTuple = [
  '#fbeeeb', '#f5d9d3', '#eab3a9', '#de8b7d', '#d36957', '#c94f3d', '#c04331', '#b83a2b', '#962d21', '#702018',
] // biome-ignore format: a palette is read as one line

/** The look as Mantine's theme: calm paper, dark ink, indigo for what can be pressed, vermilion for what needs action. */
export const theme = createTheme({
  colors: { ai, shu },
  primaryColor: 'ai',
  primaryShade: 7,
  black: '#1f2937',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, Consolas, "BIZ UDGothic", monospace',
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.7', lg: '1.6', xl: '1.5' },
  defaultRadius: 6,
  headings: { fontFamily: 'var(--font)', fontWeight: '700' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Button: Button.extend({ defaultProps: { variant: 'default' }, classNames: { root: 'button' } }),
    Input: Input.extend({ defaultProps: { size: 'md' } }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md', autosize: true, minRows: 3 } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    Radio: Radio.extend({ defaultProps: { size: 'md' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'sm' } }),
  },
})
