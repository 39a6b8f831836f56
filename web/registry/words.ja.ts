export const ja = {
  title: '台帳',
} as const
