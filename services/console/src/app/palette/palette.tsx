import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Collection, Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, Label, SearchField } from 'react-aria-components/SearchField';
import { useFound, type Found } from './found';

/** One field that finds people, pages and acts. Arrows choose, Entrée goes, Échap closes. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const { sections, isSearching } = useFound(typed);
  const navigate = useNavigate();
  const go = (found: Found) => {
    onClose();
    void navigate({ to: found.to, search: found.search ?? {} });
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-30 flex items-start justify-center bg-veil p-3 pt-[10vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-m border border-line bg-surface shadow-card">
        <Dialog aria-label="Chercher, aller à" className="outline-none">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField autoFocus className="border-b border-line">
              <Label className="sr-only">Chercher une personne, un besoin, une page, une action</Label>
              <Input
                placeholder="Nom, téléphone, code de suivi, sujet, page…"
                className="w-full bg-transparent px-4 py-3.5 text-base outline-none"
              />
            </SearchField>
            <Menu
              aria-label="Trouvé"
              items={sections}
              className="max-h-[60vh] overflow-y-auto p-2 outline-none"
              renderEmptyState={() => <NothingFound isSearching={isSearching} />}
            >
              {(section) => (
                <MenuSection id={section.title}>
                  <Header className="px-3 pt-2 pb-1 text-xs font-semibold text-ink-3">{section.title}</Header>
                  <Collection items={section.items}>
                    {(found) => (
                      <MenuItem
                        id={found.id}
                        textValue={found.label}
                        onAction={() => go(found)}
                        className="flex cursor-pointer flex-wrap items-baseline gap-x-3 rounded-s px-3 py-2 outline-none data-[focused]:bg-info-bg"
                      >
                        <span className="font-medium">{found.label}</span>
                        <span className="ml-auto text-xs text-ink-2">{found.detail}</span>
                      </MenuItem>
                    )}
                  </Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function NothingFound({ isSearching }: { readonly isSearching: boolean }) {
  return (
    <p className="px-3 py-6 text-center text-ink-2">
      {isSearching
        ? 'Recherche…'
        : 'Personne et rien à ce nom. Essayez un téléphone, une date de naissance ou un sujet.'}
    </p>
  );
}
