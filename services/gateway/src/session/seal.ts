import { createHash } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** What one seal holds cannot be read as what another holds: a sign-in that has begun is no session. */
export type Purpose = 'session' | 'sign-in';

/**
 * Seals what a browser keeps for us and must neither read nor change: JWE, AES-256-GCM. The first secret seals; all of them open,
 * so that a secret is replaced without signing anybody out.
 */
export class Seal {
  private readonly keys: readonly Uint8Array[];

  constructor(secrets: readonly string[]) {
    this.keys = secrets.map((secret) => createHash('sha256').update(`passerelle session ${secret}`).digest());
  }

  async seal(purpose: Purpose, content: object): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: purpose })
      .encrypt(this.keys[0]!);
  }

  /** Undefined for anything that we have not sealed for this purpose, unchanged. */
  async open(purpose: Purpose, sealed: string): Promise<unknown> {
    for (const key of this.keys) {
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        if (protectedHeader.typ !== purpose) return undefined;
        return JSON.parse(new TextDecoder().decode(plaintext)) as unknown;
      } catch {
        // The next secret, if there is one.
      }
    }
    return undefined;
  }
}
