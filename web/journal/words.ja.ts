export const ja = {
  title: '証跡',
} as const
