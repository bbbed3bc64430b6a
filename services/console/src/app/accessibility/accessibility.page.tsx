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
          <li>
            Les pages du CCAS et de l’accès au droit, en clair et en sombre, sur un écran de bureau et de
            téléphone, par axe-core : aucun défaut n’est accepté.
          </li>
          <li>
            Au clavier seul : accueillir une personne, réorienter un besoin, trouver et déplacer un
            rendez-vous, noter une présence.
          </li>
          <li>
            Avec un zoom de 200 % (640 × 400 pixels) et à 320 pixels de large : rien ne dépasse d’aucune page,
            ce qui a le focus n’est caché par aucune barre, un besoin se note et un rendez-vous se déplace.
          </li>
          <li>Le titre reçoit le focus à chaque changement de page, et nomme l’onglet.</li>
          <li>
            Quand le réseau coupe, que la session se termine ou qu’un collègue modifie le même dossier : une
            phrase est lue aussitôt, le texte saisi reste, le focus n’est pas perdu.
          </li>
        </Part>
        <Part title="Ce qui est prévu dans chaque page">
          <li>Un lien d’évitement, des repères, un seul titre principal.</li>
          <li>Chaque champ a son nom, le format attendu, et la phrase de l’erreur à côté de lui.</li>
          <li>
            Aucune limite de temps pendant une saisie : une session dure une journée de travail, et sa fin
            n’efface rien.
          </li>
          <li>Un état n’est jamais dit par la couleur seule.</li>
          <li>
            Le thème clair ou sombre se choisit dans {guillemets('Mon compte')} ; les animations suivent le
            réglage du système.
          </li>
        </Part>
        <Part title="Ce qui n’a pas été vérifié">
          <li>L’usage avec un lecteur d’écran par une personne dont c’est l’outil quotidien.</li>
          <li>La commande vocale, et les autres navigateurs que Chromium.</li>
          <li>L’espacement du texte choisi par la personne, et les pages une fois imprimées.</li>
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
