import { render } from 'preact';

/** A volunteer's phone. A step between, so that the first file of the app does not have to list what such a phone loads. */
export async function openGuestDoor(place: HTMLElement): Promise<void> {
  const { GuestStart } = await import('./GuestStart.tsx');
  render(<GuestStart />, place);
}
