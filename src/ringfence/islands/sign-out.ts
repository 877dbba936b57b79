/// <reference lib="es2023" />
// Signing out on a phone that keeps something: what waits is sent first, or the officer is asked; then nothing of a duty
// stays. On every page of an officer, and on the one after signing out. Does nothing where nothing was ever kept.
import { sayLeaving } from '../today/say-leaving.ts';
import { getInTouch } from './phone/contact.ts';
import { openExisting } from './phone/database.ts';
import { leave, phoneOf, queueOf } from './phone/kept.ts';

const SIGN_OUT = '/sign-out';

async function signOut(form: HTMLFormElement): Promise<void> {
  const db = await openExisting();
  if (db === null) return form.submit();
  const { contact } = await getInTouch(db);
  const { holder } = await phoneOf(db);
  const { own } = await queueOf(db, holder ?? '');
  const waiting = own.filter(({ held }) => held === null);
  if (waiting.length > 0 && !(await ask(sayLeaving(waiting, contact)))) return;
  await leave(db);
  return contact === 'no network' ? withoutSignal(form) : form.submit();
}

/** Tries without leaving the page for one that cannot be had: what the phone kept is gone already. */
async function withoutSignal(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  location.assign(answer === null ? '/today' : '/signed-out');
}

/** Asks whether to sign out all the same. */
function ask({ title, sentence }: { title: string; sentence: string }): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'w-leaving';
  dialog.setAttribute('aria-labelledby', 'leaving');
  const heading = document.createElement('h2');
  Object.assign(heading, { id: 'leaving', className: 'w-h2', textContent: title });
  const words = document.createElement('p');
  Object.assign(words, { className: 'w-body', textContent: sentence });
  const buttons = document.createElement('form');
  Object.assign(buttons, { method: 'dialog', className: 'govuk-button-group' });
  for (const [value, text, look] of [
    ['stay', 'Stay signed in', 'govuk-button'],
    ['leave', 'Sign out all the same', 'govuk-button govuk-button--secondary'],
  ] as const) {
    const button = document.createElement('button');
    Object.assign(button, { value, textContent: text, className: look });
    buttons.append(button);
  }
  dialog.append(heading, words, buttons);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'leave');
      dialog.remove();
    });
  });
}

async function afterwards(): Promise<void> {
  const db = await openExisting();
  if (db !== null) await leave(db);
}

let asking = false;
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || new URL(form.action).pathname !== SIGN_OUT) return;
  event.preventDefault();
  if (asking) return;
  asking = true;
  signOut(form)
    .catch((error: unknown) => {
      reportError(error);
      // Whatever went wrong here, who wants to be signed out is.
      form.submit();
    })
    .finally(() => {
      asking = false;
    });
});
if (location.pathname === '/signed-out') afterwards().catch(reportError);
