export const ja = {
  title: '点検',
} as const
