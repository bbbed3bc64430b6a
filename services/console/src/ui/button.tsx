import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { ReactNode } from 'react';

export type ButtonLook = 'filled' | 'plain' | 'quiet';

/** One filled button a page: the next thing to do. */
const looks: Readonly<Record<ButtonLook, string>> = {
  filled: 'bg-ink text-surface border-ink hover:bg-ink-2 hover:border-ink-2',
  plain: 'bg-surface text-ink border-line-strong hover:bg-sunken',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-sunken hover:text-ink',
};

export const buttonClass = (look: ButtonLook): string =>
  `inline-flex min-h-9 items-center justify-center gap-2 rounded-s border px-3 py-1.5 text-sm font-medium ` +
  `disabled:opacity-60 ${looks[look]}`;

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly look?: ButtonLook;
  readonly children: ReactNode;
  /** A key that does the same, shown where it works. */
  readonly hotkey?: string;
}

export function Button({ look = 'plain', hotkey, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(look)}>
      {children}
      {hotkey !== undefined && <Hotkey look={look}>{hotkey}</Hotkey>}
    </AriaButton>
  );
}

function Hotkey({ look, children }: { readonly look: ButtonLook; readonly children: string }) {
  const filled = look === 'filled' ? 'border-current bg-transparent text-current' : '';
  return (
    <kbd aria-hidden className={`${filled} max-sm:hidden`}>
      {children}
    </kbd>
  );
}
