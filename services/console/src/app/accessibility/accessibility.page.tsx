import type { ReactNode } from 'react';
import { Card } from '../../ui/card';
import { PageHead } from '../../ui/page-head';
import { guillemets } from '../../ui/guillemets';

/** What was checked, how, and what was not: no more is claimed than the tests show. */
export function AccessibilityPage() {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead
        title="Accessibilité"
        under="Passerelle vise la conformité au RGAA 4.1 et aux WCAG 2.2, niveau AA. Aucun audit externe n’a encore eu lieu."
      />
      <div className="flex flex-col gap-4">
        <Part title="Ce qui est vérifié à chaque version, dans un vrai navigateur">
          <li>Chaque page du CCAS, en clair et en sombre, par axe-core : aucun défaut n’est accepté.</li>
          <li>L’accueil d’une personne, de la recherche à l’enregistrement, au clavier seul.</li>
          <li>À 320 pixels de large, aucune page ne déborde sur le côté.</li>
          <li>Le titre reçoit le focus à chaque changement de page, et nomme l’onglet.</li>
        </Part>
        <Part title="Ce qui est prévu dans chaque page">
          <li>Un lien d’évitement, des repères, un seul titre principal.</li>
          <li>Chaque champ a son nom, le format attendu, et la phrase de l’erreur à côté de lui.</li>
          <li>Un état n’est jamais dit par la couleur seule.</li>
          <li>
            Le thème clair ou sombre se choisit dans {guillemets('Mon compte')} ; les animations suivent le
            réglage du système.
          </li>
        </Part>
        <Part title="Ce qui n’a pas été vérifié">
          <li>L’usage avec un lecteur d’écran par une personne dont c’est l’outil quotidien.</li>
          <li>La commande vocale.</li>
        </Part>
        <Part title="Signaler un défaut">
          <li>Parlez-en à la personne qui administre Passerelle dans votre service : elle le transmettra.</li>
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card title={title}>
      <ul className="list-disc space-y-1 pl-5">{children}</ul>
    </Card>
  );
}
