export const approvers = ['finance', 'generalManager'] as const
