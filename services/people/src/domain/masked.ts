/** Enough to recognise a contact the resident says aloud, too little to use it: shown on look-alikes. */
export function maskedPhone(normal: string): string {
  return `•• •• •• ${normal.slice(-4, -2)} ${normal.slice(-2)}`;
}

export function maskedMail(mail: string): string {
  const [name = '', domain = ''] = mail.split('@');
  return `${name.slice(0, 2)}•••@${domain}`;
}
