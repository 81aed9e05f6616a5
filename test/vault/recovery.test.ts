import { describe, expect, it } from 'vitest';
import { bytesToBase64url } from '../../src/vault/base64url.ts';
import { createDataKey } from '../../src/vault/data-key.ts';
import { createRecoveryKeys, openRecovery, sealRecovery } from '../../src/vault/recovery.ts';
import { must } from '../device/a-device.ts';

const VAULT = '0b8e3c0e-5d3e-4b0e-9d0c-1f2f3a4b5c6d';

describe('a recovered data key', () => {
  it('arrives whole at the device that asked, for the vault that it asked for', async () => {
    const { raw } = await createDataKey();
    const asked = await createRecoveryKeys();
    const answer = must(await sealRecovery(raw, asked.publicKey, VAULT));
    expect(JSON.stringify(answer)).not.toContain(bytesToBase64url(raw));
    expect(must(await openRecovery(answer, asked, VAULT)).raw).toEqual(raw);
    expect(await openRecovery(answer, asked, 'another')).toEqual({ ok: false, error: { type: 'SlotDamaged' } });
  });

  it('opens for nobody else, and not when a byte of it is another', async () => {
    const { raw } = await createDataKey();
    const [asked, other] = [await createRecoveryKeys(), await createRecoveryKeys()];
    const answer = must(await sealRecovery(raw, asked.publicKey, VAULT));
    expect(await openRecovery(answer, other, VAULT)).toMatchObject({ error: { type: 'SlotDamaged' } });
    const flipped = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    for (const damaged of [
      { ...answer, sealed: flipped(answer.sealed) },
      { ...answer, enc: flipped(answer.enc) },
      { ...answer, sealed: 'AAAA' },
      { enc: '', sealed: '' },
    ]) {
      expect(await openRecovery(damaged, asked, VAULT)).toMatchObject({ error: { type: 'SlotDamaged' } });
    }
  });

  it('is sealed to no public key that is none', async () => {
    const { raw } = await createDataKey();
    const { publicKey } = await createRecoveryKeys();
    const offTheCurve = `${publicKey.slice(0, -2)}${publicKey.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of ['', 'ab', '!', offTheCurve]) {
      expect(await sealRecovery(raw, wrong, VAULT)).toEqual({ ok: false, error: { type: 'PublicKeyInvalid' } });
    }
  });
});
