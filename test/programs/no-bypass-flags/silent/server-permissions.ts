interface Session { readonly role: string, readonly skipOnboarding: boolean }

export function canEdit(session: Session, allowGuests: boolean): boolean {
  if (session.skipOnboarding) return true
  return allowGuests || session.role === 'editor'
}

export const rateLimit = { skipSuccessfulRequests: true, skip: (request: { ip: string }) => request.ip === '127.0.0.1' }
