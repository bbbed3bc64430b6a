import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signOut, useSession } from './session';
import { appearances, chooseAppearance, useAppearance, type Appearance } from './appearance';
import { Button } from '../ui/button';
import { RadioGroup } from '../ui/radio-group';
import { SelectField } from '../ui/select-field';
import { roleName } from './role-names';
import { chooseTerritory, territoryOf } from './territory';
import { townName } from './towns';

/** Who one is, the theme, the way out. */
export function SessionMenu() {
  const [isOpen, setOpen] = useState(false);
  const { name, roles } = useSession();
  const close = (event: { key: string }) => event.key === 'Escape' && setOpen(false);
  return (
    <div
      className="relative"
      onKeyDown={close}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={`${initials(name)}, mon compte : ${name}`}
        onClick={() => setOpen((before) => !before)}
        className="grid size-9 place-items-center rounded-full bg-ccas-bg text-xs font-semibold text-ccas"
      >
        {initials(name)}
      </button>
      {isOpen && (
        <div className="absolute right-0 mt-2 flex w-72 flex-col gap-4 rounded-m border border-line bg-surface p-4 shadow-card">
          <div>
            <p className="font-semibold">{name}</p>
            <p className="text-xs text-ink-3">{roles.map(roleName).join(', ')}</p>
          </div>
          <TerritoryChoice />
          <AppearanceChoice />
          <Link to="/accessibilite" className="link text-xs" onClick={() => setOpen(false)}>
            Accessibilité
          </Link>
          <SignOut />
        </div>
      )}
    </div>
  );
}

/** For who works for more than one commune. */
function TerritoryChoice() {
  const { territories } = useSession();
  if (territories.length < 2) return null;
  return (
    <SelectField label="Commune" value={territoryOf(territories)} onChange={chooseTerritory}>
      {territories.map((code) => (
        <option key={code} value={code}>
          {townName(code)}
        </option>
      ))}
    </SelectField>
  );
}

function AppearanceChoice() {
  const chosen = useAppearance();
  return (
    <RadioGroup<Appearance> label="Thème" value={chosen} onChange={chooseAppearance} choices={appearances} />
  );
}

function SignOut() {
  const client = useQueryClient();
  const leave = () => {
    client.clear();
    void signOut();
  };
  return <Button onPress={leave}>Se déconnecter</Button>;
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
}
